import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { note } from '../access/audit';
import type { Caller } from '../access/caller';
import { changed } from '../store/changed';
import { type Home, Refusal } from '../store/home';
import { LOCKS } from '../store/locks';
import type { Settings } from '../store/settings';
import { hidden } from '../contracts/personal';
import { beginCheck, checkPart, type FileCheck, type References } from './check/bulk-check';
import { hideInFindings, speaksOfPeople } from './check/hide';
import { ahead } from './ahead';
import {
  authorityFor,
  closeBatch,
  insertBatch,
  insertFindings,
  insertRegisters,
  type Taken,
  yearsOf,
} from './batch';
import { copied } from './copied';
import { fencedDuckDB, numberOf } from './duckdb';
import { Load } from './load';
import type { Mapping } from './mapping';
import { screen } from './personal-columns';
import { type Preview, previewOf } from './preview';
import { type Receipt, receiptOf } from './receipt';
import { requireAuthority, requireOwnUnits } from './ownership';
import { revertBatch, type Reverted } from './revert';
import { type ImportRequest, understand } from './understand';

/** Takes files in: reader -> check -> receipt -> store, each file one transaction, one batch. */
@Injectable()
export class IntakeService implements OnModuleDestroy {
  private duck: Promise<DuckDBInstance> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly home: Home,
    private readonly settings: Settings,
  ) {}

  async onModuleDestroy(): Promise<void> {
    (await this.duck)?.closeSync();
  }

  /**
   * Takes one file in, whole or not at all. Throws `Refusal` where the file or its mapping cannot be read, `NotAllowed`
   * where it is not theirs to bring in.
   */
  async import(request: ImportRequest, by: Caller): Promise<Receipt> {
    const folder = join(this.home.work, randomUUID());
    await mkdir(folder, { mode: 0o700 });
    const connection = await (await this.instance()).connect();
    try {
      const { table, mapping } = await screen(connection, await understand(request, folder));
      return await this.transaction(async (postgres) => {
        await takeTurn(postgres);
        const check = await beginCheck(connection, table, mapping, await referencesOf(postgres, mapping));
        return this.write({ request, by, check, folder, postgres });
      });
    } finally {
      connection.closeSync();
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Shows how a file would be read; nothing is written. Throws `Refusal` where it cannot be read at all. */
  async preview(request: ImportRequest, most?: number): Promise<Preview> {
    const folder = join(this.home.work, randomUUID());
    await mkdir(folder, { mode: 0o700 });
    const connection = await (await this.instance()).connect();
    try {
      return await previewOf(connection, request, folder, most);
    } finally {
      connection.closeSync();
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Undoes a batch. Throws `Refusal` where it cannot be undone, `NotAllowed` where it is not theirs. */
  async revert(batch: number, by: Caller): Promise<Reverted> {
    return this.transaction(async (postgres) => {
      await takeTurn(postgres);
      return { commit: true, value: await revertBatch(postgres, batch, by) };
    });
  }

  private instance(): Promise<DuckDBInstance> {
    this.duck ??= fencedDuckDB(this.home.work, this.settings.duckdbMemory);
    return this.duck;
  }

  /**
   * Imports and reverts wait for each other before they take a connection: those that wait leave the others to readers.
   * Other servers are waited for in the transaction (`takeTurn`).
   */
  private async transaction<T>(work: Work<T>): Promise<T> {
    const before = this.last;
    const own = before.then(() => this.alone(work));
    this.last = own.catch(() => undefined);
    return own;
  }

  private async alone<T>(work: Work<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const postgres = (await runner.connect()) as PoolClient;
    try {
      await postgres.query('BEGIN');
      await postgres.query('SET LOCAL statement_timeout = 0');
      const { commit, value } = await work(postgres);
      await postgres.query(commit ? 'COMMIT' : 'ROLLBACK');
      if (commit) changed(this.dataSource);
      return value;
    } catch (error) {
      await postgres.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async write(taking: Taking): Promise<{ commit: boolean; value: Receipt }> {
    const { request, by, check, folder, postgres } = taking;
    const { connection: duck, mapping, table } = check;
    const authority = await authorityFor(postgres, mapping);
    requireAuthority(by, authority, mapping);
    const file = hidden(request.name);
    const taken: Taken = { mapping, table, file, authorityId: authority.id };
    const batchId = await insertBatch(postgres, taken, by.identity.person);
    // copied and digested while the rows are taken in; the copy is kept only with the batch
    const copy = copied(request.path, folder);
    copy.catch(() => undefined);
    const load = new Load(
      { duck, postgres, mapping, authorityId: authority.id, batchId, folder },
      // whose every row has to be looked at has them written for it, and undone
      request.dryRun && by.reaches(['analyst'], authority.id),
    );
    const years = await takeParts(check, load);
    const counts = await load.end();
    await requireOwnUnits(postgres, by, { type: mapping.type.name, authorityId: authority.id, batchId });
    const { draft, sha256 } = await copy;
    const personal = (await hideInFindings(duck)) || (await speaksOfPeople(duck));
    const rejected = await numberOf(duck, 'SELECT count(DISTINCT "row") FROM finding WHERE NOT accepted');
    const registers = await insertRegisters(postgres, taken, batchId, years);
    const written = counts.new + counts.changed + registers;
    const commit = !request.dryRun && written > 0 && !(request.allOrNothing && rejected > 0);
    if (commit) {
      await insertFindings(duck, postgres, batchId, folder);
      const detail = { sha256, type: mapping.type.name, rows: check.rows, ...counts, rejected };
      await closeBatch(postgres, batchId, detail);
      await note(postgres, by, { action: 'batch_taken_in', object: `batch ${batchId}`, detail });
      // what is left out of the records is not kept in a drawer beside them
      if (!personal) await rename(draft, join(this.home.uploads, sha256));
    }
    const value = await receiptOf(check, {
      ...counts,
      rejected,
      batch: commit ? batchId : null,
      file,
      sha256,
      dry_run: request.dryRun,
      authority_created: commit && authority.created,
    });
    return { commit, value };
  }
}

type Work<T> = (postgres: PoolClient) => Promise<{ commit: boolean; value: T }>;

/** Imports and reverts take turns, whichever server they run on: batch numbers have no gaps, references stay true. */
const takeTurn = (postgres: PoolClient) =>
  postgres.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.batches]);

interface Taking {
  request: ImportRequest;
  by: Caller;
  check: FileCheck;
  folder: string;
  postgres: PoolClient;
}

/** While one part is taken in by Postgres the next is checked, and the one after it is read. Returns the years of the rows. */
async function takeParts(check: FileCheck, load: Load): Promise<number[]> {
  const years = new Set<number>();
  await load.begin();
  for await (const part of ahead(check.table.parts)) {
    await load.take(await checkPart(check, part));
    for (const year of await yearsOf(check.connection, check.mapping)) years.add(year);
    await rm(part.file);
  }
  if (check.rows === 0) throw noRows();
  return [...years];
}

const noRows = () =>
  new Refusal(
    'Pod nagłówkiem nie ma ani jednego wiersza; nic nie wczytano',
    'There is not one row below the header; nothing was taken in',
  );

/** Codes of the records that fields of this type may refer to. */
async function referencesOf(
  postgres: PoolClient,
  { type, authority, sources }: Mapping,
): Promise<References> {
  const references: References = new Map();
  for (const { field } of sources) {
    if (!field.of || references.has(field.of)) continue;
    const { rows } = await postgres.query<{ code: string }>(
      `SELECT o.code FROM "${field.of}" o JOIN authority a ON a.id = o.authority_id WHERE a.code = $1 OR ($2 AND a.kind = 'state')`,
      [authority, field.of === 'legal_rule' && type.name === 'consultation'],
    );
    references.set(
      field.of,
      rows.map(({ code }) => code),
    );
  }
  return references;
}
