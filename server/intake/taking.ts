import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { note } from '../access/audit';
import type { Caller } from '../access/caller';
import { hidden } from '../contracts/personal';
import { Refusal } from '../store/home';
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
import { sayAlike } from './check/alike';
import { checkPart, type FileCheck } from './check/bulk-check';
import { requireDayOrder } from './check/day-order';
import { takeOutNul } from './check/finding';
import { hideInFindings, speaksOfPeople } from './check/hide';
import { numberOf } from './duckdb';
import { requireOwnCodes } from './coding/coder';
import { type Counts, Load } from './load';
import { beginOwnRows, requireAuthority, requireOwnRows, requireOwnUnits } from './ownership';
import { makeConsultation } from './parent';
import { type Receipt, receiptOf } from './receipt';
import type { ImportRequest } from './understand';
import { writeSurvey } from './survey/survey';
import type { Watch } from './watch';
import { copied } from './copied';

/** A file being taken in by the open transaction of `postgres`. */
export interface Taking {
  request: ImportRequest;
  by: Caller;
  check: FileCheck;
  /** Folder inside the fence. */
  folder: string;
  postgres: PoolClient;
  /** Folder where files are kept as they came. */
  uploads: string;
  watch: Watch;
}

/** The batch that is being made. */
interface Opened {
  batchId: number;
  taken: Taken;
  authority: { id: number; created: boolean };
  /** Whether the consultation of all rows came with it. */
  made: boolean;
}

/**
 * Takes a file in: checks its rows, writes those that pass, keeps the findings and the file with the batch. Says
 * whether the transaction is to be committed. Throws `NotAllowed` where it is not theirs to bring in.
 */
export async function takeIn(taking: Taking): Promise<{ commit: boolean; value: Receipt }> {
  const { request, folder, check, postgres, watch } = taking;
  const opened = await open(taking);
  // copied and digested while the rows are taken in; the copy is kept only with the batch
  const copy = copied(request.path, folder);
  copy.catch(() => undefined);
  const counts = await write(taking, opened);
  await requireDayOrder(check.connection, check.rows);
  const { draft, sha256 } = await copy;
  await sayAlike(check.connection);
  await takeOutNul(check.connection);
  const personal = (await hideInFindings(check.connection)) || (await speaksOfPeople(check.connection));
  const rejected = await numberOf(
    check.connection,
    'SELECT count(DISTINCT "row") FROM finding WHERE NOT accepted',
  );
  const written = counts.new + counts.changed + counts.registers;
  const commit = !request.dryRun && written > 0 && !(request.allOrNothing && rejected > 0);
  const outcome = { ...counts, rejected, sha256 };
  // the last moment to break it off
  watch.signal.throwIfAborted();
  watch.tell('writing', check.rows);
  if (commit) await keep(taking, opened, outcome);
  await watch.found(check.connection);
  const value = await receipt(taking, opened, { ...outcome, commit });
  if (commit) {
    await watch.settle(postgres, value);
    // what is left out of the records is not kept in a drawer beside them
    if (!personal) await rename(draft, join(taking.uploads, sha256));
  }
  return { commit, value };
}

async function open({ request, by, check, postgres }: Taking): Promise<Opened> {
  const { mapping, table } = check;
  const authority = await authorityFor(postgres, mapping);
  requireAuthority(by, authority, mapping);
  const taken: Taken = { mapping, table, file: hidden(request.name), authorityId: authority.id };
  const batchId = await insertBatch(postgres, taken, { person: by.identity.person, reason: request.reason });
  return { batchId, taken, authority, made: await makeConsultation(postgres, taken, batchId) };
}

async function write(taking: Taking, opened: Opened): Promise<Counts & { registers: number }> {
  const { request, by, check, folder, postgres } = taking;
  const { batchId, taken } = opened;
  const { mapping, authorityId } = taken;
  const target = { duck: check.connection, postgres, mapping, authorityId, batchId, folder };
  // whose every row has to be looked at has them written for it, and undone
  const dryRun = request.dryRun && by.reaches(['analyst'], authorityId);
  if (mapping.survey) {
    const { made, ...counts } = await writeSurvey(check, target, dryRun);
    if (check.rows === 0) throw noRows();
    return { ...counts, registers: made };
  }
  const load = new Load(target, dryRun);
  const isBounded = await beginOwnRows(by, target);
  const years = await takeParts(check, load, async () => {
    if (isBounded) await requireOwnRows(by, target);
  });
  if (check.rows === 0) throw noRows();
  const counts = await load.end();
  await requireOwnUnits(postgres, by, { type: mapping.type, authorityId, batchId });
  if (mapping.type.name === 'coding') await requireOwnCodes(postgres, by, { authorityId, batchId });
  return { ...counts, registers: await insertRegisters(postgres, taken, batchId, years) };
}

async function keep(
  { check, folder, postgres, by }: Taking,
  { batchId }: Opened,
  { sha256, rejected, ...counts }: Counts & { sha256: string; rejected: number },
): Promise<void> {
  await insertFindings(check.connection, postgres, batchId, folder);
  const { new: fresh, changed, unchanged } = counts;
  const counted = { rows: check.rows, new: fresh, changed, unchanged, rejected };
  const detail = { sha256, type: check.mapping.type.name, ...counted };
  await closeBatch(postgres, batchId, detail);
  await note(postgres, by, { action: 'batch_taken_in', object: `batch ${batchId}`, detail });
}

function receipt(
  { check, request }: Taking,
  { batchId, taken, authority, made }: Opened,
  { commit, sha256, rejected, ...counts }: Counts & { commit: boolean; sha256: string; rejected: number },
): Promise<Receipt> {
  return receiptOf(check, {
    new: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    changes: counts.changes,
    rejected,
    batch: commit ? batchId : null,
    file: taken.file,
    sha256,
    dry_run: request.dryRun,
    authority_created: commit && authority.created,
    consultation_created: commit && made ? taken.mapping.consultation!.code : null,
  });
}

const noRows = () =>
  new Refusal(
    'Pod nagłówkiem nie ma ani jednego wiersza; nic nie wczytano',
    'There is not one row below the header; nothing was taken in',
  );

/**
 * While one part is taken in by Postgres the next is checked, and the one after it is read. Returns the years of the rows.
 * @param look at the rows of `typed`, before anything becomes of them
 */
async function takeParts(check: FileCheck, load: Load, look: () => Promise<void>): Promise<number[]> {
  const years = new Set<number>();
  await load.begin();
  for await (const part of ahead(check.table.parts)) {
    const passed = await checkPart(check, part);
    await look();
    await load.take(passed);
    for (const year of await yearsOf(check.connection, check.mapping)) years.add(year);
    await rm(part.file);
  }
  return [...years];
}
