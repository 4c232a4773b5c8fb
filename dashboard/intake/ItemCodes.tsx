import { Mark } from '../pages/marks';
import { CodesTable } from './CodesTable';
import type { Column } from './columns';
import { type ItemGiven, type Mapping, withItem } from './mapping';
import { useIntakeSpeech } from './words';

/** Ends of the scales that have them. */
const ENDS: Record<string, [number, number]> = { likert5: [1, 5], likert7: [1, 7], likert0_10: [0, 10] };

interface Props {
  column: Column;
  item: ItemGiven;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** Which place of a scale each answer stands for; an answer without one ("don't know") counts as missing. */
export function ItemCodes({ column, item, mapping, onChange }: Props) {
  const { intake } = useIntakeSpeech();
  const ends = ENDS[item.scale];
  const codes = item.codes ?? {};
  const cells = [...new Set([...(column.distinct ?? []), ...Object.keys(codes)])];
  const isNumber = (cell: string) =>
    /^\d+$/.test(cell) && Number(cell) >= ends![0] && Number(cell) <= ends![1];
  if (!ends || (!item.codes && cells.every(isNumber))) return null;
  const [least, most] = ends;
  const places = Array.from({ length: most - least + 1 }, (_, i) => String(least + i));
  return (
    <details className="fold">
      <summary>
        <Mark shape="right" />
        {intake.codesOf(column.name)}
      </summary>
      <CodesTable
        label={intake.codesOf(column.name)}
        cells={cells}
        valueOf={(cell) => (cell in codes ? String(codes[cell] ?? '-') : isNumber(cell) ? cell : '')}
        options={[
          ['', intake.unsetCode],
          ['-', intake.noCode],
          ...places.map((place) => [place, place] as const),
        ]}
        onChange={(cell, code) => {
          const { [cell]: _before, ...rest } = codes;
          const next = code === '' ? rest : { ...rest, [cell]: code === '-' ? null : Number(code) };
          onChange(
            withItem(mapping, column.name, {
              codes: Object.keys(next).length > 0 ? next : undefined,
            }),
          );
        }}
      />
      {column.more && <p className="tnote">{intake.codesMore}</p>}
    </details>
  );
}
