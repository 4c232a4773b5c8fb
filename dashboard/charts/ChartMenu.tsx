import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { useSpeech } from '../language';
import type { Charted, Item } from './takeHome';

/** What the menu holds is fetched when it is opened. */
const MenuItems = lazy(() => import('./MenuItems'));

export interface Props extends Charted {
  onBrowse?: ((from: HTMLElement | null) => void) | undefined;
}

/** What can be taken home of a chart; opens below its button, closes by Esc or when the reader turns away. */
export function ChartMenu(props: Props) {
  const { words } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const [said, say] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (act: Item['act']) => {
    close();
    act().then(say, () => say(words.chart.failed));
  };
  return (
    <div
      className="more-menu"
      role="presentation"
      onKeyDown={(event) => isOpen && walk(event, close)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        className="dots"
        ref={button}
        aria-expanded={isOpen}
        aria-label={words.chart.menu}
        onClick={() => setOpen((now) => !now)}
      >
        <Dots />
      </button>
      {isOpen && (
        <Suspense>
          <MenuItems
            {...props}
            choose={choose}
            browse={() => {
              setOpen(false);
              props.onBrowse?.(button.current);
            }}
          />
        </Suspense>
      )}
      <output className="vh">{said}</output>
    </div>
  );
}

/** Arrows walk over the items as Tab does; Esc closes and gives the focus back. */
function walk(event: KeyboardEvent<HTMLElement>, close: () => void) {
  if (event.key === 'Escape') {
    event.stopPropagation();
    return close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll('button')].filter(
    (one) => one.offsetParent !== null,
  );
  const at = stops.findIndex((one) => one === document.activeElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
}

function Dots() {
  return (
    <svg width="14" height="14" viewBox="0 0 10 10" fill="currentColor" aria-hidden="true">
      <circle cx="1" cy="5" r="1.2" />
      <circle cx="5" cy="5" r="1.2" />
      <circle cx="9" cy="5" r="1.2" />
    </svg>
  );
}
