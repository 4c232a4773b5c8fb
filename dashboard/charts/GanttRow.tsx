import { usePlace } from './browsing';
import type { Part, Row } from './gantt';
import { Swatch } from './Swatch';
import type { Told } from './speak';

interface Props {
  domain: [number, number];
  /** Free space to the right of the axis, for words. */
  room: number;
  narrow: boolean;
  hatch: string;
  /** Given by the bar: its box, and the row it stands for. */
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  payload?: { row: Row; told: Told; at: number };
}

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  at: (day: number) => number;
}

const BAR = 14;
/** Rough width of a letter at 13 px; it only decides on which side of a bar the words go. */
const LETTER = 6.4;

/** One row of the course: its parts, the mark of the law, and their words. */
export function GanttRow(props: Props) {
  const { payload, narrow, hatch } = props;
  const { at, go } = usePlace();
  if (!payload) return null;
  const { row, told } = payload;
  const frame = framed(props);
  return (
    <g onPointerEnter={() => go(payload.at)}>
      <rect
        className={payload.at === at ? 'chosen-row' : 'catch'}
        x={0}
        y={props.y}
        width={frame.right}
        height={props.height}
      />
      <line className="gl" x1={0} x2={frame.right} y1={frame.bottom} y2={frame.bottom} />
      <text className="row" x={0} y={frame.top + (narrow ? -10 : 12)}>
        {told.name}
      </text>
      {row.parts.map((part) => (
        <Piece key={`${part.kind}-${part.from}`} part={part} frame={frame} hatch={`${hatch}-${row.key}`} />
      ))}
      <Term row={row} frame={frame} text={narrow ? told.legalShort : told.legal} />
      {narrow ? (
        <text className="val" x={frame.right} y={frame.top - 10} textAnchor="end">
          {told.value}
        </text>
      ) : (
        <Value row={row} text={told.value ?? ''} frame={frame} />
      )}
    </g>
  );
}

function framed({ domain: [first, last], room, narrow, x = 0, y = 0, width = 0, height = 0 }: Props): Frame {
  return {
    left: x,
    right: x + width + room,
    top: y + (narrow ? 29 : 12),
    bottom: y + height,
    at: (day) => x + ((day - first) / (last - first)) * width,
  };
}

/** The value of a row: after its last mark, else before its first, else below where both sides are too narrow. */
function Value({ row, text, frame }: { row: Row; text: string; frame: Frame }) {
  const marks = row.legal === null ? [] : [row.legal];
  const end = frame.at(Math.max(...row.parts.map(({ to }) => to), ...marks)) + 12;
  const start = frame.at(Math.min(...row.parts.map(({ from }) => from), ...marks));
  const length = text.length * LETTER;
  const beside = frame.top + 11;
  const place =
    end + length <= frame.right
      ? { x: end, y: beside, textAnchor: 'start' as const }
      : start - 12 - length >= frame.left
        ? { x: start - 12, y: beside, textAnchor: 'end' as const }
        : { x: start, y: frame.top + BAR + 19, textAnchor: 'start' as const };
  return (
    <text className="val halo" {...place}>
      {text}
    </text>
  );
}

/** The day the law sets: an upright mark with its words below. */
function Term({ row, frame, text }: { row: Row; frame: Frame; text: string | null }) {
  if (row.legal === null || text === null) return null;
  const at = frame.at(row.legal);
  const place = placed(at, (text.length * LETTER) / 2, frame);
  return (
    <g>
      <line className="tg" x1={at} x2={at} y1={frame.top - 6} y2={frame.top + BAR + 6} />
      <text className="halo" x={place.x} y={frame.top + BAR + 19} textAnchor={place.anchor}>
        {text}
      </text>
    </g>
  );
}

/** Words stand under their mark, or at the border that they would cross. */
function placed(
  at: number,
  half: number,
  { left, right }: Frame,
): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (at + half > right) return { x: right, anchor: 'end' };
  return at - half < left ? { x: left, anchor: 'start' } : { x: at, anchor: 'middle' };
}

/** One bar, or a diamond where there is a single day. */
function Piece({ part, frame, hatch }: { part: Part; frame: Frame; hatch: string }) {
  const { at, top } = frame;
  const x = at(part.from);
  if (part.kind === 'point')
    return <path className="p-point" d={`M${(x + at(part.to)) / 2} ${top - 1}l8 8-8 8-8-8z`} />;
  return (
    <Swatch
      kind={part.kind}
      hatch={hatch}
      box={{ x, y: top, width: Math.max(2, at(part.to) - x), height: BAR }}
    />
  );
}
