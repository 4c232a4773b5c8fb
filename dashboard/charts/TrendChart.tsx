import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { figures } from '../figures';
import { useSpeech } from '../language';
import { useChosen } from './browsing';
import { namedQuarters, trendDomain, trendTicks, type TrendPoint } from './trend';
import { Dot, END, Tick } from './TrendMarks';

interface Props {
  points: TrendPoint[];
  width: number;
  height: number;
  labelledBy: string;
  describedBy: string;
}

const NARROW_BELOW = 480;
const STILL = { isAnimationActive: false, activeDot: false } as const;
const LINE = { ...STILL, stroke: 'var(--c1)', strokeWidth: 2.5 } as const;
const BARE = { interval: 0, tickLine: false } as const;

/** The index over the quarters: the line, its bounds as a band, provisional quarters dashed and hollow. */
export default function TrendChart({ points, width, height, labelledBy, describedBy }: Props) {
  const { words, formats } = useSpeech();
  const { score } = figures(formats, words);
  const domain = trendDomain(points);
  const at = useChosen(points, ({ index }) => index !== null);
  const [chosen, end] = [at.chosen?.quarter, at.last?.quarter];
  const picture = { role: 'img', 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } as const;
  const dots = ({ key: _key, ...given }: { key?: unknown; payload?: TrendPoint }) => (
    <Dot key={given.payload?.quarter} {...given} end={end} chosen={chosen} say={score} />
  );
  return (
    <ComposedChart
      width={width}
      height={height}
      data={points}
      margin={{ top: 14, right: END, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      onMouseMove={at.onMouseMove}
      {...picture}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        {...BARE}
        dataKey="quarter"
        ticks={namedQuarters(points, width < NARROW_BELOW ? 3 : 5)}
        height={40}
        padding={{ left: 10, right: 10 }}
        axisLine={{ stroke: 'var(--rule-2)' }}
        tick={<Tick points={points} />}
      />
      <YAxis
        {...BARE}
        domain={domain}
        ticks={trendTicks(domain)}
        width={34}
        axisLine={false}
        tickMargin={8}
      />
      {chosen !== undefined && <ReferenceLine x={chosen} stroke="var(--rule-2)" />}
      <Area {...STILL} dataKey="band" fill="var(--c-band)" stroke="none" fillOpacity={1} />
      <Line {...LINE} dataKey="provisional" strokeDasharray="5 5" dot={false} />
      <Line {...LINE} dataKey="final" dot={dots} />
      <Line {...LINE} dataKey="provisional" stroke="none" dot={dots} />
    </ComposedChart>
  );
}
