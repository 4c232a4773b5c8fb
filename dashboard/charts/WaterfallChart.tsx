import type { ReactNode } from 'react';
import { figures } from '../figures';
import { useSpeech } from '../language';
import { usePlace } from './browsing';
import { waterfallDomain, type Step } from './waterfall';
import { useScoreSpeech } from '../pages/scoreWords';

interface Props {
  steps: Step[];
  /** Names of the dimensions by their codes. */
  names: Record<string, string>;
  index: number;
  width: number;
  /** Name of the hatch in the document. */
  hatch: string;
  labelledBy: string;
  describedBy: string;
}

/** Two drawings, not one scaled: on a phone the words of a row stand above its bar. */
const DRAWINGS = {
  wide: { row: 36, bar: 20, left: 232, right: 56, above: 0 },
  narrow: { row: 46, bar: 16, left: 0, right: 12, above: 22 },
};
const NARROW_BELOW = 520;
const AXIS = 44;

interface Frame {
  row: number;
  bar: number;
  above: number;
  width: number;
  left: number;
  x: (value: number) => number;
}

/** The way from 100 to the index as bars that hang on each other; plain SVG, so that a card needs no chart library for it. */
export function WaterfallChart({ steps, names, index, width, hatch, labelledBy, describedBy }: Props) {
  const { words, formats } = useScoreSpeech();
  const { tenth } = figures(formats, words);
  const [low, high] = waterfallDomain(index);
  const { row, bar, left, right, above } = width < NARROW_BELOW ? DRAWINGS.narrow : DRAWINGS.wide;
  const x = (value: number) => left + ((value - low) / (high - low)) * (width - left - right);
  const frame: Frame = { row, bar, above, width, left, x };
  const bottom = (steps.length + 2) * row;
  const picture = { role: 'img', 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } as const;
  return (
    <svg width={width} height={bottom + AXIS} {...picture}>
      <Axis low={low} bottom={bottom} frame={frame} />
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="hatch" x1="0" x2="0" y1="0" y2="6" />
      </pattern>
      <End at={0} name={words.score.start} value={100} say={tenth(100)} frame={frame} />
      {steps.map((step, i) => (
        <Fall key={step.code} step={step} name={names[step.code]!} at={i + 1} hatch={hatch} frame={frame} />
      ))}
      <End at={steps.length + 1} name={words.score.end} value={index} say={tenth(index)} frame={frame} />
    </svg>
  );
}

function Axis({ low, bottom, frame: { x, left } }: { low: number; bottom: number; frame: Frame }) {
  const { words, formats } = useScoreSpeech();
  const step = 100 - low > 50 ? 20 : 10;
  const ticks = Array.from({ length: Math.floor((100 - low) / step) + 1 }, (_, i) => 100 - i * step);
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="gl" x1={x(tick)} x2={x(tick)} y1="4" y2={bottom} />
          <text
            className="ax"
            x={x(tick)}
            y={bottom + 16}
            textAnchor={tick === low && left === 0 ? 'start' : 'middle'}
          >
            {formats.number(tick)}
          </text>
        </g>
      ))}
      <text className="ax" x={left} y={bottom + 36}>
        {low === 0 ? words.score.axis : words.score.axisFrom(low)}
      </text>
    </g>
  );
}

interface RowProps {
  at: number;
  name: string;
  frame: Frame;
}

/** The whole height of a row answers to the pointer, and shows that the reader is at it. */
function Row({ at, frame: { row, width }, children }: Omit<RowProps, 'name'> & { children: ReactNode }) {
  const place = usePlace();
  return (
    <g onPointerEnter={() => place.go(at)}>
      <rect className={at === place.at ? 'chosen-row' : 'catch'} y={at * row} width={width} height={row} />
      {children}
    </g>
  );
}

/** The full scale above, the index below: an upright mark with its number. */
function End({ at, name, value, say, frame }: RowProps & { value: number; say: string }) {
  const { row, bar, above, width, x } = frame;
  const top = at * row + above + (row - above - bar) / 2;
  return (
    <Row at={at} frame={frame}>
      <text className="row halo" x={0} y={textAt(at, frame)}>
        {name}
      </text>
      <line className="end-mark" x1={x(value)} x2={x(value)} y1={top - 3} y2={top + bar + 3} />
      <text className="row halo" x={width} y={textAt(at, frame)} textAnchor="end">
        {say}
      </text>
    </Row>
  );
}

function Fall({ step, name, at, hatch, frame }: RowProps & { step: Step; hatch: string }) {
  const { words, formats } = useSpeech();
  const { signed } = figures(formats, words);
  const { row, bar, above, width, x } = frame;
  const top = at * row + above + (row - above - bar) / 2;
  const box = { x: x(step.to), y: top, width: x(step.from) - x(step.to), height: bar };
  return (
    <Row at={at} frame={frame}>
      {above === 0 && (
        <line className="joint" x1={x(step.from)} x2={x(step.from)} y1={top - row + bar} y2={top} />
      )}
      <text className="name halo" x={0} y={textAt(at, frame)}>
        {name}
      </text>
      <rect className="p-late" {...box} />
      <rect {...box} fill={`url(#${hatch})`} />
      <text className="name halo" x={width} y={textAt(at, frame)} textAnchor="end">
        {signed(step.points)}
      </text>
    </Row>
  );
}

const textAt = (at: number, { row, above }: Frame): number => at * row + (above > 0 ? 16 : row / 2 + 5);
