import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { VIEWS, type View } from '../address';
import { useSpeech } from '../language';
import { PlaceContext, useBrowsing } from './browsing';
import { ChartMenu } from './ChartMenu';
import { Chips } from './Chips';
import type { Origin } from './about';
import type { Table } from './table';

interface Props {
  id: string;
  headline: string;
  sub: string;
  view: View;
  onView: (view: View) => void;
  panels: Record<View, ReactNode>;
  footer: ReactNode;
  /** Its base, bounds, day and method, in that order. */
  chips?: string[] | undefined;
  isProvisional?: boolean | undefined;
  /** What is said of each of its points, in their order; with two or more they can be browsed. */
  points?: string[] | undefined;
  /** The numbers behind it; without them only pictures can be taken home. */
  table?: Table | undefined;
  origin: Origin;
}

/** What stands around every chart: its finding, tabs for chart, table and description, its menu and its source. */
export function ChartFrame(props: Props) {
  const { id, headline, sub, view, onView, panels, footer, chips, isProvisional, points = [] } = props;
  const figure = useRef<HTMLElement>(null);
  const browsing = useBrowsing(points.length);
  const canBrowse = points.length > 1 && view === 'wykres';
  return (
    <figure className="cf" aria-labelledby={`${id}-headline`} ref={figure} id={id}>
      <h3 id={`${id}-headline`}>{headline}</h3>
      <p className="sub">{sub}</p>
      <Chips items={chips ?? []} isProvisional={isProvisional} />
      <div className="tabline">
        <Tabs id={id} view={view} onView={onView} />
        {canBrowse && <BrowseButton onBrowse={browsing.enter} />}
        <ChartMenu
          {...props}
          figure={figure}
          onBrowse={canBrowse ? browsing.enter : undefined}
          hasPicture={view === 'wykres'}
        />
      </div>
      <PlaceContext value={browsing}>
        {VIEWS.map((one) => (
          <div
            key={one}
            className="panel"
            role="tabpanel"
            id={`${id}-${one}`}
            aria-labelledby={`${id}-tab-${one}`}
            hidden={one !== view}
          >
            {one === 'wykres' ? (
              <Stage browsing={browsing} points={points}>
                {panels.wykres}
              </Stage>
            ) : (
              panels[one]
            )}
          </div>
        ))}
      </PlaceContext>
      <footer>{footer}</footer>
    </figure>
  );
}

function BrowseButton({ onBrowse }: { onBrowse: (from: HTMLElement) => void }) {
  const { words } = useSpeech();
  return (
    <button type="button" className="browse" onClick={(event) => onBrowse(event.currentTarget)}>
      {words.chart.browse}
    </button>
  );
}

interface StageProps {
  browsing: ReturnType<typeof useBrowsing>;
  points: string[];
  children: ReactNode;
}

/** The drawing; while its points are browsed it takes the keys, and one line says the point, to the eye and to the ear. */
function Stage({ browsing, points, children }: StageProps) {
  const { words } = useSpeech();
  const { at, isOn, stage } = browsing;
  if (points.length < 2) return <>{children}</>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role stands while it takes keys
    <div
      className="stage"
      ref={stage}
      tabIndex={-1}
      onKeyDown={browsing.onKeyDown}
      onBlur={browsing.leave}
      onPointerLeave={() => isOn || browsing.go(null)}
      role={isOn ? 'application' : 'presentation'}
      aria-label={isOn ? words.chart.browsed : undefined}
    >
      {children}
      <p className="point" aria-live="polite">
        {at !== null && (
          <>
            <b>{points[at]}</b> <span>{words.chart.place(at + 1, points.length)}</span>
          </>
        )}
      </p>
      {isOn && <p className="point hint">{words.chart.browseHint}</p>}
    </div>
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
      aria-label={words.chart.tabList}
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
          {words.chart.tabs[one]}
        </button>
      ))}
    </div>
  );
}
