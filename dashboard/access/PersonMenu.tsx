import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useDismissal } from '../pages/AuthorityMenu';
import { Mark } from '../pages/marks';
import { signOut } from './session';
import { administers, worksOnRecords } from './SignedIn';
import { useSession } from './SignInPage';
import { useAccessSpeech } from './words';

/** The name of whoever is signed in, and the way to their pages. */
export function PersonMenu() {
  const { own } = useAccessSpeech();
  const { session } = useSession();
  const menu = useRef<HTMLDetailsElement>(null);
  useDismissal(menu);
  if (!session?.person) return null;
  const pages = [
    ['konto', own.accountPage],
    ...(worksOnRecords(session) ? [['rekordy', own.recordsPage]] : []),
    ...(administers(session)
      ? [
          ['osoby', own.peoplePage],
          ['dziennik', own.auditPage],
        ]
      : []),
  ] as const;
  const close = () => menu.current?.removeAttribute('open');
  return (
    <details className="menu person" ref={menu}>
      <summary className="ctl">
        <b>{session.person.name ?? session.person.login}</b>
        <Mark shape="down" />
      </summary>
      <ul>
        {pages.map(([page, name]) => (
          <li key={page}>
            <Link to="/$" params={{ _splat: page! }} onClick={close}>
              {name}
            </Link>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => void signOut(false).catch(() => location.reload())}>
            {own.signOut}
          </button>
        </li>
      </ul>
    </details>
  );
}
