import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { type Home, Refusal } from '../store/home';
import { type Settings } from '../store/settings';
import { beginCheck, checkPart, type FileCheck, type References } from './check/bulk-check';
import { fencedDuckDB, numberOf, rowsOf } from './duckdb';
import { ahead } from './ahead';
import { authorityFor, insertBatch, insertFindings, insertRegisters, type Taken, yearsOf } from './batch';
import { type Counts, Load } from './load';
import { identityMapping, type Mapping, readMapping } from './mapping';
import { READERS } from './readers/index';
import type { ReadOptions, Table } from './readers/reader';
import { findingOf, type Receipt, type StoredFinding } from './receipt';
import { revertBatch, type Reverted } from './revert';

/** A file to take in and what is said of it. */
export interface ImportRequest {
  path: string;
  /** As it was called where it came from. */
  name: string;
  mapping: Record<string, unknown> | null;
  /** Record type, for a file whose columns are named like the fields. */
  as: string | null;
  authority: string | null;
  reader: string | null;
  read: ReadOptions;
  registerComplete: string[];
  dryRun: boolean;
  /** One refused row refuses the file. */
  allOrNothing: boolean;
}

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
    const receipt = await receiptOf(taking, { ...counts, rejected, batch: commit ? batchId : null });
    return { commit, value: { ...receipt, authority_created: commit && authority.created } };
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

/** Reads the file and its mapping; what the command says goes before what the mapping says. */
async function understand(
  request: ImportRequest,
  folder: string,
): Promise<{ table: Table; mapping: Mapping }> {
  if (!request.mapping && !request.as) {
    throw new Refusal(
      'Podaj plik mapowania (--mapping) albo rodzaj rekordów (--as), jeśli kolumny nazywają się jak pola',
      'Give a mapping file (--mapping) or the record type (--as) where the columns are named like the fields',
    );
  }
  const declared = request.mapping ? readMapping(request.mapping, request.name) : null;
  const options = { ...declared?.read, ...request.read };
  const table = await readerFor(request, await headOf(request.path), options).read(
    request.path,
    folder,
    options,
  );
  const mapping = declared ?? readMapping(identityMapping(request.as!, table.header), request.name);
  const authority = request.authority ?? mapping.authority;
  if (!authority) {
    throw new Refusal(
      'Nie wiadomo, czyje to dane: podaj --authority',
      'Whose data this is is not said: give --authority',
    );
  }
  return {
    table,
    mapping: {
      ...mapping,
      authority,
      registerComplete: [...mapping.registerComplete, ...request.registerComplete],
    },
  };
}

function readerFor(request: ImportRequest, head: Buffer, options: ReadOptions) {
  const named = request.reader && READERS.find(({ name }) => name === request.reader);
  const reader = request.reader
    ? named
    : READERS.find((known) => known.accepts(basename(request.name), head, options));
  if (reader) return reader;
  const names = READERS.map(({ name }) => name).join(', ');
  const asked = request.reader ?? options.format ?? request.name;
  throw new Refusal(
    `Nie ma czytnika dla „${asked}”; są: ${names}`,
    `No reader takes “${asked}”; there are: ${names}`,
  );
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
  await file.close();
  if (bytesRead === 0) throw new Refusal('Plik jest pusty', 'The file is empty');
  return buffer.subarray(0, bytesRead);
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

async function receiptOf(
  { request, check: { connection, table, mapping, rows }, sha256 }: Taking,
  counts: Counts & { rejected: number; batch: number | null },
): Promise<Omit<Receipt, 'authority_created'>> {
  const findings = await rowsOf<StoredFinding>(
    connection,
    'SELECT * FROM finding ORDER BY line, field, rule',
  );
  const said = (accepted: boolean) =>
    findings
      .filter((found) => found.accepted === accepted)
      .map((found) => findingOf(mapping.type.name, found));
  return {
    batch: counts.batch,
    file: request.name,
    sha256,
    type: mapping.type.name,
    reader: table.reader,
    dialect: table.dialect,
    authority: mapping.authority!,
    dry_run: request.dryRun,
    rows,
    accepted: counts.new + counts.changed + counts.unchanged,
    new: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    rejected: counts.rejected,
    dropped_columns: [],
    issues: said(false),
    warnings: said(true),
  };
}
