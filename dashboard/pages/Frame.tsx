import { lazyRouteComponent, Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useAnswer } from '../answers';
import { codebookOf } from '../api';
import { useSpeech, WithCodebook } from '../language';
import { isMarked } from '../mark';
import { PAGES } from '../needs';
import { AuthorityMenu } from './AuthorityMenu';
import { useAuthority } from './authority';
import { Compass } from './marks';
import { NAVIGATION } from './navigation';
import { Pending } from './Waiting';

/** Only for whoever signed in at this computer: a reader fetches nothing of it. */
const PersonMenu = lazyRouteComponent(PAGES.other.script, 'PersonMenu');

/** What stands around every page: masthead, global bar and footer. */
export function Frame() {
  const { words } = useSpeech();
  const main = useRef<HTMLElement>(null);
  useOpenOnPaper();
  return (
    <>
      <a
        className="skip vh"
        href="#tresc"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.skip}
      </a>
      <DemonstrationLine />
      <Masthead />
      <Bar />
      <main id="tresc" className="in" ref={main} tabIndex={-1}>
        <Contents />
      </main>
      <Footer />
    </>
  );
}

/** Says above everything, on paper too, that nothing below is true of any city. */
function DemonstrationLine() {
  const { words } = useSpeech();
  const { current } = useAuthority();
  if (!current?.demonstration) return null;
  const { label, says } = words.demonstration;
  return (
    <aside className="demo" aria-label={label}>
      <p className="in">
        <b>{label}:</b> {says}
      </p>
    </aside>
  );
}

function Masthead() {
  const { words } = useSpeech();
  const { name } = useAuthority();
  return (
    <header className="mast">
      <div className="in">
        <Link className="brand" to="/" activeOptions={{ exact: true, includeSearch: false }}>
          <Compass />
          <span>
            <b>Busola</b>
            <span>
              <i>{words.product}</i>
              {name && (
                <>
                  <i> · </i>
                  {name}
                </>
              )}
            </span>
          </span>
        </Link>
        <nav className="nav" aria-label={words.mainMenu}>
          <ul>
            {NAVIGATION.map(({ to, name: word }) => (
              <li key={to}>
                <Link
                  to={to}
                  params={{ _splat: 'ankiety' }}
                  activeOptions={{ exact: to === '/', includeSearch: false }}
                >
                  {words[word]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function Bar() {
  const { words, formats } = useSpeech();
  const { pathname, searchStr } = useLocation();
  const other = formats.language === 'pl' ? 'en' : 'pl';
  return (
    <section className="bar" aria-label={words.barLabel}>
      <div className="in">
        <AuthorityMenu />
        <div className="push">
          {isMarked() && (
            <Suspense>
              <PersonMenu />
            </Suspense>
          )}
          <button type="button" className="ctl" onClick={() => window.print()}>
            {words.print}
          </button>
          <a
            className="ctl"
            lang={other}
            hrefLang={other}
            href={`${other === 'en' ? '/en' : ''}${pathname}${searchStr}`}
          >
            {words.otherLanguage}
          </a>
        </div>
      </div>
    </section>
  );
}

function Contents() {
  const codebook = useAnswer(codebookOf());
  if (codebook.data)
    return (
      <WithCodebook codebook={codebook.data}>
        <Outlet />
      </WithCodebook>
    );
  return (
    <div className="head">
      <h1 className="vh">Busola</h1>
      <Pending of={codebook} rows={8} height={56} />
    </div>
  );
}

function Footer() {
  const { words } = useSpeech();
  return (
    <footer className="foot-page">
      <div className="in">
        <p>{words.footer}</p>
        <ul>
          <li>
            <a href="/api/openapi.json">{words.apiLink}</a>
          </li>
          <li>
            <a href="/api/v1/codebook">{words.codebookLink}</a>
          </li>
          {!isMarked() && (
            <li>
              <Link to="/$" params={{ _splat: 'logowanie' }}>
                {words.signIn}
              </Link>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}

/** On paper nothing can be unfolded, so everything is, and folds again afterwards. */
function useOpenOnPaper() {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
      opened.forEach((fold) => (fold.open = true));
    };
    const close = () => opened.forEach((fold) => (fold.open = false));
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, []);
}
