import { quarterNumber } from '../quarters';

const WIDTH = 92;
const HEIGHT = 34;
const EDGE = 3;

interface Props {
  quarters: string[];
  values: (number | null)[];
}

/** The scores of the last quarters as a small line, whole where neighbours follow each other; nothing where none is known. */
export function Spark({ quarters, values }: Props) {
  const numbers = quarters.map(quarterNumber);
  const known = values.flatMap((value, i) => (value === null ? [] : [{ at: numbers[i]!, value }]));
  if (known.length === 0) return null;
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const scores = known.map(({ value }) => value);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const x = (at: number) =>
    last === first ? WIDTH - EDGE : EDGE + ((at - first) / (last - first)) * (WIDTH - 2 * EDGE);
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const path = known
    .map(
      ({ at, value }, i) =>
        `${i > 0 && known[i - 1]!.at === at - 1 ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
  const end = known.at(-1)!;
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMaxYMid meet"
      aria-hidden="true"
    >
      <path d={path} />
      <circle cx={x(end.at)} cy={y(end.value)} r="3" className={end.at === last ? 'now' : 'then'} />
    </svg>
  );
}
