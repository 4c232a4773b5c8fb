import { type NamedUnit, shownMean } from './sentences';
import { usePlace } from '../charts/browsing';
import { picturedBy } from '../charts/picture-role';
import { AXIS, rowsHeight, shapeOf, type Shape } from './sizes';
import type { Whole } from './whole';

interface Props {
  units: NamedUnit[];
  whole: Whole;
  id: string;
  width: number;
}

const VALUE = 34;
const EDGE = 8;
const LETTER = 7.2;

/** One row a unit: the mean as a dot from 0 to 100, and on how many consultations it stands. */
export default function UnitRows({ units, whole, id, width }: Props) {
  const shape = shapeOf(width);
  const height = rowsHeight(units.length, width);
  const left = shape.name + EDGE;
  const right = width - shape.base - VALUE;
  const x = (score: number) => left + (score / 100) * (right - left);
  return (
    <svg width={width} height={height} {...picturedBy(id)}>
      {[0, 50, 100].map((score) => (
        <g key={score}>
          <text className="ax" x={x(score)} y={14} textAnchor="middle">
            {score}
          </text>
          <line className="gl" x1={x(score)} x2={x(score)} y1={20} y2={height} />
        </g>
      ))}
      {units.map((unit, i) => (
        <Row key={unit.unit} unit={unit} i={i} width={width} x={x} shape={shape} whole={whole} />
      ))}
    </svg>
  );
}

interface RowProps {
  unit: NamedUnit;
  i: number;
  width: number;
  x: (score: number) => number;
  shape: Shape;
  whole: Whole;
}

function Row({ unit, i, width, x, shape, whole: { own, m } }: RowProps) {
  const { at, go } = usePlace();
  const mean = shownMean(unit);
  const top = AXIS + i * shape.row;
  const y = top + shape.dot;
  const room = (shape.name || width) / LETTER;
  const name = unit.name.length > room ? `${unit.name.slice(0, Math.floor(room) - 1)}…` : unit.name;
  return (
    <g className={mean === null ? 'few' : undefined} onPointerEnter={() => go(i)}>
      <rect className={i === at ? 'chosen-row' : 'catch'} x={0} y={top} width={width} height={shape.row} />
      <text className="unit" x={0} y={shape.name ? y + 5 : top + 18}>
        {name}
      </text>
      {mean === null ? (
        <text className="halo" x={x(50)} y={y + 4} textAnchor="middle">
          {own.unitRows.tooFew}
        </text>
      ) : (
        <>
          <line className="axl" x1={x(0)} x2={x(100)} y1={y} y2={y} />
          <circle className="full-dot" cx={x(mean)} cy={y} r={5.5} />
          <text className="val" x={x(100) + EDGE + VALUE - 6} y={y + 5} textAnchor="end">
            {m.score(mean)}
          </text>
        </>
      )}
      <text className="ax" x={width} y={y + 5} textAnchor="end">
        {own.unitRows.kOfN(unit.observed, unit.consultations)}
      </text>
    </g>
  );
}
