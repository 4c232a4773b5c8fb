import { createHash } from 'node:crypto';
import { Authority } from '../contracts/authority';
import { fieldsOf, type Field, type Kind } from '../contracts/field';
import { RESPONSES, STORED_TYPES } from '../contracts/record-type';
import { identifier } from '../intake/duckdb';
import { otherSql, SURVEY_VIEWS } from './survey-views';

/** Types that the mirror knows, as DuckDB writes them. */
export type MirrorType =
  'INTEGER' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'DATE' | 'VARCHAR' | 'VARCHAR[]' | 'SMALLINT[]';

/** A column that has the same name on both sides; `sql` is what Postgres is asked for. */
export interface MirroredColumn {
  name: string;
  type: MirrorType;
  sql: string;
}

export interface MirroredTable {
  name: string;
  columns: MirroredColumn[];
  /** Its rows tell which transaction wrote them and leave tombstones; else it is read whole whenever it changed. */
  byRow: boolean;
}

const TYPES: Record<Kind, MirrorType> = {
  text: 'VARCHAR',
  url: 'VARCHAR',
  code: 'VARCHAR',
  reference: 'VARCHAR',
  pseudonym: 'VARCHAR',
  answers: 'SMALLINT[]',
  facts: 'VARCHAR',
  day: 'DATE',
  integer: 'INTEGER',
  decimal: 'DOUBLE',
  codes: 'VARCHAR[]',
  texts: 'VARCHAR[]',
};

const column = (name: string, type: MirrorType, sql = identifier(name)): MirroredColumn => ({
  name,
  type,
  sql,
});

/** What Postgres makes of a field whose own wire format the mirror does not read. */
const CASTS: Partial<Record<Kind, string>> = { decimal: 'float8', facts: 'text' };

const columnOf = ({ name, kind }: Field): MirroredColumn =>
  column(name, TYPES[kind], CASTS[kind] && `${identifier(name)}::${CASTS[kind]}`);

/** Of the answers that are not coded, people's own words stay in Postgres. */
const OTHERS = [
  column('other_items', 'VARCHAR[]', otherSql('o.key')),
  column('other_answers', 'VARCHAR[]', otherSql('e.answer')),
];

const columnsOf = (field: Field): MirroredColumn[] => (field.name === 'others' ? OTHERS : [columnOf(field)]);

const OWN = [
  column('id', 'BIGINT'),
  column('authority_id', 'INTEGER'),
  column('batch_id', 'INTEGER'),
  column('line', 'INTEGER'),
  column('revision', 'INTEGER'),
  column('row_xid', 'BIGINT'),
];

/** A moment as text in UTC, the same in whichever time zone the server stands. */
const moment = (name: string): MirroredColumn =>
  column(name, 'VARCHAR', `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const whole = (name: string, columns: MirroredColumn[]): MirroredTable => ({ name, columns, byRow: false });

/** Everything that DuckDB holds of Postgres. Small tables first: they are at the head of every list. */
export const MIRRORED: MirroredTable[] = [
  whole('authority', [column('id', 'INTEGER'), ...fieldsOf(Authority).map(columnOf)]),
  whole('batch', [
    column('id', 'INTEGER'),
    column('authority_id', 'INTEGER'),
    column('file', 'VARCHAR'),
    column('sha256', 'VARCHAR'),
    moment('taken_in_at'),
    moment('reverted_at'),
  ]),
  whole('register_complete', [
    column('authority_id', 'INTEGER'),
    column('register', 'VARCHAR'),
    column('year', 'INTEGER'),
    column('batch_id', 'INTEGER'),
  ]),
  ...[...STORED_TYPES, RESPONSES].map(({ name, fields }) => ({
    name,
    columns: [...OWN, ...fields.filter(({ restricted }) => !restricted).flatMap(columnsOf)],
    byRow: true,
  })),
];

/** Digest of what the mirror is made of: another one means another mirror. */
export const SHAPE = createHash('sha256')
  .update(JSON.stringify([MIRRORED, SURVEY_VIEWS]))
  .digest('hex');

const cellsSql = ({ columns }: MirroredTable) =>
  columns.map(({ name, type }) => `${identifier(name)} ${type}`).join(', ');

/** The statement that makes a table, empty, in the place of one that is there. */
export const createSql = (table: MirroredTable) =>
  `CREATE OR REPLACE TABLE ${identifier(table.name)} (${cellsSql(table)})`;

/** The statement that makes the twin of a table for the rows that come in. */
export const createDeltaSql = (table: MirroredTable) =>
  `CREATE OR REPLACE TEMP TABLE delta (${cellsSql(table)})`;

/** The rows of a table as Postgres is asked for them. */
export const selectSql = ({ name, columns }: MirroredTable, where = '') =>
  `SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM ${identifier(name)}${where && ` WHERE ${where}`}`;
