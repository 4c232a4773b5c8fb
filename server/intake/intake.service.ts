import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Home } from '../store/home';
import type { Settings } from '../store/settings';
import { beginCheck, checkPart, type FileCheck, type References } from './check/bulk-check';
import { ahead } from './ahead';
import { authorityFor, insertBatch, insertFindings, insertRegisters, type Taken, yearsOf } from './batch';
import { fencedDuckDB, numberOf } from './duckdb';
import { Load } from './load';
import type { Mapping } from './mapping';
import { type Receipt, receiptOf } from './receipt';
import { revertBatch, type Reverted } from './revert';
import { type ImportRequest, understand } from './understand';

/** Takes files in: reader -> check -> receipt -> store, each file one transaction, one batch. */
@Injectable()
export class IntakeService implements OnModuleDestroy {
  private duck: Promise<DuckDBInstance> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly home: Home,
    private readonly settings: Settings,
  ) {}

  async onModuleDestroy(): Promise<void> {
    (await this.duck)?.closeSync();
  }

  /** Takes one file in, whole or not at all. Throws `Refusal` where the file or its mapping cannot be read. */
  async import(request: ImportRequest): Promise<Receipt> {
    const folder = join(this.home.work, randomUUID());
    await mkdir(folder, { mode: 0o700 });
    const connection = await (await this.instance()).connect();
    try {
      const sha256 = await digestOf(request.path);
      const { table, mapping } = await understand(request, folder);
      return await this.transaction(async (postgres) => {
        await takeTurn(postgres);
        const check = await beginCheck(connection, table, mapping, await referencesOf(postgres, mapping));
        return this.write({ request, check, sha256, folder, postgres });
      });
    } finally {
      connection.closeSync();
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Undoes a batch. Throws `Refusal` where it cannot be undone. */
  async revert(batch: number): Promise<Reverted> {
    return this.transaction(async (postgres) => {
      await takeTurn(postgres);
      return { commit: true, value: await revertBatch(postgres, batch) };
    });
  }

  private instance(): Promise<DuckDBInstance> {
    this.duck ??= fencedDuckDB(this.home.work, this.settings.duckdbMemory);
    return this.duck;
  }

  private async transaction<T>(
    work: (postgres: PoolClient) => Promise<{ commit: boolean; value: T }>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const postgres = (await runner.connect()) as PoolClient;
    try {
      await postgres.query('BEGIN');
      const { commit, value } = await work(postgres);
      await postgres.query(commit ? 'COMMIT' : 'ROLLBACK');
      return value;
    } catch (error) {
      await postgres.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async write(taking: Taking): Promise<{ commit: boolean; value: Receipt }> {
    const { request, check, sha256, folder, postgres } = taking;
    const { connection: duck, mapping, table } = check;
    const authority = await authorityFor(postgres, mapping);
    const taken: Taken = { mapping, table, sha256, file: request.name, authorityId: authority.id };
    const batchId = await insertBatch(postgres, taken);
    const upload = request.dryRun ? null : this.keepUpload(request.path, sha256);
    upload?.catch(() => undefined);
    const load = new Load(
      { duck, postgres, mapping, authorityId: authority.id, batchId, folder },
      request.dryRun,
    );
    const years = await takeParts(check, load);
    const counts = await load.end();
    const rejected = await numberOf(duck, 'SELECT count(DISTINCT line) FROM finding WHERE NOT accepted');
    const registers = await insertRegisters(postgres, taken, batchId, years);
    const written = counts.new + counts.changed + registers;
    const commit = !request.dryRun && written > 0 && !(request.allOrNothing && rejected > 0);
    if (commit) {
      await insertFindings(duck, postgres, batchId, folder);
      await postgres.query(
        'UPDATE batch SET rows = $2, new = $3, changed = $4, unchanged = $5, rejected = $6 WHERE id = $1',
        [batchId, check.rows, counts.new, counts.changed, counts.unchanged, rejected],
      );
      await upload;
    }
    const value = await receiptOf(check, {
      ...counts,
      rejected,
      batch: commit ? batchId : null,
      file: request.name,
      sha256,
      dry_run: request.dryRun,
      authority_created: commit && authority.created,
    });
    return { commit, value };
  }

  /** The file as it came stays in the home under its digest. */
  private async keepUpload(path: string, sha256: string): Promise<void> {
    const kept = join(this.home.uploads, sha256);
    const draft = `${kept}.${randomUUID()}`;
    await copyFile(path, draft);
    const file = await open(draft, 'r+');
    await file.chmod(0o600);
    await file.sync();
    await file.close();
    await rename(draft, kept);
  }
}

/** Imports and reverts take turns, whichever server they run on: batch numbers have no gaps, references stay true. */
const takeTurn = (postgres: PoolClient) => postgres.query('SELECT pg_advisory_xact_lock(4202015)');

interface Taking {
  request: ImportRequest;
  check: FileCheck;
  sha256: string;
  folder: string;
  postgres: PoolClient;
}

/** While one part is taken in by Postgres the next is checked, and the one after it is read. Returns the years of the rows. */
async function takeParts(check: FileCheck, load: Load): Promise<number[]> {
  const years = new Set<number>();
  await load.begin();
  for await (const part of ahead(check.table.parts)) {
    await checkPart(check, part);
    await load.take();
    for (const year of await yearsOf(check.connection, check.mapping)) years.add(year);
    await rm(part.file);
  }
  return [...years];
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

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
