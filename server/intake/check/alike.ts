import type { DuckDBConnection } from '@duckdb/node-api';
import type { Warning } from '../../contracts/rules';
import { literal } from '../duckdb';
import type { Mapping } from '../mapping';

/** Rows of a file that may be one and the same: what makes them so, and how many of them are worth a word. */
interface Likeness {
  rule: Extract<Warning, 'duplicate_person' | 'copied_text'>;
  /** Types of records that are looked at. */
  types: string[];
  field: string;
  /** SQL of what is the same; null where the row is not looked at. */
  sql: string;
  least: number;
}

/** Shorter texts are the same by chance ("popieram"). */
const LEAST_TEXT = 20;
const PLAIN_TEXT = `trim(regexp_replace(lower("text"), '[^\\p{L}\\p{N}]+', ' ', 'g'))`;

const LIKENESSES: Likeness[] = [
  {
    rule: 'duplicate_person',
    types: ['contribution', 'participant'],
    field: 'person',
    sql: 'person',
    least: 2,
  },
  {
    rule: 'copied_text',
    types: ['contribution'],
    field: 'text',
    sql: `CASE WHEN length(${PLAIN_TEXT}) >= ${LEAST_TEXT} THEN ${PLAIN_TEXT} END`,
    least: 3,
  },
];

/** Lines that a warning names. */
const SHOWN = 6;

/** The temp table of what rows are made of; only a digest of it is kept. */
export const beginAlike = (connection: DuckDBConnection): Promise<unknown> =>
  connection.run(
    'CREATE TEMP TABLE alike(line INTEGER, record VARCHAR, rule VARCHAR, "column" VARCHAR, field VARCHAR, digest VARCHAR)',
  );

/** Notes what the rows of `typed` are made of: persons and texts, within their consultation. */
export async function noteAlike(connection: DuckDBConnection, { type, sources }: Mapping): Promise<void> {
  for (const { rule, types, field, sql } of LIKENESSES) {
    const source = sources.find((one) => one.field.name === field);
    if (!types.includes(type.name) || !source || source.column === null) continue;
    await connection.run(
      `INSERT INTO alike SELECT line, code, '${rule}', $1, '${field}', md5(consultation || chr(31) || what)
       FROM (SELECT line, code, consultation, ${sql} AS what FROM typed) WHERE what IS NOT NULL`,
      [source.column],
    );
  }
}

/** Rows that are alike become one warning each group, at its first row, with how many they are and where they stand. */
export async function sayAlike(connection: DuckDBConnection): Promise<void> {
  const least = LIKENESSES.map(({ rule, least: most }) => `WHEN ${literal(rule)} THEN ${most}`).join(' ');
  const said = `count(*) || ': ' || array_to_string(list_sort(list(line))[1:${SHOWN}], ', ') || CASE WHEN count(*) > ${SHOWN} THEN ' …' ELSE '' END`;
  await connection.run(
    `INSERT INTO finding SELECT NULL, min(line), arg_min(record, line), "column", field, ${said}, rule, true
     FROM alike GROUP BY rule, "column", field, digest HAVING count(*) >= CASE rule ${least} END`,
  );
  await connection.run('DROP TABLE alike');
}
