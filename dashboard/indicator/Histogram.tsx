import type { BinView } from '../../server/publish/indicator.view';
import { usePlace } from '../charts/browsing';
import { picturedBy } from '../charts/picture-role';
import { HISTOGRAM_HEIGHT } from './sizes';
import { roundTicks } from './trend';

interface Props {
  bins: BinView[];
  /** A measure as it is written on the axis. */
  said: (x: number) => string;
  id: string;
  width: number;
}

const LEFT = 34;
const RIGHT = 18;
const TOP = 12;
const BOTTOM = 30;

/** How many consultations lie in each stretch of the measure; bars stand for size, so they start at 0. */
export default function Histogram({ bins, said, id, width }: Props) {
  const step = Math.max(0, width - LEFT - RIGHT) / bins.length;
  const ticks = roundTicks(0, Math.max(...bins.map(({ consultations }) => consultations)), 4).filter(
    Number.isInteger,
  );
  const y = (n: number) => TOP + (1 - n / ticks.at(-1)!) * (HISTOGRAM_HEIGHT - TOP - BOTTOM);
  return (
    <svg width={width} height={HISTOGRAM_HEIGHT} {...picturedBy(id)}>
      {ticks.map((n) => (
        <g key={n}>
          <line className={n === 0 ? 'axl' : 'gl'} x1={LEFT} x2={width - RIGHT} y1={y(n)} y2={y(n)} />
          <text className="ax" x={LEFT - 8} y={y(n) + 4} textAnchor="end">
            {n}
          </text>
        </g>
      ))}
      <Bars bins={bins} step={step} y={y} />
      {edges(bins).map(({ i, x }) => (
        <text key={i} className="ax" x={LEFT + i * step} y={HISTOGRAM_HEIGHT - 10} textAnchor="middle">
          {said(x)}
        </text>
      ))}
    </svg>
  );
}

/** The bars; the whole height of a bin answers to the pointer, also where its bar is low. */
function Bars({ bins, step, y }: { bins: BinView[]; step: number; y: (n: number) => number }) {
  const { at, go } = usePlace();
  return bins.map(({ from, consultations }, i) => (
    <g key={from} onPointerEnter={() => go(i)}>
      <rect
        className="catch"
        x={LEFT + i * step}
        width={step}
        y={TOP}
        height={HISTOGRAM_HEIGHT - TOP - BOTTOM}
      />
      <rect
        className={i === at ? 'bin chosen-bin' : 'bin'}
        x={LEFT + i * step + 1}
        width={Math.max(1, step - 2)}
        y={y(consultations)}
        height={y(0) - y(consultations)}
      />
    </g>
  ));
}

/** Which borders of the bins are named: the first, the middle, the last; of a single bin its value, below its middle. */
function edges(bins: BinView[]): { i: number; x: number }[] {
  const [first, last] = [bins[0]!, bins.at(-1)!];
  if (first.from === last.to) return [{ i: 0.5, x: first.from }];
  const middle = Math.floor(bins.length / 2);
  return [
    { i: 0, x: first.from },
    { i: middle, x: bins[middle]!.from },
    { i: bins.length, x: last.to },
  ];
}
