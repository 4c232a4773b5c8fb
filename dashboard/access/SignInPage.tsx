import { useState, useEffect } from 'react';
import type { SessionView } from '../../server/access/session.view';
import { Pending } from '../pages/Waiting';
import { addressOf, one, useAddress } from './address';
import { Alarm } from './Alarm';
import { pageOf } from './back';
import { Head } from './Head';
import { signOut, whoIs } from './session';
import { SignInForm } from './SignInForm';
import { useAccessSpeech } from './words';

/** Signing in; leads back to where it was asked for. */
export default function SignInPage() {
  const { own } = useAccessSpeech();
  const [{ back, why }] = useAddress((raw) => ({ back: one(raw, 'powrot'), why: one(raw, 'powod') }));
  const { session, error, retry } = useSession();
  const target = back === undefined ? addressOf('konto') : pageOf(back);
  return (
    <>
      <Head title={own.signIn.title}>
        {why === 'odmowa' && <p className="lead strong">{own.signIn.refused}</p>}
        {why === 'koniec' && <p className="lead strong">{own.signIn.ended}</p>}
      </Head>
      <section aria-label={own.signIn.title} className="narrow">
        {session ? <Door session={session} target={target} /> : <Pending of={{ error, retry }} rows={3} />}
      </section>
    </>
  );
}

function Door({ session, target }: { session: SessionView; target: string }) {
  const { own } = useAccessSpeech();
  // everything a reader was shown is asked for again, as the one who signed in
  const goOn = () => location.replace(target);
  if (session.person) return <Known session={session} goOn={goOn} />;
  return (
    <>
      <SignInForm way={session.sign_in} back={target} onSignedIn={goOn} />
      <p className="tnote">{own.signIn.noAccount}</p>
    </>
  );
}

/** Whoever is signed in already goes on, or makes room for somebody else. */
function Known({ session: { person }, goOn }: { session: SessionView; goOn: () => void }) {
  const { own } = useAccessSpeech();
  const [failure, setFailure] = useState<Error | null>(null);
  return (
    <>
      <Alarm error={failure} />
      <p>{own.signedInAs(person?.name ?? null, person?.login ?? '')}</p>
      <p className="btns">
        <button type="button" className="btn pri" onClick={goOn}>
          {own.signIn.goOn}
        </button>
        <button type="button" className="btn" onClick={() => void signOut(false).catch(setFailure)}>
          {own.signOut}
        </button>
      </p>
    </>
  );
}

/** Who is signed in, once it is known. */
export function useSession() {
  const [state, setState] = useState<{ session?: SessionView; error?: Error }>({});
  const retry = () =>
    void whoIs().then(
      (session) => setState({ session }),
      (error: Error) => setState({ error }),
    );
  useEffect(retry, []);
  return { session: state.session, error: state.error, retry };
}
