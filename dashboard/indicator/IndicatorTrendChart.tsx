import { Area, CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { IndicatorPageView } from '../../server/publish/indicator.view';
import { useChosen } from '../charts/browsing';
import { picturedBy } from '../charts/picture-role';
import { namedQuarters, roundTicks, type QuarterPoint, type Scale } from './trend';
import { Dot, END, Tick, type DotProps } from './TrendMarks';
import { useWhole, type Whole } from './whole';

interface Props {
  points: QuarterPoint[];
  scale: Scale;
  page: IndicatorPageView;
  width: number;
  height: number;
  id: string;
}

const NARROW_BELOW = 480;
const LINE = { strokeWidth: 2.5, isAnimationActive: false, activeDot: false, stroke: 'var(--c1)' } as const;
const BAND = {
  fill: 'var(--c-band)',
  fillOpacity: 1,
  stroke: 'none',
  isAnimationActive: false,
  activeDot: false,
} as const;
const REACH = { width: 0, strokeWidth: 5, stroke: 'var(--c-band)', isAnimationActive: false } as const;

/** The mean over the quarters: a line, its bounds as a band, provisional quarters dashed and hollow. */
export default function IndicatorTrendChart({ points, scale, page, width, height, id }: Props) {
  const whole = useWhole(page);
  const at = useChosen(points, ({ value }) => value !== null);
  const [chosen, end] = [at.chosen?.quarter, at.last?.quarter];
  const dots = ({ cx, cy, payload }: DotProps) => (
    <Dot
      key={payload?.quarter}
      {...{ cx, cy, payload, end, chosen }}
      said={scale === 'miara' ? whole.m.bare : whole.m.score}
    />
  );
  return (
    <ComposedChart
      width={width}
      height={height}
      data={points.map((point) => ({ ...point, reach: reachOf(point) }))}
      margin={{ top: 18, right: END, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      onMouseMove={at.onMouseMove}
      {...picturedBy(id)}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      {axes(points, ticksOf(points, scale, page.indicator.goalposts), width, whole)}
      {chosen !== undefined && <ReferenceLine x={chosen} stroke="var(--rule-2)" />}
      {scale === 'miara' && goalpostLines(page.indicator.goalposts, whole)}
      <Area dataKey="band" {...BAND} />
      <Line dataKey="tail" {...LINE} strokeDasharray="5 5" dot={false} />
      <Line dataKey="final" {...LINE} dot={dots}>
        <ErrorBar dataKey="reach" direction="y" {...REACH} />
      </Line>
      <Line dataKey="tail" {...LINE} stroke="none" dot={dots} />
    </ComposedChart>
  );
}

function axes(points: QuarterPoint[], ticks: number[], width: number, whole: Whole) {
  const names = points.map(({ quarter }) => quarter);
  return [
    <XAxis
      key="x"
      dataKey="quarter"
      ticks={namedQuarters(names, width < NARROW_BELOW ? 3 : 5)}
      interval={0}
      height={40}
      padding={{ left: 10, right: 10 }}
      axisLine={{ stroke: 'var(--rule-2)' }}
      tickLine={false}
      tick={<Tick points={points} whole={whole} />}
    />,
    <YAxis
      key="y"
      domain={[ticks[0]!, ticks.at(-1)!]}
      ticks={ticks}
      interval={0}
      width={44}
      axisLine={false}
      tickLine={false}
      tickMargin={8}
      tickFormatter={(value: number) => tickText(value, whole)}
    />,
  ];
}

/** A quarter that stands alone has no band beside it: its bounds are an upright bar. */
const reachOf = ({ value, band }: QuarterPoint): [number, number] | null =>
  value === null || band === null || band[0] === band[1] ? null : [value - band[0], band[1] - value];

function ticksOf(points: QuarterPoint[], scale: Scale, goalposts: [number, number]): number[] {
  if (scale === 'ocena') return [0, 20, 40, 60, 80, 100];
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  return roundTicks(Math.min(...values, ...goalposts), Math.max(...values, ...goalposts), 5);
}

const tickText = (value: number, { formats }: Whole): string =>
  formats.number(value, [0, 1].find((decimals) => Number.isInteger(value * 10 ** decimals)) ?? 2);

const goalpostLines = (goalposts: [number, number], { own }: Whole) =>
  goalposts.map((at, i) => (
    <ReferenceLine
      key={at}
      y={at}
      stroke="var(--c-target)"
      strokeDasharray="7 3"
      label={{ value: own.trend.goalpost(i * 100), position: 'insideTopLeft', className: 'halo' }}
    />
  ));
