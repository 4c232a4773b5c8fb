import { useSpeech } from '../language';
import { quarterNames } from '../quarters';
import type { TrendPoint } from './trend';

/** Room for the number at the end of the line. */
export const END = 44;

interface DotProps {
  /** The quarter that says its number, and that number. */
  end: string | undefined;
  /** The quarter that the reader is at. */
  chosen: string | undefined;
  say: (value: number) => string;
  /** Given by the line. */
  cx?: number;
  /** Null where this line has no value. */
  cy?: number | null;
  payload?: TrendPoint;
}

/** A quarter's value: a full dot, or a hollow one while it is provisional. */
export function Dot({ cx, cy, payload, end, chosen, say }: DotProps) {
  if (cx === undefined || typeof cy !== 'number' || !payload || payload.index === null) return null;
  const { isProvisional, quarter, index } = payload;
  return (
    <g>
      {quarter === chosen && <circle className="chosen-ring" cx={cx} cy={cy} r={10} />}
      <circle className={isProvisional ? 'hollow' : 'full'} cx={cx} cy={cy} r={isProvisional ? 5 : 3.5} />
      {quarter === end && (
        <text className="end halo" x={cx + 11} y={cy + 5}>
          {say(index)}
        </text>
      )}
    </g>
  );
}

interface TickProps {
  points: TrendPoint[];
  /** Given by the axis. */
  x?: number;
  y?: number;
  payload?: { value: string };
}

/** The name of a quarter under the axis; where it is provisional it says so. */
export function Tick({ x = 0, y = 0, payload, points }: TickProps) {
  const { words, formats } = useSpeech();
  const at = points.findIndex(({ quarter }) => quarter === payload?.value);
  const point = points[at];
  if (!point) return null;
  const place = placed(x, at, points.length);
  return (
    <text className="ax" x={place.x} y={y + 12} textAnchor={place.anchor}>
      {quarterNames(formats.language).short(point.quarter)}
      {point.isProvisional && (
        <tspan x={place.x} dy="16">
          {words.chart.provisional}
        </tspan>
      )}
    </text>
  );
}

/** Names at the ends of the axis stay within the drawing. */
function placed(x: number, at: number, all: number): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (all > 1 && at === all - 1) return { x: x + END - 4, anchor: 'end' };
  return at === 0 ? { x: x - 10, anchor: 'start' } : { x, anchor: 'middle' };
}
