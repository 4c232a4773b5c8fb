import { Link } from '@tanstack/react-router';
import type { OverviewIndicatorView, OverviewView } from '../../server/publish/overview.view';
import { ScoreLine } from '../charts/Scale';
import { Spark } from '../charts/Spark';
import { figures } from '../figures';
import { useOverviewSpeech } from './overviewWords';

/** Tiles that are read first; fewer would leave a row half empty. */
const WIDE = 3;

/** From the lowest score; those without one last, in the order of the catalogue. */
export const byScore = (indicators: OverviewIndicatorView[]): OverviewIndicatorView[] =>
  indicators.toSorted((a, b) => (a.score ?? Infinity) - (b.score ?? Infinity) || 0);

/** Every indicator of the quarter in a tile, the weakest first. */
export function Tiles({ view }: { view: OverviewView }) {
  const { words } = useOverviewSpeech();
  const { tiles } = words.overview;
  const sorted = byScore(view.indicators);
  const known = sorted.filter(({ score }) => score !== null).length;
  return (
    <section>
      <div className="sec">
        <h2>{tiles.title(sorted.length)}</h2>
        <p>{tiles.sub}</p>
      </div>
      <div className="tiles">
        {sorted.map((one, i) => (
          <Tile key={one.code} one={one} view={view} isWide={i < WIDE && known >= WIDE} />
        ))}
      </div>
    </section>
  );
}

interface Props {
  one: OverviewIndicatorView;
  view: OverviewView;
  isWide: boolean;
}

function Tile({ one, view, isWide }: Props) {
  const { words, formats } = useOverviewSpeech();
  const { tiles } = words.overview;
  const { score } = figures(formats, words);
  const before = view.trend.findIndex(({ quarter }) => quarter === view.previous?.quarter);
  const all = one.observed + one.missing + one.not_due;
  const base = [
    one.level === 'city' ? tiles.ofCity : tiles.of(one.observed, all),
    one.level !== 'city' && one.not_due > 0 && tiles.waiting(one.not_due),
    one.provisional && tiles.provisional,
  ];
  return (
    <article className={isWide ? 'tile wide' : 'tile'}>
      <h3>
        <Link to="/wskazniki/$kod" params={{ kod: one.code }} search={({ org }) => ({ org })}>
          {one.label[formats.language]}
        </Link>
      </h3>
      <div className="val">
        <Value one={one} />
        <Spark quarters={view.trend.map(({ quarter }) => quarter)} values={one.trend} />
      </div>
      <ScoreLine index={one.score} low={one.low} high={one.high} before={one.trend[before] ?? null} />
      <p className="foot">
        {one.score !== null && <b>{tiles.score(score(one.score))}</b>}
        {one.score !== null && ' · '}
        {base.filter(Boolean).join(' · ')}
      </p>
      {one.weight === 0 && <p className="foot">{tiles.apart}</p>}
    </article>
  );
}

function Value({ one: { x, unit } }: { one: OverviewIndicatorView }) {
  const { words, formats } = useOverviewSpeech();
  const { figure, unitWord } = figures(formats, words);
  if (x === null) return <p className="none">{words.overview.tiles.none}</p>;
  return (
    <p>
      <strong>
        {figure(x, unit)}
        {unit.en === '%' && <small>%</small>}
      </strong>
      {unit.en !== '%' && <span>{unitWord(x, unit)}</span>}
    </p>
  );
}
