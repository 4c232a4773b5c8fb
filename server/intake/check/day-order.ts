import type { DuckDBConnection } from '@duckdb/node-api';
import { hidden } from '../../contracts/personal';
import { Refusal } from '../../store/home';
import { rowsOf } from '../duckdb';

/** Fewer cells are slips of single rows, and shown as such. */
const LEAST = 5;
/** One row in so many. */
const SHARE = 4;

/**
 * Asks which number is the day where a column writes many of its days with slashes, all of them or beside others: that
 * is a way of writing and no fault of the rows. Throws `Refusal`, so that nothing is written.
 * @param rows of the file
 */
export async function requireDayOrder(connection: DuckDBConnection, rows: number): Promise<void> {
  const found = await rowsOf<{ column: string; count: number; value: string | null }>(
    connection,
    `SELECT "column", CAST(count(*) AS INTEGER) AS count, arg_min(value, line) AS value FROM finding
     WHERE rule = 'ambiguous_date' GROUP BY "column" ORDER BY count DESC LIMIT 1`,
  );
  const [most] = found;
  if (!most || most.count < LEAST || most.count * SHARE < rows) return;
  const [column, value] = [hidden(most.column), hidden(most.value ?? '')];
  throw new Refusal(
    `Kolumna „${column}”: ${most.count} dni zapisano jak „${value}” i nie wiadomo, co jest dniem, a co miesiącem; podaj w mapowaniu date, np. ["DD.MM.YYYY", "MM/DD/YYYY"]; nic nie wczytano`,
    `Column “${column}”: ${most.count} days are written like “${value}”, and day and month cannot be told apart; give date in the mapping, such as ["DD.MM.YYYY", "MM/DD/YYYY"]; nothing was taken in`,
  );
}
