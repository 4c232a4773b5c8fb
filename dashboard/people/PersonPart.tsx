import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { PersonView } from '../../server/access/person.view';
import type { LinkView } from '../../server/access/session.view';
import { TextField } from '../access/controls';
import { Form } from '../access/Form';
import { Head } from '../access/Head';
import { change } from '../access/session';
import { AccountActs } from './AccountActs';
import { InvitationLink } from './InvitationLink';
import { draftsOf, rolesOf, wrongRoles } from './drafts';
import { RolesField } from './RolesField';
import { usePeopleSpeech } from './words';

interface Props {
  person: PersonView;
  reload: () => Promise<void>;
}

/** One person: who they are and what an administrator can do about it. */
export function PersonPart({
  person,
  isLocal,
  reload,
}: {
  person: PersonView | undefined;
  /** Whether passwords of this instance are in use. */
  isLocal: boolean;
  reload: Props['reload'];
}) {
  const { people } = usePeopleSpeech();
  const isThere = person !== undefined && person.state !== 'erased';
  return (
    <>
      <nav className="crumb" aria-label={people.title}>
        <Link to="/$" params={{ _splat: 'osoby' }}>
          {people.back}
        </Link>
      </nav>
      <Head title={person ? (person.name ?? person.login ?? people.erased(person.id)) : people.unknown}>
        {person && <Facts person={person} />}
      </Head>
      {isThere && (
        <>
          <Name person={person} reload={reload} />
          <Roles person={person} reload={reload} />
          {isLocal && person.state !== 'disabled' && <PasswordLink person={person} />}
          <AccountActs person={person} reload={reload} />
        </>
      )}
    </>
  );
}

function Facts({ person }: { person: PersonView }) {
  const { people, formats } = usePeopleSpeech();
  const { facts } = people;
  const pairs = [
    [facts.login, person.login],
    [facts.state, people.states[person.state]],
    [facts.way, people.ways[person.sign_in]],
    [facts.made, formats.instant(person.created_at)],
    [facts.seen, person.seen_at && formats.instant(person.seen_at)],
  ].filter(([, value]) => value);
  return (
    <dl className="facts person-facts">
      {pairs.map(([name, value]) => (
        <div className="pair" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="on-screen">
      <div className="sec">
        <h2>{title}</h2>
        {text && <p>{text}</p>}
      </div>
      {children}
    </section>
  );
}

function Name({ person: { id, name, state }, reload }: Props) {
  const { people, own } = usePeopleSpeech();
  return (
    <Part title={people.nameTitle}>
      <Form
        submit={people.saveName}
        done={own.saved}
        act={async (given) => {
          const next = { name: given['name']?.trim() || null, disabled: state === 'disabled' };
          await change('PUT', `/api/v1/people/${id}`, next);
          await reload();
        }}
      >
        <TextField
          name="name"
          label={own.name}
          defaultValue={name ?? ''}
          autoComplete="off"
          maxLength={200}
        />
      </Form>
    </Part>
  );
}

function Roles({ person: { id, roles }, reload }: Props) {
  const { people, own } = usePeopleSpeech();
  const [drafts, setDrafts] = useState(() => draftsOf(roles));
  return (
    <Part title={people.roles} text={people.rolesText}>
      <Form
        submit={people.saveRoles}
        done={own.saved}
        check={() => wrongRoles(drafts, people)}
        act={async () => {
          await change('PUT', `/api/v1/people/${id}/roles`, { roles: rolesOf(drafts) });
          await reload();
        }}
      >
        <RolesField drafts={drafts} onChange={setDrafts} />
      </Form>
    </Part>
  );
}

function PasswordLink({ person: { id, login } }: { person: PersonView }) {
  const { people } = usePeopleSpeech();
  const [made, setMade] = useState<LinkView | null>(null);
  return (
    <Part title={people.passwordTitle} text={people.passwordText}>
      {made && <InvitationLink title={people.linkMade(login ?? '')} made={made} />}
      <Form
        submit={people.makeLink}
        act={async () => setMade(await change<LinkView>('POST', `/api/v1/people/${id}/link`))}
      />
    </Part>
  );
}
