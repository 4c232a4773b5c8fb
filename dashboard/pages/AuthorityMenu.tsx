import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { inLanguage, useSpeech } from '../language';
import { useAuthority } from './authority';
import { Mark } from './marks';

/** Says whose consultations these are; where the instance holds several authorities, lets the reader choose. */
export function AuthorityMenu() {
  const { words, formats } = useSpeech();
  const { items, current, name } = useAuthority();
  const { pathname } = useLocation();
  const menu = useRef<HTMLDetailsElement>(null);
  useDismissal(menu);
  const label = (
    <>
      <i>{words.authority}</i> <b>{name}</b>
    </>
  );
  if (items.length < 2) return <span className="ctl">{label}</span>;
  return (
    <details className="menu" ref={menu}>
      <summary className="ctl">
        {label}
        <Mark shape="down" />
      </summary>
      <ul aria-label={words.chooseAuthority}>
        {items.map((one) => (
          <li key={one.code}>
            <Link
              to={pathname === '/' ? '/' : '/konsultacje'}
              search={{ org: one.default ? undefined : one.code }}
              aria-current={one === current ? 'true' : undefined}
              onClick={() => menu.current?.removeAttribute('open')}
            >
              {inLanguage(one.name, formats.language)?.text ?? one.code}
              <small>{words.inAuthority(one.consultations)}</small>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Closes a menu by Esc, or when the reader turns to something else. */
export function useDismissal(menu: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector('summary')?.focus();
    };
    const onElsewhere = (event: Event) => {
      if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target))
        menu.current.open = false;
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onElsewhere);
    document.addEventListener('pointerdown', onElsewhere);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', onElsewhere);
      document.removeEventListener('pointerdown', onElsewhere);
    };
  }, [menu]);
}
