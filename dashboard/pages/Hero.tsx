import type { ComparedIndexView, OverviewView, PeriodIndexView } from '../../server/publish/overview.view';
import type { IndexView } from '../../server/publish/score.view';
import { Scale } from '../charts/Scale';
import { figures, filledIn, tenth } from '../figures';
import { useOverviewSpeech } from './overviewWords';
import { quarterName, quarterNumber } from '../quarters';
import { Mark } from './marks';

/** The one number of the page with its grade, bounds and base, on its scale, against the quarters before. */
export function Hero({ view }: { view: OverviewView }) {
  const { words, formats } = useOverviewSpeech();
  const { overview } = words;
  const { score } = figures(formats, words);
  const { quarter, previous } = view;
  const before = previous?.index == null ? null : { quarter: previous.quarter, index: previous.index };
  return (
    <div className="hero">
      <div className="hero-n">
        <strong className={quarter.index === null ? 'no' : undefined}>
          {quarter.index === null ? words.index.noIndex : score(quarter.index)}
        </strong>
        <p>
          {quarter.index !== null && (
            <>
              <b>{words.index.outOf}</b>
              {quarter.grade && ` · ${words.index.grade(quarter.grade)}`}
              {quarter.provisional && <span className="chip prov">{overview.provisional}</span>}
              <br />
            </>
          )}
          <Filled of={quarter} />
          <br />
          {overview.full(quarter.consultations)}
        </p>
      </div>
      <p className="method">{view.method[formats.language]}</p>
      <Scale
        index={quarter.index}
        low={quarter.low}
        high={quarter.high}
        grade={quarter.grade}
        before={before}
      />
      <p className="key">
        {[words.index.scale.block, before && words.index.scale.ring(before.quarter)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Beyond of={[quarter]} />
      <Comparison view={view} />
    </div>
  );
}

/** What the index would be, were the gaps filled; or that there are none. */
export function Filled({ of }: { of: Pick<IndexView, 'index' | 'low' | 'high'> }) {
  const { words, formats } = useOverviewSpeech();
  return filledIn(of, { words, formats });
}

/** Says why bounds may lie beside their index, where some do. */
export function Beyond({ of: all }: { of: Pick<IndexView, 'index' | 'low' | 'high'>[] }) {
  const { words } = useOverviewSpeech();
  const some = all.some(
    ({ index, low, high }) =>
      index !== null &&
      low !== null &&
      high !== null &&
      (tenth(index) < tenth(low) || tenth(index) > tenth(high)),
  );
  return some ? <p className="tnote">{words.index.beyond}</p> : null;
}

function Comparison({ view }: { view: OverviewView }) {
  const { words } = useOverviewSpeech();
  const now = quarterNumber(view.quarter.quarter);
  const rows = [
    { quarter: quarterName(now - 1), one: view.previous },
    { quarter: quarterName(now - 4), one: view.year_before },
  ];
  return (
    <>
      <dl className="cmp">
        {rows.map(({ quarter, one }) => (
          <div key={quarter} className="pair">
            <dt>{words.overview.compare.with(quarter)}</dt>
            <Against now={view.quarter} then={one} />
          </div>
        ))}
      </dl>
      <p className="tnote">
        {rows.some(({ one }) => one?.comparable === false)
          ? words.overview.compare.incomparable
          : words.overview.compare.untested}
      </p>
    </>
  );
}

function Against({ now, then }: { now: PeriodIndexView; then: ComparedIndexView | null }) {
  const { words, formats } = useOverviewSpeech();
  const { compare } = words.overview;
  const { signed, tenth: shown } = figures(formats, words);
  if (!then) return <dd className="none wide">{compare.none}</dd>;
  if (then.index === null) return <dd className="none wide">{compare.noIndex(then.consultations)}</dd>;
  const was = compare.was(shown(then.index), then.consultations);
  if (now.index === null || !then.comparable) return <dd className="wide">{was}</dd>;
  const by = tenth(tenth(now.index) - tenth(then.index));
  return (
    <>
      <dd>
        <span className="mk">
          <Mark shape={by > 0 ? 'triangle' : by < 0 ? 'fall' : 'disc'} />
          <b>{compare.points(signed(by))}</b>
        </span>
      </dd>
      <dd className="was">{was}</dd>
    </>
  );
}
