import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';

/** A name of the repository's own as an SQL identifier. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** A text of the repository's own, or a path it made, as an SQL literal. Cells and mappings are bound, never spliced. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * DuckDB behind a fence: it may touch one folder and nothing else, loads no extension, and its configuration is
 * locked, so that no statement can take the fence down (decision 10).
 * @param folder the only folder it may read and write
 * @param memory its ceiling, as DuckDB writes sizes
 */
export async function fencedDuckDB(folder: string, memory: string): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:', {
    // a part is smaller than what DuckDB gives to one thread, and Postgres has the other core
    threads: '1',
    memory_limit: memory,
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run(`SET allowed_directories = [${literal(folder)}]`);
  await connection.run('SET enable_external_access = false');
  // else a small part would be looked up in its many readings and come out in their order, not in its own
  await connection.run("SET disabled_optimizers = 'build_side_probe_side'");
  await connection.run('SET lock_configuration = true');
  connection.closeSync();
  return instance;
}

export type Row = Record<string, DuckDBValue>;

/** The rows of a query as plain objects; bigint counts become numbers. */
export async function rowsOf<T>(
  connection: DuckDBConnection,
  sql: string,
  values: DuckDBValue[] = [],
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, values);
  return reader.getRowObjectsJS() as T[];
}

/** The first cell of a query as a number. */
export async function numberOf(connection: DuckDBConnection, sql: string): Promise<number> {
  const reader = await connection.runAndReadAll(sql);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

/** The rows of a query one after the other, however many there are. */
export async function* recordsOf<T>(connection: DuckDBConnection, sql: string): AsyncGenerator<T> {
  const result = await connection.stream(sql);
  for await (const rows of result.yieldRowObjectJs()) yield* rows as T[];
}
