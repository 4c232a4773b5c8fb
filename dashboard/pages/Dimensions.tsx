import type { OverviewDimensionView, OverviewView } from '../../server/publish/overview.view';
import { ScoreLine } from '../charts/Scale';
import { figures } from '../figures';
import { useOverviewSpeech } from './overviewWords';

/** The dimensions as rows: dot, bounds, ring of the quarter before, and the share that is known. */
export function Dimensions({ view }: { view: OverviewView }) {
  const { words } = useOverviewSpeech();
  const { dimensions } = words.overview;
  const { columns } = dimensions;
  const before = view.previous && view.trend.findIndex(({ quarter }) => quarter === view.previous?.quarter);
  return (
    <section>
      <div className="sec">
        <h2>{dimensions.title}</h2>
        <p>{dimensions.sub(view.previous?.index == null ? null : view.previous.quarter)}</p>
      </div>
      <table className="tbl cards cards3 dimensions">
        <caption className="vh">{dimensions.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col" className="gx">
              <AxisEnds />
            </th>
            <th scope="col" className="r">
              {columns.score}
            </th>
            <th scope="col" className="r">
              {columns.filled}
            </th>
            <th scope="col" className="r">
              {columns.known}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.dimensions.map((one) => (
            <Row key={one.code} one={one} before={before === null ? null : (one.trend[before] ?? null)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The ends of the scale over a column of pictures. */
export function AxisEnds() {
  return (
    <span className="ends">
      <span>0</span>
      <span>100</span>
    </span>
  );
}

function Row({ one, before }: { one: OverviewDimensionView; before: number | null }) {
  const { words, formats } = useOverviewSpeech();
  const { columns } = words.overview.dimensions;
  const { score, range, share } = figures(formats, words);
  return (
    <tr>
      <th scope="row">
        <b>{one.label[formats.language]}</b>
      </th>
      <td className="gx">
        <ScoreLine index={one.score} low={one.low} high={one.high} before={before} />
      </td>
      <td className={one.score === null ? 'r none' : 'r sc'} data-l={columns.score}>
        {one.score === null ? words.index.tooLittle : score(one.score)}
      </td>
      <td className="r q filled" data-l={columns.filled}>
        {one.low === null || one.high === null ? '–' : range(one.low, one.high)}
      </td>
      <td className="r q" data-l={columns.known}>
        {one.coverage === null ? '–' : share(one.coverage)}
      </td>
    </tr>
  );
}
