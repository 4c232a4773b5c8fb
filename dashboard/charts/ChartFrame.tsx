import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { VIEWS, type View } from '../address';
import { useSpeech } from '../language';

interface Props {
  id: string;
  headline: string;
  sub: string;
  view: View;
  onView: (view: View) => void;
  panels: Record<View, ReactNode>;
  footer: ReactNode;
}

/** What stands around every chart: its finding, tabs for chart, table and description, and its source. */
export function ChartFrame({ id, headline, sub, view, onView, panels, footer }: Props) {
  return (
    <figure className="cf" aria-labelledby={`${id}-headline`}>
      <h3 id={`${id}-headline`}>{headline}</h3>
      <p className="sub">{sub}</p>
      <Tabs id={id} view={view} onView={onView} />
      {VIEWS.map((one) => (
        <div
          key={one}
          className="panel"
          role="tabpanel"
          id={`${id}-${one}`}
          aria-labelledby={`${id}-tab-${one}`}
          hidden={one !== view}
        >
          {panels[one]}
        </div>
      ))}
      <footer>{footer}</footer>
    </figure>
  );
}

const STEPS: Record<string, (at: number) => number> = {
  ArrowRight: (at) => (at + 1) % VIEWS.length,
  ArrowLeft: (at) => (at + VIEWS.length - 1) % VIEWS.length,
  Home: () => 0,
  End: () => VIEWS.length - 1,
};

function Tabs({ id, view, onView }: Pick<Props, 'id' | 'view' | 'onView'>) {
  const { words } = useSpeech();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step(VIEWS.indexOf(view));
    onView(VIEWS[next]!);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      className="tabs"
      role="tablist"
      tabIndex={-1}
      aria-label={words.course.tabList}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`${id}-tab-${one}`}
          aria-controls={`${id}-${one}`}
          aria-selected={one === view}
          tabIndex={one === view ? 0 : -1}
          onClick={() => onView(one)}
        >
          {words.course.tabs[one]}
        </button>
      ))}
    </div>
  );
}
