import type { OverviewView, PeriodIndexView } from '../../server/publish/overview.view';
import type { View } from '../address';
import { ChartFrame } from '../charts/ChartFrame';
import { trendPoints, type TrendPoint } from '../charts/trend';
import { TrendPlot } from '../charts/TrendPlot';
import { figures } from '../figures';
import { useOverviewSpeech, type OverviewSpeech } from './overviewWords';
import { quarterSaid, trendTable } from './trendTable';

const ID = 'przebieg-indeksu';

interface Props {
  view: OverviewView;
  chart: View;
  onView: (view: View) => void;
}

/** The index over up to twelve quarters: drawn, as a table with every number, and in words. */
export function Trend({ view, chart, onView }: Props) {
  const speech = useOverviewSpeech();
  const { trend } = speech.words.overview;
  const points = trendPoints(view.trend);
  const isDrawn = points.some(({ index }) => index !== null);
  const [first, last] = [view.trend[0]!.quarter, view.trend.at(-1)!.quarter];
  return (
    <ChartFrame
      id={ID}
      headline={headline(view.trend, speech)}
      sub={trend.sub(first, last)}
      origin={{ code: view.quarter.quarter, meta: view.meta }}
      view={chart}
      onView={onView}
      points={scored(view.trend).map((row) => quarterSaid(row, speech))}
      table={trendTable(view.trend, speech)}
      panels={{
        wykres: isDrawn ? <TrendPlot points={points} id={ID} /> : <p className="text">{trend.noChart}</p>,
        tabela: <TrendTable rows={view.trend} />,
        opis: <Description points={points} rows={view.trend} />,
      }}
      footer={
        <>
          {isDrawn && <Key points={points} />}
          <p>
            {view.method[speech.formats.language]} · {speech.words.index.asOf(view.meta.as_of)}
          </p>
        </>
      }
    />
  );
}

const scored = (rows: PeriodIndexView[]) =>
  rows.filter((row): row is PeriodIndexView & { index: number } => row.index !== null);

function headline(rows: PeriodIndexView[], { words, formats }: OverviewSpeech): string {
  const { trend } = words.overview;
  const { score } = figures(formats, words);
  const order = scored(rows).sort((a, b) => a.index - b.index);
  const [low, high] = [order[0], order.at(-1)];
  if (!low || !high) return trend.none(rows.length);
  if (low === high) return trend.single(low.quarter, score(low.index));
  return trend.headline({
    high: score(high.index),
    highAt: high.quarter,
    low: score(low.index),
    lowAt: low.quarter,
  });
}

function Key({ points }: { points: TrendPoint[] }) {
  const { words } = useOverviewSpeech();
  const { trend } = words.overview;
  return (
    <ul className="legend">
      <li>
        <svg width="18" height="10" aria-hidden="true">
          <rect className="p-wait" width="18" height="10" />
        </svg>
        {trend.keyBand}
      </li>
      {points.some(({ isProvisional }) => isProvisional) && (
        <li>
          <svg width="26" height="12" aria-hidden="true">
            <path className="dashed" d="M0 6h16" />
            <circle className="hollow" cx="19" cy="6" r="4.5" />
          </svg>
          {trend.keyProvisional}
        </li>
      )}
    </ul>
  );
}

function TrendTable({ rows }: { rows: PeriodIndexView[] }) {
  const { words, formats } = useOverviewSpeech();
  const { trend, quarter } = words.overview;
  const { tenth, range } = figures(formats, words);
  const { columns } = trend;
  return (
    <table className="tbl cards cards3">
      <caption>{trend.caption}</caption>
      <thead>
        <tr>
          {(['quarter', 'index', 'filled', 'grade', 'n', 'state'] as const).map((name) => (
            <th key={name} scope="col" className={['index', 'filled', 'n'].includes(name) ? 'r' : undefined}>
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map((row) => (
          <tr key={row.quarter}>
            <th scope="row">{quarter.short(row.quarter)}</th>
            <td className={row.index === null ? 'r none' : 'r'} data-l={columns.index}>
              {row.index === null ? words.index.noIndex : tenth(row.index)}
            </td>
            <td className="r q filled" data-l={columns.filled}>
              {row.low === null || row.high === null ? '–' : range(row.low, row.high)}
            </td>
            <td data-l={columns.grade}>{row.grade ?? '–'}</td>
            <td className="r" data-l={columns.n}>
              {formats.number(row.consultations)}
            </td>
            <td data-l={columns.state}>{row.provisional ? words.overview.provisional : trend.final}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Description({ points, rows }: { points: TrendPoint[]; rows: PeriodIndexView[] }) {
  const speech = useOverviewSpeech();
  const { trend } = speech.words.overview;
  const known = scored(rows);
  const provisional = known.filter((row) => row.provisional).map(({ quarter }) => quarter);
  const missing = points.filter(({ index }) => index === null).map(({ quarter }) => quarter);
  return (
    <div className="text" id={`${ID}-words`}>
      {known.length > 0 && (
        <p>
          {trend.line(known.length, known[0]!.quarter, known.at(-1)!.quarter)} {headline(rows, speech)}.
        </p>
      )}
      {known.length === 0 && <p>{trend.noChart}</p>}
      {provisional.length > 0 && <p>{trend.provisional(provisional)}</p>}
      {missing.length > 0 && <p>{trend.missing(missing)}</p>}
    </div>
  );
}
