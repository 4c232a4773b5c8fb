import { DuckDBInstance } from '@duckdb/node-api';
import type { Field } from '../contracts/field';
import { RESPONSES, STORED_TYPES } from '../contracts/record-type';
import { createViewsSql } from '../snapshot/survey-views';

type Cell = string | number | (string | number | null)[] | boolean | null;
export type Given = Record<string, Cell>;

/**
 * Records as a test states them, by table; what is not stated is null. Answers of a survey are stated as in Postgres, one
 * row a response: `survey_response: [{ survey: 'S', code: 'R1', answers: [4, 5, -1], weight: 1.5 }]`; options chosen as
 * pairs, `other_items: ['Q2', 'Q2'], other_answers: ['bus', 'tram']`. `survey_answer` and `survey_choice` follow from them.
 */
export type Records = Record<string, Given[]>;

const TYPES: Partial<Record<Field['kind'], string>> = {
  day: 'DATE',
  integer: 'INTEGER',
  decimal: 'DOUBLE',
  codes: 'VARCHAR[]',
  texts: 'VARCHAR[]',
  answers: 'SMALLINT[]',
};
const STORED: Record<string, string> = {
  id: 'BIGINT',
  authority_id: 'INTEGER',
  batch_id: 'INTEGER',
  line: 'INTEGER',
  revision: 'INTEGER',
};
const SMALL: Record<string, Record<string, string>> = {
  authority: { id: 'INTEGER', code: 'VARCHAR', name_pl: 'VARCHAR', name_en: 'VARCHAR', kind: 'VARCHAR' },
  register_complete: { authority_id: 'INTEGER', register: 'VARCHAR', year: 'INTEGER', batch_id: 'INTEGER' },
};
const TABLES: Record<string, Record<string, string>> = {
  ...SMALL,
  ...Object.fromEntries(
    [...STORED_TYPES, RESPONSES].map(({ name, fields }) => [
      name,
      {
        ...Object.fromEntries(fields.map((field) => [field.name, TYPES[field.kind] ?? 'VARCHAR'])),
        ...STORED,
        // of the answers that are not coded the mirror has these two lists only
        ...(name === RESPONSES.name ? { other_items: 'VARCHAR[]', other_answers: 'VARCHAR[]' } : {}),
      },
    ]),
  ),
};

/** A small mirror in memory: the tables of the records, filled as stated. `close` lets it go. */
export async function mirrorOf(records: Records, threads = '2') {
  const stray = Object.keys(records).find((table) => !(table in TABLES));
  if (stray) throw new Error(`there is no table ${stray}`);
  const instance = await DuckDBInstance.create(':memory:', { threads });
  const connection = await instance.connect();
  for (const [table, columns] of Object.entries(TABLES)) {
    const declared = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
    await connection.run(`CREATE TABLE "${table}" (${declared.join(', ')})`);
    for (const statement of insertsOf(table, columns, records[table] ?? [])) await connection.run(statement);
  }
  for (const sql of createViewsSql()) await connection.run(sql);
  return {
    run: async (sql: string) => void (await connection.run(sql)),
    query: async <T>(sql: string) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS().map(plain) as T[],
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const TOGETHER = 2000;

/** Rows of the same columns go in together: one statement a row takes most of the time of a test. */
function insertsOf(table: string, columns: Record<string, string>, given: Given[]): string[] {
  const byNames = new Map<string, string[]>();
  for (const [i, one] of given.entries()) {
    const unknown = Object.keys(one).find((name) => !(name in columns));
    if (unknown) throw new Error(`${table} has no column ${unknown}`);
    const row: Given = {
      ...('id' in columns ? { id: i + 1, authority_id: 1, batch_id: 1, line: i + 2 } : {}),
      ...one,
    };
    const names = Object.keys(row).filter((name) => name in columns);
    const key = names.map((name) => `"${name}"`).join(', ');
    const cells = names.map((name) => literal(row[name]!, columns[name]!)).join(', ');
    const together = byNames.get(key) ?? [];
    together.push(`(${cells})`);
    byNames.set(key, together);
  }
  return [...byNames].flatMap(([names, values]) =>
    Array.from({ length: Math.ceil(values.length / TOGETHER) }, (_, i) => {
      const rows = values.slice(i * TOGETHER, (i + 1) * TOGETHER);
      return `INSERT INTO "${table}" (${names}) VALUES ${rows.join(', ')}`;
    }),
  );
}

/** Counts are few enough for a number. */
const plain = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, typeof cell === 'bigint' ? Number(cell) : cell]),
  );

function literal(cell: Cell, type: string): string {
  if (cell === null) return 'NULL';
  if (Array.isArray(cell)) return `[${cell.map((item) => literal(item, 'VARCHAR')).join(', ')}]::${type}`;
  return typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'::${type}` : String(cell);
}
