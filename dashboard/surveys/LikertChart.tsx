import { Bar, BarChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import { usePlace } from '../charts/browsing';
import { picturedBy } from '../charts/picture-role';
import {
  AXIS,
  drawnRow,
  fillsOf,
  likertHeight,
  linesOf,
  piecesOf,
  reachOf,
  shapeOf,
  type LikertRow,
} from './likert';
import { useSurveySpeech } from './words';

interface Props {
  rows: LikertRow[];
  id: string;
  width: number;
}

const LETTER = 7.4;
/** Below this a piece is too short for its number. */
const LEAST_SAID = 7;
const STILL = { isAnimationActive: false, stackId: 's' } as const;
const BARE = { tickLine: false, interval: 0 } as const;
const INK = { fill: 'var(--ink-3)', fontSize: 13 };
const SHARES = {
  ...BARE,
  type: 'number',
  height: AXIS,
  tick: INK,
  axisLine: { stroke: 'var(--rule-2)' },
  padding: { left: 16, right: 16 },
} as const;
const QUESTIONS = { ...BARE, type: 'category', dataKey: 'code', axisLine: false } as const;

/** Answers on a scale: lower ones to the left, higher ones to the right, the middle split at the axis. */
export default function LikertChart({ rows, id, width }: Props) {
  const { formats } = useSurveySpeech();
  const { go } = usePlace();
  const shape = shapeOf(width);
  const reach = reachOf(rows);
  const answers = rows[0]!.shares.length;
  const fills = fillsOf(answers);
  const isDark = (answer: number) => answer === 0 || answer === answers - 1;
  return (
    <BarChart
      layout="vertical"
      stackOffset="sign"
      width={width}
      height={likertHeight(rows.length, width)}
      data={rows.map(drawnRow)}
      barSize={shape.bar}
      margin={{ top: 0, right: 8, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      onMouseMove={({ activeTooltipIndex }) => {
        if (activeTooltipIndex != null) go(Number(activeTooltipIndex));
      }}
      {...picturedBy(id)}
    >
      <XAxis
        {...SHARES}
        domain={[-reach, reach]}
        ticks={[-reach, -reach / 2, 0, reach / 2, reach]}
        tickFormatter={(value: number) => `${formats.number(Math.abs(value))}%`}
      />
      <YAxis {...QUESTIONS} width={shape.left || 1} tick={<Name rows={rows} width={width} />} />
      {shape.above === 0 && <ReferenceLine x={0} stroke="var(--rule-2)" />}
      {piecesOf(answers).map(({ key, answer, isHalf }) => (
        <Bar
          {...STILL}
          key={key}
          dataKey={key}
          fill={fills[answer]!}
          stroke={isHalf ? 'none' : 'var(--paper)'}
          label={
            key === 'below0' ? (
              false
            ) : (
              <Said rows={rows} row={shape.row} answer={answer} isMiddle={isHalf} isDark={isDark(answer)} />
            )
          }
        />
      ))}
    </BarChart>
  );
}

interface TickProps {
  y?: number | string;
  payload?: { index?: number };
  rows: LikertRow[];
  width: number;
}

/** The question beside its bar, or above it, and how many answered and did not. */
function Name({ y = 0, payload, rows, width }: TickProps) {
  const { own, formats } = useSurveySpeech();
  const { at } = usePlace();
  const index = payload?.index ?? 0;
  const row = rows[index];
  if (!row) return null;
  const { left, above, bar, lines } = shapeOf(width);
  const said = linesOf(row.name, (left || width) / LETTER, lines);
  const top = above > 0 ? Number(y) - bar / 2 - 6 - said.length * 17 : Number(y) - (said.length * 17) / 2;
  return (
    <g className={index === at ? 'likert at' : 'likert'}>
      {said.map((line, i) => (
        <text key={line} x={0} y={top + i * 17 + 5}>
          {line}
        </text>
      ))}
      <text className="ax" x={0} y={top + said.length * 17 + 4}>
        {own.opinions.row(formats.number(row.item.n ?? 0), formats.number(row.silent))}
      </text>
    </g>
  );
}

interface LabelProps {
  x?: number | string;
  y?: number | string;
  width?: number | string;
  height?: number | string;
  rows: LikertRow[];
  /** Height of a row. */
  row: number;
  answer: number;
  isMiddle: boolean;
  isDark: boolean;
}

/** The share in its piece, where it is long enough; that of the middle stands right of the axis. */
function Said({ rows, row, answer, isMiddle, isDark, ...box }: LabelProps) {
  const { formats } = useSurveySpeech();
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Number) as Box;
  // the library leaves pieces without a length out and counts the others: only the place tells the row
  const at = Math.floor((y + height / 2) / row);
  const share = (rows[at]?.shares[answer] ?? 0) * 100;
  if (share < LEAST_SAID || Math.abs(width) < 24) return null;
  return (
    <text
      className={isDark ? 'on-dark' : 'on-light'}
      x={x + (isMiddle ? 6 : width / 2)}
      y={y + height / 2 + 4.5}
      textAnchor={isMiddle ? 'start' : 'middle'}
    >
      {formats.number(share)}
    </text>
  );
}

type Box = [x: number, y: number, width: number, height: number];
