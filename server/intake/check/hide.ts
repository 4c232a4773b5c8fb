import type { DuckDBConnection } from '@duckdb/node-api';
import { hidden, SUSPECT } from '../../contracts/personal';
import type { Warning } from '../../contracts/rules';
import type { PersonalColumn } from '../dropped-columns';
import { numberOf, rowsOf } from '../duckdb';
import type { Mapping } from '../mapping';
import type { Table } from '../readers/reader';

const SAID = {
  left_out: 'personal_column',
  kept: 'personal_column_kept',
  keyed: 'personal_column_keyed',
} as const satisfies Record<PersonalColumn['fate'], Warning>;

/** Columns of personal data, left out or kept by the mapping's word; found in the header, before any row. */
export async function notePersonal(
  connection: DuckDBConnection,
  { headerLine }: Table,
  { personal }: Mapping,
): Promise<void> {
  for (const { column, kind, fate } of personal)
    await connection.run('INSERT INTO finding VALUES (NULL, $1, NULL, $2, NULL, $3, $4, true)', [
      headerLine,
      column,
      kind,
      SAID[fate],
    ]);
}

/** Takes personal data out of what was found, before anyone stores or shows it. True where there was any. */
export async function hideInFindings(connection: DuckDBConnection): Promise<boolean> {
  await connection.run('CREATE TEMP TABLE shown(text VARCHAR, hidden VARCHAR)');
  const columns = ['record', '"column"', 'value'];
  const texts = columns.map((column) => `SELECT ${column} AS text FROM finding`).join(' UNION ');
  const found = await rowsOf<{ text: string }>(
    connection,
    `SELECT text FROM (${texts}) WHERE regexp_matches(text, $1)`,
    [SUSPECT],
  );
  const appender = await connection.createAppender('shown');
  for (const { text } of found) {
    appender.appendVarchar(text);
    appender.appendVarchar(hidden(text));
    appender.endRow();
  }
  appender.closeSync();
  for (const column of columns)
    await connection.run(
      `UPDATE finding SET ${column} = shown.hidden FROM shown WHERE finding.${column} = shown.text AND shown.hidden <> shown.text`,
    );
  return found.some(({ text }) => hidden(text) !== text);
}

const OF_PEOPLE = ['personal_column', 'personal_column_keyed', 'personal_masked', 'personal_code'];

/** Whether a file holds personal data that the records made from it do not. */
export async function speaksOfPeople(connection: DuckDBConnection): Promise<boolean> {
  const rules = OF_PEOPLE.map((rule) => `'${rule}'`).join(', ');
  return (await numberOf(connection, `SELECT count(*) FROM finding WHERE rule IN (${rules})`)) > 0;
}
