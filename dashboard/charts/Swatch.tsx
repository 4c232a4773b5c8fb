import type { Part } from './gantt';

interface Props {
  kind: Exclude<Part['kind'], 'point'>;
  /** Name of the hatch in the document. */
  hatch: string;
  box: { x: number; y: number; width: number; height: number };
}

/** The fill of a bar; what came late is hatched as well as coloured. */
export function Swatch({ kind, hatch, box }: Props) {
  if (kind !== 'late') return <rect className={`p-${kind}`} {...box} />;
  return (
    <g>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="hatch" x1="0" x2="0" y1="0" y2="6" />
      </pattern>
      <rect className="p-late" {...box} />
      <rect {...box} fill={`url(#${hatch})`} />
    </g>
  );
}
