import type { DuckDBConnection } from '@duckdb/node-api';
import { hidden, SUSPECT } from '../../contracts/personal';
import { rowsOf } from '../duckdb';

/** Takes personal data out of what was found, before anyone stores or shows it. */
export async function hideInFindings(connection: DuckDBConnection): Promise<void> {
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
}
