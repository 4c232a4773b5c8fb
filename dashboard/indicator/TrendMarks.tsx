import type { QuarterPoint } from './trend';
import type { Whole } from './whole';

/** Room for the number at the end of the line. */
export const END = 52;

/** What a line gives to the drawing of a point. */
export interface DotProps {
  cx?: number | undefined;
  cy?: number | undefined;
  payload?: QuarterPoint | undefined;
}
interface DrawnDot extends DotProps {
  end: string | undefined;
  chosen: string | undefined;
  said: (value: number) => string;
}

/** A quarter's value: a full dot, or a hollow one while it is provisional; the last one says its number. */
export function Dot({ cx, cy, payload, end, chosen, said }: DrawnDot) {
  if (cx === undefined || cy === undefined || !payload || payload.value === null) return null;
  const { quarter, value, isProvisional } = payload;
  return (
    <g>
      {quarter === chosen && <circle className="chosen-ring" cx={cx} cy={cy} r={10} />}
      <circle
        className={isProvisional ? 'ring-dot' : 'full-dot'}
        cx={cx}
        cy={cy}
        r={isProvisional ? 5 : 3.5}
      />
      {quarter === end && (
        <text className="endval halo" x={cx + 11} y={cy + 5}>
          {said(value)}
        </text>
      )}
    </g>
  );
}

interface TickProps {
  points: QuarterPoint[];
  whole: Whole;
  x?: number;
  y?: number;
  payload?: { value: string };
}

/** The name of a quarter; the first and the last stay inside the drawing, and a provisional one says so. */
export function Tick({ x = 0, y = 0, payload, points, whole: { own, words } }: TickProps) {
  if (!payload) return null;
  const { value: name } = payload;
  const i = points.findIndex(({ quarter }) => quarter === name);
  const { at, anchor } = placed(x, i, points.length);
  return (
    <text className="ax" x={at} y={y + 12} textAnchor={anchor}>
      {own.quarter.short(name)}
      {points[i]?.isProvisional && (
        <tspan x={at} dy="16">
          {words.chart.provisional}
        </tspan>
      )}
    </text>
  );
}

function placed(x: number, i: number, count: number): { at: number; anchor: 'start' | 'middle' | 'end' } {
  if (count > 1 && i === count - 1) return { at: x + END - 4, anchor: 'end' };
  return i === 0 ? { at: x - 10, anchor: 'start' } : { at: x, anchor: 'middle' };
}
