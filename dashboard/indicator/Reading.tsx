import type { IndicatorPageView, IndicatorPointView } from '../../server/publish/indicator.view';
import { pictureNamed } from '../charts/picture-role';
import { bound } from '../words';
import { findings, isObserved } from './sentences';
import { useWhole } from './whole';

/** What the indicator asks, what is found, and the one number of the page with what surrounds it. */
export function Reading({ page }: { page: IndicatorPageView }) {
  const { own, formats, authority, m } = useWhole(page);
  const last = page.trend.at(-1);
  return (
    <>
      <p className="say second">{bound(page.indicator.meaning[formats.language])}</p>
      <p className="finding">{findings(page, authority, own, m).join(' ')}</p>
      {!isObserved(page) && (page.values_total > 0 || last?.city) && (
        <p className="finding">{bound(page.indicator.missing[formats.language])}</p>
      )}
      {last && last.score !== null && <Number page={page} point={last} />}
    </>
  );
}

function Number({ page, point }: { page: IndicatorPageView; point: IndicatorPointView }) {
  const { own, words, m } = useWhole(page);
  const { score, low, high, x } = point;
  const [from, to] = [low ?? score!, high ?? score!].map(m.score) as [string, string];
  return (
    <div className="figure">
      <div className="figure-n">
        <strong>{m.score(score!)}</strong>
        <span>
          <b>{own.ofHundred}</b>
          {point.provisional && <span className="chip prov">{words.chart.provisional}</span>}
          <br />
          {point.city
            ? own.capacity.base(point.city.n)
            : own.hero.base(point.observed, point.consultations)}{' '}
          · {point.missing === 0 ? own.hero.full : own.hero.bounds(from, to)}
          {x !== null && (
            <>
              <br />
              {own.hero.mean(m.said(x))}
            </>
          )}
        </span>
      </div>
      <svg
        className="scale-line"
        width="100%"
        height="40"
        {...pictureNamed(own.hero.scale(m.score(score!), from, to))}
      >
        {low !== null && high !== null && high > low && (
          <rect className="bounds" x={`${low}%`} width={`${high - low}%`} y="3" height="14" />
        )}
        <line className="axis" x1="0" x2="100%" y1="10" y2="10" />
        <circle className="now" cx={`${score}%`} cy="10" r="7" />
        <text x="0" y="36">
          {m.score(0)}
        </text>
        <text x="100%" y="36" textAnchor="end">
          {m.score(100)}
        </text>
      </svg>
    </div>
  );
}
