import type { IndicatorPageView, IndicatorView } from '../../server/publish/indicator.view';
import { useLabels } from '../language';
import { pictureNamed } from '../charts/picture-role';
import { SourceLink } from '../pages/SourceLink';
import { bound } from '../words';
import { useWhole, type Whole } from './whole';

/** How the indicator is computed, from what, and by whose rule. */
export function Definition({ page }: { page: IndicatorPageView }) {
  const whole = useWhole(page);
  const labels = useLabels();
  const { own, formats } = whole;
  const { indicator } = page;
  const { definition } = own;
  const said = (text: { pl: string; en: string }) => bound(text[formats.language]);
  return (
    <>
      <h2>{definition.title}</h2>
      <p className="formula">{said(indicator.formula)}</p>
      <h3>{definition.scale}</h3>
      <Goalposts indicator={indicator} whole={whole} />
      <Facts page={page} whole={whole} />
      <h3>{definition.why}</h3>
      <p>{said(indicator.reason)}</p>
      <h3>{definition.missing}</h3>
      <p>{said(indicator.missing)}</p>
      <h3>{definition.source}</h3>
      <p>
        <SourceLink href={indicator.source} />
      </p>
      <h3>{definition.facts}</h3>
      <ul className="reads">
        {indicator.facts.map((name) => (
          <li key={name}>
            {definition.related[name] ?? labels.field(name)} <code>{name}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The two measures that score 0 and 100, at the ends of a line; where less is better the greater one stands left. */
function Goalposts({ indicator, whole: { own, m } }: { indicator: IndicatorView; whole: Whole }) {
  const [worst, best] = indicator.goalposts.map(m.said) as [string, string];
  const { definition, hero } = own;
  return (
    <>
      <svg className="posts" width="100%" height="46" {...pictureNamed(hero.goalposts(worst, best))}>
        <line className="axis" x1="0" x2="100%" y1="23" y2="23" />
        {['0', '25%', '50%', '75%', '100%'].map((x) => (
          <line key={x} className="axis" x1={x} x2={x} y1="19" y2="27" />
        ))}
        <text className="k" x="0" y="13">
          {worst}
        </text>
        <text className="k" x="100%" y="13" textAnchor="end">
          {best}
        </text>
        <text x="0" y="43">
          {definition.points(0)}
        </text>
        <text x="100%" y="43" textAnchor="end">
          {definition.points(100)}
        </text>
      </svg>
      <p>{definition.scaleSays(worst, best)}</p>
    </>
  );
}

function Facts({ page, whole: { own, m } }: { page: IndicatorPageView; whole: Whole }) {
  const { definition, catalogue } = own;
  const { weight, goalposts, provisional } = page.indicator;
  return (
    <dl className="facts">
      <dt>{definition.direction}</dt>
      <dd>{goalposts[0] < goalposts[1] ? definition.more : definition.less}</dd>
      <dt>{definition.unit}</dt>
      <dd>{m.unit}</dd>
      <dt>{definition.weight}</dt>
      <dd>{weight > 0 ? m.score(weight) : catalogue.notCounted}</dd>
      <dt>{definition.method}</dt>
      <dd>
        {page.meta.method}
        {provisional && <small>{catalogue.provisional}</small>}
      </dd>
    </dl>
  );
}
