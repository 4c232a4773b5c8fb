import type { Field } from '../contracts/field';
import { identifier, literal } from './duckdb';
import type { Mapping } from './mapping';

/** The fields that a file brings, in the order of the contract. */
export const mappedFields = ({ sources, type }: Mapping): Field[] =>
  type.fields.filter(({ name }) => sources.some(({ field }) => field.name === name));

/** SQL of the digest of the mapped cells of a row: 32 hexadecimal digits, which Postgres takes for a uuid. */
export function contentSql(mapping: Mapping): string {
  const mapped = mappedFields(mapping).map(({ name }) => name);
  const cells = mapped.map((name) => `coalesce(${identifier(name)}, chr(30))`).join(', ');
  return `md5(concat_ws(chr(31), ${literal(mapped.join(','))}, ${cells}))`;
}
