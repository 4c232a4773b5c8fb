import { Link } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { LinkOpenView } from '../../server/access/session.view';
import { spoken } from '../spoken';
import { Waiting } from '../pages/Waiting';
import { addressOf } from './address';
import { Alarm } from './Alarm';
import { KnownLogin, LEAST, NewPasswordField, TextField } from './controls';
import { Form, type Given, type Wrong } from './Form';
import { Head } from './Head';
import { change, enter } from './session';
import { useAccessSpeech } from './words';

/** Takes a one-time link: says what it is for, sets the password and signs in. */
export default function LinkPage() {
  const { own } = useAccessSpeech();
  const secret = useSecret();
  if (secret) return <Opened key={secret} secret={secret} />;
  return (
    <Head title={own.link.title}>
      <p className="lead">{own.link.missing}</p>
      <ToSignIn />
    </Head>
  );
}

/** The secret of the link, out of the address bar and the history at once. */
function useSecret(): string {
  const [secret, setSecret] = useState(() => location.hash.slice(1));
  useLayoutEffect(() => {
    const hide = () => {
      if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
    };
    // another link, opened in the same tab
    const take = () => {
      if (location.hash) setSecret(location.hash.slice(1));
      hide();
    };
    hide();
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return secret;
}

/** What a link is for, and the form that it needs. */
function Opened({ secret }: { secret: string }) {
  const { own } = useAccessSpeech();
  const [link, setLink] = useState<LinkOpenView | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    change<LinkOpenView>('POST', '/api/v1/links/open', { secret }).then(setLink, setError);
  }, [secret]);
  return (
    <>
      <Head title={link ? own.link.titles[link.purpose] : own.link.title}>
        {link && <p className="lead">{own.link.texts[link.purpose]}</p>}
      </Head>
      <section aria-label={own.link.title} className="narrow">
        <Alarm error={error} />
        {error && <ToSignIn />}
        {!link && !error && <Waiting rows={3} />}
        {link && <Use secret={secret} link={link} />}
        <OtherLanguage secret={secret} />
      </section>
    </>
  );
}

function ToSignIn() {
  const { own } = useAccessSpeech();
  return (
    <p className="btns">
      <Link className="btn" to="/$" params={{ _splat: 'logowanie' }}>
        {own.link.toSignIn}
      </Link>
    </p>
  );
}

function Use({ secret, link: { purpose, login } }: { secret: string; link: LinkOpenView }) {
  const { own } = useAccessSpeech();
  const isFirst = purpose === 'first_admin';
  const takesPassword = purpose !== 'break_glass';
  const check = (given: Given): Wrong => ({
    login: isFirst && !given['login']?.trim() ? own.needed : undefined,
    password: takesPassword && [...(given['password'] ?? '')].length < LEAST ? own.passwordShort : undefined,
  });
  return (
    <Form
      submit={takesPassword ? own.link.submit : own.link.enter}
      check={check}
      act={async (given) => {
        await enter('/api/v1/links/use', { secret, ...given });
        location.replace(addressOf('konto'));
      }}
    >
      {login !== null && <p className="strong">{own.link.account(login)}</p>}
      {login !== null && takesPassword && <KnownLogin login={login} />}
      {isFirst && (
        <>
          <TextField
            name="login"
            label={own.login}
            hint={own.link.loginHint}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
          />
          <TextField name="name" label={own.name} autoComplete="name" maxLength={200} />
        </>
      )}
      {takesPassword && <NewPasswordField />}
    </Form>
  );
}

/** The link of the bar knows nothing of the secret any more; this one takes it along. */
function OtherLanguage({ secret }: { secret: string }) {
  const { own } = useAccessSpeech();
  const other = spoken === 'en' ? 'pl' : 'en';
  const address = `${other === 'en' ? '/en' : ''}/zaproszenie`;
  return (
    <p className="tnote">
      <a
        href={address}
        lang={other}
        hrefLang={other}
        onClick={(event) => {
          event.preventDefault();
          location.assign(`${address}#${secret}`);
        }}
      >
        {own.link.otherLanguage}
      </a>
    </p>
  );
}
