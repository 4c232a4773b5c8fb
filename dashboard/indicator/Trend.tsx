import { lazy } from 'react';
import type { IndicatorPageView } from '../../server/publish/indicator.view';
import { VIEWS, type IndicatorSearch } from '../address';
import { ChartFrame } from '../charts/ChartFrame';
import { ChartTable } from '../charts/ChartTable';
import { Room } from '../charts/Room';
import type { Table } from '../charts/table';
import type { Show } from '../pages/IndicatorPage';
import { Empty, InWords, Source } from './common';
import { findings, trendHeadline } from './sentences';
import { trendHeight } from './sizes';
import { quarterPoints, type QuarterPoint, type Scale } from './trend';
import { cityTable } from './cityTable';
import { useWhole, type Whole } from './whole';

const TrendChart = lazy(() => import('./IndicatorTrendChart'));
const ID = 'w-czasie';

interface Props {
  page: IndicatorPageView;
  search: IndicatorSearch;
  show: Show;
}

/** The mean over the quarters: scores with their bounds, or the measure itself. */
export function Trend({ page, search, show }: Props) {
  const whole = useWhole(page);
  const { own, authority, m, run } = whole;
  const scale: Scale = search.skala ?? 'ocena';
  const all = quarterPoints(page.trend, scale);
  const known = all.filter(({ value }) => value !== null);
  if (known.length === 0) return <Empty title={own.trend.title} text={own.trend.empty} />;
  const title = trendHeadline(all, scale, own, m);
  const latest = known.at(-1)!;
  const { says, table } = told(page, whole);
  const gaps = known.some(({ view }) => view!.missing > 0);
  return (
    <ChartFrame
      id={ID}
      headline={title}
      sub={says.sub(scale === 'miara' ? own.trend.measure(m.unit) : own.trend.score, authority)}
      chips={[
        own.chips.nIn(latest.view!.city?.n ?? latest.view!.observed, latest.quarter),
        gaps ? own.chips.bounds : own.chips.full,
        ...run,
      ]}
      isProvisional={known.some(({ isProvisional }) => isProvisional)}
      view={search.trend ?? VIEWS[0]}
      onView={(view) => show({ trend: view === 'wykres' ? undefined : view })}
      points={known.map((point) => said(point, scale, whole))}
      table={table}
      origin={whole.origin}
      panels={{
        wykres: <Drawing points={all} scale={scale} page={page} show={show} />,
        tabela: <ChartTable table={table} caption={own.trend.caption} missing={own.values.none} />,
        opis: (
          <InWords
            id={ID}
            lines={[
              findings(page, authority, own, m).join(' '),
              ...all.map((one) => said(one, scale, whole)),
            ]}
          />
        ),
      }}
      footer={<Source whole={whole} note={scale === 'miara' ? own.trend.noteMeasure : says.note} />}
    />
  );
}

/** The words around the line and the numbers under it: of the authority, or of its consultations. */
const told = (page: IndicatorPageView, whole: Whole) =>
  page.indicator.level === 'city'
    ? { says: whole.own.capacity, table: cityTable(page, whole) }
    : { says: whole.own.trend, table: trendTable(page, whole) };

/** What is said of a quarter, to the eye and to the ear. */
function said(point: QuarterPoint, scale: Scale, { own, m }: Whole): string {
  const { view, value, quarter, isProvisional } = point;
  if (!view || value === null) return own.trend.noPoint(quarter);
  return own.trend.point({
    name: quarter,
    value: scale === 'miara' ? m.said(value) : `${m.score(value)} ${own.ofHundred}`,
    base: view.city ? own.capacity.base(view.city.n) : own.hero.base(view.observed, view.consultations),
    band: view.missing > 0 && point.band ? point.band.map(m.score).join('–') : null,
    isProvisional,
  });
}

function trendTable({ trend }: IndicatorPageView, { own, m }: Whole): Table {
  const { columns, states } = own.trend;
  return {
    columns: [
      { name: 'quarter', label: columns.quarter, type: 'code', say: own.quarter.short },
      { name: 'score', label: columns.score, type: 'number' },
      { name: 'low', label: columns.low, type: 'number' },
      { name: 'high', label: columns.high, type: 'number' },
      { name: 'x', label: columns.x(m.unit), type: 'number', decimals: m.decimals },
      { name: 'consultations', label: columns.consultations, type: 'integer' },
      { name: 'observed', label: columns.observed, type: 'integer' },
      { name: 'missing', label: columns.missing, type: 'integer' },
      { name: 'not_due', label: columns.not_due, type: 'integer' },
      {
        name: 'state',
        label: columns.provisional,
        type: 'code',
        say: (code) => (code === 'final' ? states.final : states.provisional),
      },
    ],
    rows: trend.map((one) => [
      one.quarter,
      one.score,
      one.low,
      one.high,
      one.x,
      one.consultations,
      one.observed,
      one.missing,
      one.not_due,
      one.provisional ? 'provisional' : 'final',
    ]),
  };
}

interface DrawingProps extends Omit<Props, 'search'> {
  points: QuarterPoint[];
  scale: Scale;
}

function Drawing({ points, scale, page, show }: DrawingProps) {
  return (
    <>
      <Switch scale={scale} page={page} show={show} />
      <Room height={trendHeight}>
        {(width) => (
          <TrendChart
            points={points}
            scale={scale}
            page={page}
            width={width}
            height={trendHeight(width)}
            id={ID}
          />
        )}
      </Room>
    </>
  );
}

/** Which of the two the line shows; the choice stands in the address. */
function Switch({ scale, page, show }: Omit<DrawingProps, 'points'>) {
  const { own } = useWhole(page);
  return (
    <fieldset className="switch">
      <legend className="vh">{own.trend.switch}</legend>
      {(['ocena', 'miara'] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="skala"
            checked={one === scale}
            onChange={() => show({ skala: one === 'miara' ? 'miara' : undefined })}
          />
          <span>{own.trend.scales[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
