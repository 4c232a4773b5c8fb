import type { Field } from '../contracts/field';
import { identifier, literal } from './duckdb';
import type { Mapping } from './mapping';

/** The fields that a file brings, in the order of the contract. */
export const mappedFields = ({ sources, type }: Mapping): Field[] =>
  type.fields.filter(({ name }) => sources.some(({ field }) => field.name === name));

/** SQL of one cell as COPY reads it. */
export function copySql({ name, kind }: Field): string {
  if (kind !== 'codes' && kind !== 'texts') return identifier(name);
  const escaped = `replace(replace(x, '\\', '\\\\'), '"', '\\"')`;
  return `'{' || array_to_string(list_transform(${identifier(name)}, lambda x: '"' || ${escaped} || '"'), ',') || '}' AS ${identifier(name)}`;
}

const UUID: [number, number][] = [
  [1, 8],
  [9, 4],
  [13, 4],
  [17, 4],
  [21, 12],
];

/** SQL of the digest of the mapped cells of a row, as text of a uuid. */
export function contentSql(mapping: Mapping): string {
  const mapped = mappedFields(mapping).map(({ name }) => name);
  const cells = mapped.map((name) => `coalesce(CAST(${identifier(name)} AS VARCHAR), chr(30))`).join(', ');
  const digest = `md5(concat_ws(chr(31), ${literal(mapped.join(','))}, ${cells}))`;
  return `concat_ws('-', ${UUID.map(([at, length]) => `substr(${digest}, ${at}, ${length})`).join(', ')})`;
}
