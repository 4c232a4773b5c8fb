import type { SessionView } from '../../server/access/session.view';
import { hereNow } from './address';
import { PasswordField, TextField } from './controls';
import { Form } from './Form';
import { signIn } from './session';
import { useAccessSpeech } from './words';

interface Props {
  /** How people sign in here. */
  way: SessionView['sign_in'];
  /** Where the city's own sign-in leads back to. */
  back?: string;
  /** Whoever was signed in before. */
  login?: string | null;
  onSignedIn: () => void;
}

/** Login and password, or the way to the city's own sign-in. */
export function SignInForm({ way, back, login, onSignedIn }: Props) {
  const { own } = useAccessSpeech();
  if (way === 'oidc')
    return (
      <p className="btns">
        <a className="btn pri" href={`/api/v1/session/oidc?back=${encodeURIComponent(back ?? hereNow())}`}>
          {own.signIn.city}
        </a>
      </p>
    );
  return (
    <Form
      submit={own.signIn.submit}
      check={({ login: name, password }) => ({
        login: name?.trim() ? undefined : own.signIn.noLogin,
        password: password ? undefined : own.signIn.noPassword,
      })}
      act={async ({ login: name = '', password = '' }) => {
        await signIn({ login: name, password });
        onSignedIn();
      }}
    >
      <TextField
        name="login"
        label={own.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        defaultValue={login ?? ''}
      />
      <PasswordField name="password" label={own.password} autoComplete="current-password" />
    </Form>
  );
}
