import { figures } from '../figures';
import { useSpeech } from '../language';

/** The index from which a grade is given (method.md 4.9). */
const GRADES: { grade: string; from: number; to: number }[] = [
  { grade: 'E', from: 0, to: 35 },
  { grade: 'D', from: 35, to: 50 },
  { grade: 'C', from: 50, to: 65 },
  { grade: 'B', from: 65, to: 80 },
  { grade: 'A', from: 80, to: 100 },
];

interface Props {
  index: number | null;
  low: number | null;
  high: number | null;
  grade: string | null;
  /** The quarter before, where it has an index. */
  before?: { quarter: string; index: number } | null;
}

const percent = (value: number) => `${value}%`;

/** The scale from 0 to 100 with the borders of the grades: pale block = bounds, dot = value, ring = before. */
export function Scale({ index, low, high, grade, before }: Props) {
  const picture = { role: 'img', 'aria-label': useScaleWords(index, low, high, before) } as const;
  return (
    <svg className="scale" width="100%" height="50" {...picture}>
      {low !== null && high !== null && (
        <rect
          className="bounds"
          x={percent(low)}
          width={percent(Math.max(high - low, 0.6))}
          y="10"
          height="14"
        />
      )}
      <line className="axl" x1="0" x2="100%" y1="17" y2="17" />
      {[0, ...GRADES.map(({ to }) => to)].map((at) => (
        <line key={at} className="axl" x1={percent(at)} x2={percent(at)} y1="17" y2="29" />
      ))}
      {GRADES.map((one) => (
        <text
          key={one.grade}
          className={one.grade === grade ? 'm k' : 'm'}
          x={percent((one.from + one.to) / 2)}
          y="44"
        >
          {one.grade}
        </text>
      ))}
      <text x="0" y="44">
        0
      </text>
      <text x="100%" y="44" className="e">
        100
      </text>
      {before && <circle className="ring" cx={percent(before.index)} cy="17" r="5" />}
      {index !== null && <circle className="dot" cx={percent(index)} cy="17" r="7.5" />}
    </svg>
  );
}

function useScaleWords(
  index: number | null,
  low: number | null,
  high: number | null,
  before: Props['before'],
) {
  const { words, formats } = useSpeech();
  const { scale } = words.index;
  const { score, range } = figures(formats, words);
  return [
    index === null ? scale.none : scale.value(score(index)),
    low !== null && high !== null ? scale.bounds(range(low, high)) : '',
    before ? scale.before(before.quarter, score(before.index)) : '',
  ].join('');
}

/** A score in a row or a tile, drawn as on the scale; the numbers stand beside it as text. */
export function ScoreLine({
  index,
  low,
  high,
  before,
}: Omit<Props, 'grade' | 'before'> & { before?: number | null }) {
  return (
    <svg className="rng" width="100%" height="16" aria-hidden="true">
      {low !== null && high !== null && high > low && (
        <rect className="bounds" x={percent(low)} width={percent(high - low)} y="3" height="10" />
      )}
      <line className="gl" x1="0" x2="100%" y1="8" y2="8" />
      {before !== null && before !== undefined && (
        <circle className="ring" cx={percent(before)} cy="8" r="3.5" />
      )}
      {index !== null && <circle className="dot" cx={percent(index)} cy="8" r="5" />}
    </svg>
  );
}
