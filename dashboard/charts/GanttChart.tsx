import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from 'recharts';
import { useSpeech } from '../language';
import { isoDay, type Formats } from '../words';
import { monthTicks, type Gantt } from './gantt';
import { GanttRow } from './GanttRow';
import type { Told } from './speak';

interface Props {
  gantt: Gantt;
  told: Told[];
  width: number;
  labelledBy: string;
  describedBy: string;
}

/** Two drawings, not one scaled: on a phone the words of a row stand above its bar. */
const DRAWINGS = {
  wide: { row: 54, left: 148, room: 200, ticks: 8 },
  narrow: { row: 68, left: 0, room: 0, ticks: 4 },
};
const NARROW_BELOW = 640;
const AXIS = 26;
const GAP = 5;
const WIDEST_LETTER = 7;

/** The course of a consultation as bars on an axis of days. */
export default function GanttChart({ gantt, told, width, labelledBy, describedBy }: Props) {
  const { formats } = useSpeech();
  const hatch = useId();
  const narrow = width < NARROW_BELOW;
  const drawing = narrow ? DRAWINGS.narrow : DRAWINGS.wide;
  const ticks = monthTicks(gantt.domain, drawing.ticks);
  const height = gantt.rows.length * drawing.row + AXIS;
  // Every bar spans the whole axis: from its x and width the shape knows where any day of its row stands.
  const data = gantt.rows.map((row, i) => ({ row, told: told[i], at: i, whole: gantt.domain }));
  const picture = { role: 'img', 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } as const;
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={data}
      margin={{ top: 0, right: drawing.room, bottom: 0, left: drawing.left }}
      barCategoryGap={0}
      accessibilityLayer={false}
      {...picture}
    >
      <CartesianGrid horizontal={false} verticalValues={ticks} stroke="var(--rule)" />
      <XAxis
        type="number"
        orientation="top"
        domain={gantt.domain}
        ticks={ticks}
        interval={0}
        height={AXIS}
        axisLine={false}
        tickLine={false}
        tick={<Tick first={ticks[0]} edge={width} narrow={narrow} formats={formats} />}
      />
      <YAxis type="category" dataKey="row.key" hide />
      <Bar
        dataKey="whole"
        isAnimationActive={false}
        shape={<GanttRow domain={gantt.domain} room={drawing.room} narrow={narrow} hatch={hatch} />}
      />
    </BarChart>
  );
}

interface TickProps {
  first: number | undefined;
  /** Where the drawing ends, in pixels. */
  edge: number;
  narrow: boolean;
  formats: Formats;
  /** Given by the axis. */
  x?: number;
  y?: number;
  payload?: { value: number };
}

/** The start of a month, named beside its hairline: behind it, or before it where the drawing ends. */
function Tick({ x = 0, y = 0, payload, first, edge, narrow, formats }: TickProps) {
  if (!payload) return null;
  const name = label(isoDay(payload.value), payload.value === first, narrow, formats);
  const fits = x + GAP + name.length * WIDEST_LETTER <= edge;
  return (
    <text className="ax" x={fits ? x + GAP : x - GAP} y={y} textAnchor={fits ? 'start' : 'end'}>
      {name}
    </text>
  );
}

/** The first month and every January say their year. */
function label(iso: string, first: boolean, narrow: boolean, { month }: Formats): string {
  const name = narrow ? month.short(iso) : month.long(iso);
  return first || iso.slice(5, 7) === '01' ? `${name} ${iso.slice(0, 4)}` : name;
}
