import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, IsNull, Not } from 'typeorm';
import type { Caller } from '../../access/caller';
import { Conflict, NotThere } from '../../access/refused';
import { hidden } from '../../contracts/personal';
import { traceOf } from '../../store/fault';
import type { Home } from '../../store/home';
import { ImportRow } from '../../store/import.entities';
import { readRequest } from '../import-request';
import { IntakeService } from '../intake.service';
import type { Receipt } from '../receipt';
import type { ImportRequest } from '../understand';
import { received } from '../upload';
import { fileOf } from './import.file';
import { ImportRunner } from './import.runner';
import type { ImportPreview, ImportState, ImportView } from './import.view';
import { ProfileService } from './profile.service';

const logger = new Logger('Busola');

/** Nothing of an earlier run is left. */
const FRESH = { receipt: null, refusal: null, batch_id: null, ended_at: null, interruptions: 0 } as const;

/** Hours that a file is kept for whoever brought it, and how many files. */
export const KEPT_HOURS = 24;
const MOST = 20;
/** Hours after which a run that is none of this service counts as lost: its home is gone, or another one was restored. */
const LOST_HOURS = 2 * KEPT_HOURS;

/** Files on their way: brought, tried, taken in, each by whoever brought it. */
@Injectable()
export class ImportService implements OnApplicationBootstrap, OnModuleDestroy {
  private hourly: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly home: Home,
    private readonly intake: IntakeService,
    private readonly profiles: ProfileService,
    private readonly runner: ImportRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.forgetOld();
    await this.removeStrays();
    const again = () => this.forgetOld().catch((error: unknown) => logger.error(traceOf(error)));
    this.hourly = setInterval(() => void again(), 3_600_000).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.hourly);
  }

  /** Keeps the file of a request. Throws `NotReadable`, `TooLarge`. */
  async bring(request: FastifyRequest): Promise<ImportView> {
    const { caller } = request;
    const id = randomUUID();
    const folder = join(this.home.imports, id);
    await mkdir(folder, { mode: 0o700 });
    try {
      const { path, name } = await received(request, folder);
      // checks nothing but the name, which goes into the store
      const { name: plain } = readRequest(path, name, '{}');
      const { size } = await stat(path);
      const { person, token } = caller.identity;
      const row = { id, person_id: person, token_id: token, bytes: String(size), state: 'draft' };
      await this.dataSource.manager.insert(ImportRow, { ...row, file: hidden(plain) });
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    await this.makeRoom(caller);
    return this.one(id, caller);
  }

  /** Those of the caller, the latest first. */
  async list(by: Caller): Promise<ImportView[]> {
    const rows = await this.dataSource.manager.find(ImportRow, {
      where: ofOwner(by),
      order: { created_at: 'DESC' },
      take: MOST,
    });
    return rows.map((row) => this.view(row));
  }

  /** Throws `NotThere` where it is not theirs. */
  async one(id: string, by: Caller): Promise<ImportView> {
    return this.view(await this.row(id, by));
  }

  /** How the file reads with the options of `mapping.read`. Throws `Refusal` where it cannot be read. */
  async preview(id: string, by: Caller, body: unknown): Promise<ImportPreview> {
    const row = await this.row(id, by);
    const request = this.request(row, { mapping: { type: 'table', ...(body as object) }, dry_run: true });
    const preview = await this.intake.preview(request);
    return { ...preview, profiles: await this.profiles.find(preview.header, by) };
  }

  /** Begins to take the file in, or to try it. Throws `Conflict` where it is under way. */
  async run(id: string, by: Caller, body: Record<string, unknown> | null): Promise<ImportView> {
    const row = await this.row(id, by);
    // a slip is said at once, not by a run that fails
    this.request(row, body);
    const { affected } = await this.dataSource.manager
      .createQueryBuilder()
      .update(ImportRow)
      // a run that goes on after a stop has the rights of whoever began it, which a token narrows
      .set({ state: 'running', request: body as object, token_id: by.identity.token, ...FRESH })
      .where(`id = :id AND state <> 'running'`, { id })
      .execute();
    if (affected !== 1) throw underWay();
    this.runner.begin(id, by);
    return this.one(id, by);
  }

  /** Breaks a run off; what is written already stays. */
  async cancel(id: string, by: Caller): Promise<ImportView> {
    await this.row(id, by);
    await this.runner.cancel(id);
    return this.one(id, by);
  }

  /** Forgets a file. Throws `Conflict` while it is under way. */
  async forget(id: string, by: Caller): Promise<void> {
    await this.row(id, by);
    // a run may begin at the same moment: one of the two comes first
    const { affected } = await this.dataSource.manager.delete(ImportRow, { id, state: Not('running') });
    if (affected === 0) throw underWay();
    await this.removeFiles([id]);
  }

  /** A file that was checked, and as what. Throws `NotThere` where it was not yet. */
  async checked(id: string, by: Caller): Promise<{ request: ImportRequest; type: string }> {
    const row = await this.row(id, by);
    if (row.receipt && row.request)
      return { request: this.request(row, row.request), type: (row.receipt as unknown as Receipt).type };
    throw new NotThere('Ten plik nie był jeszcze sprawdzony', 'This file has not been checked yet');
  }

  private request({ id, file }: ImportRow, body: Record<string, unknown> | null): ImportRequest {
    return readRequest(fileOf(this.home, id), file, JSON.stringify(body ?? null));
  }

  private async row(id: string, by: Caller): Promise<ImportRow> {
    const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);
    const row = isId ? await this.dataSource.manager.findOneBy(ImportRow, { id }) : null;
    if (row && isOwner(row, by)) return row;
    throw new NotThere(
      'Tego pliku nie ma: minęła doba, usunięto go albo wniósł go ktoś inny',
      'This file is not here: a day has passed, it was removed, or somebody else brought it',
    );
  }

  private view(row: ImportRow): ImportView {
    const running = row.state === 'running' ? this.runner.progress(row.id) : null;
    return {
      id: row.id,
      file: row.file,
      bytes: Number(row.bytes),
      state: row.state as ImportState,
      stage: running?.stage ?? (row.state === 'running' ? 'waiting' : null),
      rows: running?.rows ?? null,
      request: row.request,
      receipt: row.receipt as Receipt | null,
      refusal: row.refusal,
      batch: row.batch_id,
      interruptions: row.interruptions,
      created_at: row.created_at.toISOString(),
      kept_until: new Date(row.created_at.getTime() + KEPT_HOURS * 3_600_000).toISOString(),
    };
  }

  /** What nobody came back to within a day, and runs that no service carries on. */
  private async forgetOld(): Promise<void> {
    const old = (await this.dataSource.query(
      `SELECT id FROM import WHERE created_at < now() - make_interval(hours => CASE state WHEN 'running' THEN $2::int ELSE $1::int END)`,
      [KEPT_HOURS, LOST_HOURS],
    )) as { id: string }[];
    await this.remove(old.map(({ id }) => id).filter((id) => !this.runner.progress(id)));
  }

  /** A file that came in when the service was killed has a folder and no row; before it listens none can be coming in. */
  private async removeStrays(): Promise<void> {
    const folders = await readdir(this.home.imports);
    const known = (await this.dataSource.query('SELECT id::text FROM import')) as { id: string }[];
    const ids = new Set(known.map(({ id }) => id));
    for (const folder of folders.filter((one) => !ids.has(one)))
      await rm(join(this.home.imports, folder), { recursive: true, force: true });
  }

  /** Only the latest files of somebody are kept. */
  private async makeRoom(by: Caller): Promise<void> {
    const rows = await this.dataSource.manager.find(ImportRow, {
      where: ofOwner(by),
      order: { created_at: 'DESC' },
      skip: MOST,
      take: 100,
    });
    await this.remove(rows.filter(({ state }) => state !== 'running').map(({ id }) => id));
  }

  private async remove(ids: string[]): Promise<void> {
    if (ids.length > 0) await this.dataSource.manager.delete(ImportRow, ids);
    await this.removeFiles(ids);
  }

  private async removeFiles(ids: string[]): Promise<void> {
    for (const id of ids) await rm(join(this.home.imports, id), { recursive: true, force: true });
  }
}

/** A token has a narrower role than its person: it sees what it brought, a person what any token of theirs did. */
function isOwner({ person_id, token_id }: ImportRow, by: Caller): boolean {
  const { person, token } = by.identity;
  if (person_id === null) return by.isHolder;
  return person_id === person && (token === null || token_id === token);
}

const ofOwner = ({ identity: { person, token } }: Caller) => ({
  person_id: person ?? IsNull(),
  ...(token !== null && { token_id: token }),
});

const underWay = () =>
  new Conflict('Ten plik jest właśnie wczytywany', 'This file is being taken in at this moment');
