import { useState } from 'react';
import type { AccountView, OpenSessionView } from '../../server/access/person.view';
import type { SessionView } from '../../server/access/session.view';
import { Heads } from '../pages/Heads';
import { Pending } from '../pages/Waiting';
import { Alarm } from './Alarm';
import { KnownLogin, LEAST, NewPasswordField, PasswordField } from './controls';
import { Form } from './Form';
import { Head } from './Head';
import { useLive, type Live } from './live';
import { NewToken } from './NewToken';
import { useRoleWords } from './roles';
import { enter, signOut } from './session';
import { SignedIn } from './SignedIn';
import { Tokens } from './Tokens';
import { useAccessSpeech } from './words';

/** One's own account. */
export default function AccountPage() {
  const { own } = useAccessSpeech();
  return <SignedIn title={own.account.title}>{(session) => <Account session={session} />}</SignedIn>;
}

function Account({ session }: { session: SessionView }) {
  const { own } = useAccessSpeech();
  const account = useLive<AccountView>('/api/v1/account');
  const login = session.person?.login ?? '';
  return (
    <>
      <Head title={own.account.title}>
        <p className="lead">{own.signedInAs(session.person?.name ?? null, login)}</p>
        <SignOut />
      </Head>
      {!account.data && (
        <section aria-label={own.account.title}>
          <Pending of={{ error: account.error, retry: () => void account.reload() }} rows={6} />
        </section>
      )}
      {account.data && (
        <>
          <Roles roles={account.data.roles} />
          <MyTokens session={session} account={account} tokens={account.data.tokens} />
          <Sessions sessions={account.data.sessions} />
          {session.sign_in === 'password' && <PasswordChange login={login} reload={account.reload} />}
        </>
      )}
    </>
  );
}

function SignOut() {
  const { own } = useAccessSpeech();
  const [failure, setFailure] = useState<Error | null>(null);
  const leave = (everywhere: boolean) => void signOut(everywhere).catch(setFailure);
  return (
    <>
      <Alarm error={failure} />
      <p className="btns">
        <button type="button" className="btn" onClick={() => leave(false)}>
          {own.signOut}
        </button>
        <button type="button" className="btn" onClick={() => leave(true)}>
          {own.signOutEverywhere}
        </button>
      </p>
    </>
  );
}

function Roles({ roles }: Pick<AccountView, 'roles'>) {
  const { own } = useAccessSpeech();
  const { sentence } = useRoleWords();
  return (
    <section>
      <div className="sec">
        <h2>{own.account.roles}</h2>
      </div>
      {roles.length === 0 && <p className="text">{own.account.noRoles}</p>}
      <ul className="text roles">
        {roles.map((role) => (
          <li key={JSON.stringify(role)}>{sentence(role)}</li>
        ))}
      </ul>
    </section>
  );
}

interface MineProps {
  session: SessionView;
  account: Live<AccountView>;
  tokens: AccountView['tokens'];
}

function MyTokens({ session, account, tokens }: MineProps) {
  const { own } = useAccessSpeech();
  return (
    <section>
      <div className="sec">
        <h2>{own.tokens.title}</h2>
        <p>{own.tokens.text}</p>
      </div>
      <Tokens tokens={tokens} address="/api/v1/account/tokens" reload={account.reload} />
      <NewToken roles={session.roles} reload={account.reload} />
    </section>
  );
}

function Sessions({ sessions }: { sessions: OpenSessionView[] }) {
  const { own, formats } = useAccessSpeech();
  const { by, since, seen, ends } = own.account.sessionColumns;
  return (
    <section>
      <div className="sec">
        <h2>{own.account.sessions}</h2>
      </div>
      <table className="tbl cards">
        <caption>{own.account.sessionsCaption}</caption>
        <Heads of={[by, since, seen, ends]} />
        <tbody>
          {sessions.map((session) => (
            <tr key={session.created_at}>
              <th scope="row">
                {own.account.ways[session.by] ?? session.by}
                {session.current && <small>{own.account.current}</small>}
              </th>
              <td data-l={since} className="full">
                {formats.instant(session.created_at)}
              </td>
              <td data-l={seen} className="full">
                {formats.instant(session.seen_at)}
              </td>
              <td data-l={ends} className="full">
                {formats.instant(session.ends_at)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PasswordChange({ login, reload }: { login: string; reload: () => Promise<void> }) {
  const { own } = useAccessSpeech();
  return (
    <section className="on-screen">
      <div className="sec">
        <h2>{own.account.passwordTitle}</h2>
        <p>{own.account.passwordText}</p>
      </div>
      <Form
        submit={own.account.changePassword}
        done={own.account.passwordChanged}
        check={({ current, password = '' }) => ({
          current: current ? undefined : own.signIn.noPassword,
          password: [...password].length < LEAST ? own.passwordShort : undefined,
        })}
        act={async ({ current, password }) => {
          await enter('/api/v1/account/password', { current, password }, 'PUT');
          await reload();
        }}
      >
        <KnownLogin login={login} />
        <PasswordField name="current" label={own.currentPassword} autoComplete="current-password" />
        <NewPasswordField />
      </Form>
    </section>
  );
}
