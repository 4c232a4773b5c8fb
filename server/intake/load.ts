import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { contentSql, mappedFields } from './digest';
import { identifier, literal, numberOf } from './duckdb';
import type { Mapping } from './mapping';
import type { Passed } from './check/bulk-check';
import { type Change, openChanges, writeChanges } from './changes';

/** What is written where: the checked rows of one connection of DuckDB into the tables of one transaction of Postgres. */
export interface LoadTarget {
  duck: DuckDBConnection;
  postgres: PoolClient;
  mapping: Mapping;
  authorityId: number;
  batchId: number;
  /** Folder inside the fence. */
  folder: string;
  /** What a wide file says of a response; what it does not say stays as it was. */
  covers?: { positions: number[]; items: string[]; attributes: string[] };
}

export interface Counts {
  new: number;
  changed: number;
  unchanged: number;
  /** What changes in the first changed records. */
  changes: Change[];
}

const NOTHING = { changed: 0, refused: 0, changes: [] };

/**
 * Tells new rows from known ones and writes both in the open transaction: new ones by COPY straight into the table,
 * known ones whose cells differ through a temp table, with their earlier version kept in `history`.
 */
export class Load {
  private readonly counts = { typed: 0, fresh: 0 };
  private known = false;
  private copying: Promise<unknown> = Promise.resolve();
  private slice = 0;

  constructor(
    private readonly target: LoadTarget,
    private readonly dryRun: boolean,
  ) {}

  async begin(): Promise<void> {
    this.known = await fetchKnown(this.target);
    if (this.known) await openChanges(this.target);
  }

  /**
   * Takes the rows of `typed`. Returns while Postgres is still taking them in: the next part can be checked meanwhile.
   * @param passed how many there are, and in which order
   */
  async take({ rows, rising }: Passed): Promise<void> {
    const { duck, mapping } = this.target;
    this.counts.typed += rows;
    const adds = mapping.type.table !== mapping.type.name;
    if (!this.known) return adds ? this.refuseUnknown('typed') : this.copyFresh('typed', { rows, rising });
    const key = mapping.type.identity.map(identifier).join(', ');
    await duck.run(
      `CREATE OR REPLACE TEMP VIEW digested AS SELECT *, ${contentSql(mapping)} AS digest FROM typed`,
    );
    await duck.run(
      `CREATE OR REPLACE TEMP VIEW fresh AS SELECT t.* FROM typed t ANTI JOIN known USING (${key})`,
    );
    const differing = `SELECT t.* EXCLUDE (digest) FROM digested t JOIN known k USING (${key}) WHERE k.content <> t.digest`;
    if (adds) await this.refuseUnknown('fresh');
    else await this.copyFresh('fresh', { rows: await numberOf(duck, 'SELECT count(*) FROM fresh'), rising });
    const file = await this.written(`(${differing})${this.order(rising)}`, 'differing', ['"row"']);
    await this.copying;
    await this.copy('incoming', ['row', 'line', 'content'], file);
  }

  /** Waits for what is under way and writes what changed. Rows that break a rule together with what is stored become findings. */
  async end(): Promise<Counts> {
    await this.copying;
    const { changed, refused, changes } = this.known ? await writeChanges(this.target) : NOTHING;
    const { typed, fresh } = this.counts;
    return { new: fresh, changed, unchanged: typed - fresh - changed - refused, changes };
  }

  /** What only adds to records has nothing to add to here: its rows become findings. */
  private async refuseUnknown(view: string): Promise<void> {
    const { duck, mapping } = this.target;
    const [field] = mapping.type.identity as [string];
    const column = mapping.sources.find((source) => source.field.name === field)?.column ?? null;
    const code = identifier(field);
    this.counts.typed -= await numberOf(duck, `SELECT count(*) FROM ${view}`);
    await duck.run(
      `INSERT INTO finding SELECT "row", line, ${code}, $1, ${literal(field)}, ${code}, 'unknown_reference', false FROM ${view}`,
      [column],
    );
  }

  private async copyFresh(view: string, { rows, rising }: Passed): Promise<void> {
    const { mapping, authorityId, batchId } = this.target;
    this.counts.fresh += rows;
    if (this.dryRun) return;
    const file = await this.written(`${view}${this.order(rising)}`, `fresh-${this.slice++ % 2}`, [
      String(authorityId),
      String(batchId),
    ]);
    await this.copying;
    this.copying = this.copy(mapping.type.table, ['authority_id', 'batch_id', 'line', 'content'], file);
    // a failure belongs to whoever awaits it next; until then it must not count as unhandled
    this.copying.catch(() => undefined);
  }

  /** Rows in the order of their key: an index takes sorted keys several times faster. */
  private order(rising: boolean): string {
    return rising ? '' : ` ORDER BY ${this.target.mapping.type.identity.map(identifier).join(', ')}`;
  }

  /** The file of rows as COPY reads them. */
  private async written(from: string, fileName: string, before: string[] = []): Promise<string> {
    const { duck, mapping, folder } = this.target;
    const file = join(folder, `${fileName}.csv`);
    const cells = [
      ...before,
      'line',
      `${contentSql(mapping)} AS content`,
      ...mappedFields(mapping).map(({ name }) => identifier(name)),
    ];
    await duck.run(
      `COPY (SELECT ${cells.join(', ')} FROM ${from}) TO ${literal(file)} (FORMAT csv, HEADER false)`,
    );
    return file;
  }

  private copy(table: string, before: string[], file: string): Promise<void> {
    const columns = [...before, ...mappedFields(this.target.mapping).map(({ name }) => name)].map(identifier);
    const into = `COPY ${identifier(table)} (${columns.join(', ')}) FROM STDIN (FORMAT csv)`;
    return pipeline(
      createReadStream(file, { highWaterMark: 1 << 18 }),
      this.target.postgres.query(copyFrom(into)),
    );
  }
}

/** Brings the identities and digests that are stored already into DuckDB as `known`; false where there are none. */
async function fetchKnown({ duck, postgres, mapping, authorityId, folder }: LoadTarget): Promise<boolean> {
  const { table: name, identity } = mapping.type;
  // what every row of the file shares, all that it can know shares too; COPY takes no parameters
  const shared = mapping.sources
    .filter(({ field, constant }) => constant !== null && identity.includes(field.name))
    .map(({ field, constant }) => ` AND ${identifier(field.name)} = ${postgres.escapeLiteral(constant!)}`);
  const from = `FROM ${identifier(name)} WHERE authority_id = ${authorityId}${shared.join('')}`;
  const { rows } = await postgres.query(`SELECT 1 ${from} LIMIT 1`);
  if (rows.length === 0) return false;
  const file = join(folder, 'known.csv');
  const columns = [...identity.map(identifier), `replace(content::text, '-', '')`].join(', ');
  const sql = `COPY (SELECT ${columns} ${from}) TO STDOUT (FORMAT csv)`;
  await pipeline(postgres.query(copyTo(sql)), createWriteStream(file));
  const types = identity.map((column) => `${literal(column)}: 'VARCHAR'`);
  await duck.run(
    `CREATE TEMP TABLE known AS FROM read_csv(${literal(file)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
       new_line = '\\n', columns = {${[...types, `'content': 'VARCHAR'`].join(', ')}})`,
  );
  return true;
}
