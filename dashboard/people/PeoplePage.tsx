import type { PersonListView } from '../../server/access/person.view';
import type { SessionView } from '../../server/access/session.view';
import type { TokenListView } from '../../server/access/token.view';
import { one, useAddress } from '../access/address';
import { Head } from '../access/Head';
import { useLive } from '../access/live';
import { SignedIn } from '../access/SignedIn';
import { Tokens } from '../access/Tokens';
import { Pending } from '../pages/Waiting';
import { AddPerson } from './AddPerson';
import { PeopleTable } from './PeopleTable';
import { PersonPart } from './PersonPart';
import { usePeopleSpeech } from './words';

/** People with accounts and everybody's tokens; one person where the address names them. */
export default function PeoplePage() {
  const { people } = usePeopleSpeech();
  return (
    <SignedIn title={people.title} isAdmin>
      {(session) => <People session={session} />}
    </SignedIn>
  );
}

function People({ session }: { session: SessionView }) {
  const { people } = usePeopleSpeech();
  const [{ id }] = useAddress((raw) => ({ id: one(raw, 'osoba') }));
  const { data, error, reload } = useLive<PersonListView>('/api/v1/people');
  if (!data)
    return (
      <Head title={people.title}>
        <Pending of={{ error, retry: () => void reload() }} rows={8} />
      </Head>
    );
  if (id !== undefined)
    return (
      <PersonPart
        key={id}
        person={data.items.find((person) => String(person.id) === id)}
        isLocal={session.sign_in === 'password'}
        reload={reload}
      />
    );
  return (
    <>
      <Head title={people.title} />
      <section>
        <div className="sec">
          <h2>{people.people}</h2>
        </div>
        <PeopleTable people={data.items} />
      </section>
      <section className="on-screen">
        <div className="sec">
          <h2>{people.add}</h2>
          {session.sign_in === 'password' && <p>{people.addText}</p>}
        </div>
        {session.sign_in === 'password' ? (
          <AddPerson reload={reload} />
        ) : (
          <p className="text">{people.city}</p>
        )}
      </section>
      <AllTokens />
    </>
  );
}

function AllTokens() {
  const { own } = usePeopleSpeech();
  const { data, error, reload } = useLive<TokenListView>('/api/v1/tokens');
  return (
    <section>
      <div className="sec">
        <h2>{own.tokens.everybodys}</h2>
      </div>
      {data ? (
        <Tokens tokens={data.items} address="/api/v1/tokens" reload={reload} />
      ) : (
        <Pending of={{ error, retry: () => void reload() }} rows={3} />
      )}
    </section>
  );
}
