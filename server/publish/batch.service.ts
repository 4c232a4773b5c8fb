import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller';
import { NotThere } from '../access/refused';
import { OF_COLUMN } from '../contracts/rules';
import { findingsCsv, type Language } from '../intake/imports/findings';
import { findingOf, type StoredFinding } from '../intake/receipt';
import { ownsBatch } from '../intake/ownership';
import { AuthorityService } from './authority.service';
import type { BatchListView, BatchView, ReceiptView } from './batch.view';
import { dayInWarsaw } from './today';

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

const BATCH_COLUMNS = `b.id, a.code AS authority, b.type, b.file, b.sha256, CASE WHEN b.reverted_at IS NULL THEN 'in_force' ELSE 'reverted' END AS state,
  to_char(b.taken_in_at AT TIME ZONE 'UTC', ${INSTANT}) AS taken_in_at, to_char(b.reverted_at AT TIME ZONE 'UTC', ${INSTANT}) AS reverted_at,
  b.rows, b.new + b.changed + b.unchanged AS accepted, b.new, b.changed, b.unchanged, b.rejected,
  (SELECT count(*)::int FROM finding f WHERE f.batch_id = b.id AND f.accepted) AS warnings`;

type ReceiptRow = BatchView &
  Pick<ReceiptView, 'reason' | 'dialect' | 'mapping' | 'dropped_columns'> & {
    authority_id: number;
    person_id: number | null;
  };

/** Findings of one file of CSV. */
const LARGEST_FILE = 500_000;

/** Which files came in and what became of them. */
@Injectable()
export class BatchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly authorities: AuthorityService,
  ) {}

  /** The batches of one authority, or of all where none is named; the latest first, at most 500. */
  async list(code: string | undefined, address: string): Promise<BatchListView> {
    const authority = code === undefined ? null : await this.authorities.find(code);
    const items = (await this.dataSource.query(
      `SELECT ${BATCH_COLUMNS} FROM batch b JOIN authority a ON a.id = b.authority_id WHERE $1::int IS NULL OR a.id = $1 ORDER BY b.id DESC LIMIT 500`,
      [authority?.id ?? null],
    )) as BatchView[];
    const [{ total }] = (await this.dataSource.query(
      'SELECT count(*)::int AS total FROM batch WHERE $1::int IS NULL OR authority_id = $1',
      [authority?.id ?? null],
    )) as [{ total: number }];
    return {
      items,
      meta: { total, snapshot: null, as_of: dayInWarsaw() },
      links: { self: address, next: null },
    };
  }

  /**
   * One batch with everything found in its file.
   * Cells are shown only to whoever could undo it: a refused cell may hold anything, a name or a number of a person too.
   */
  async receipt(id: number, by: Caller): Promise<ReceiptView> {
    const { whole, ...batch } = await this.one(id, by);
    const findings = await this.findings(id, 10_000);
    const shown = findings.map((one) => (whole ? one : withoutCells(one)));
    const [{ total }] = (await this.dataSource.query(
      'SELECT count(*)::int AS total FROM finding WHERE batch_id = $1',
      [id],
    )) as [{ total: number }];
    return {
      ...batch,
      findings_total: total,
      findings: shown.map((one) => ({ ...findingOf(batch.type, one), accepted: one.accepted })),
    };
  }

  /** Everything found in the file of a batch, as CSV; cells as in `receipt`. Throws `NotThere`. */
  async csv(id: number, by: Caller, language: Language): Promise<AsyncGenerator<string>> {
    const { type, whole } = await this.one(id, by);
    const findings = await this.findings(id, LARGEST_FILE);
    return findingsCsv(type, whole ? findings : findings.map(withoutCells), language);
  }

  private findings(id: number, most: number): Promise<StoredFinding[]> {
    return this.dataSource.query(
      'SELECT line, record, "column", field, value, rule, accepted FROM finding WHERE batch_id = $1 ORDER BY line, id LIMIT $2',
      [id, most],
    );
  }

  private async one(id: number, by: Caller) {
    const missing = new NotThere(`Nie ma partii ${id}`, `There is no batch ${id}`);
    if (id < 1 || id > 2_147_483_647) throw missing;
    const [found] = (await this.dataSource.query(
      `SELECT ${BATCH_COLUMNS}, b.reason, b.dialect, b.mapping, b.dropped_columns, b.authority_id, b.person_id FROM batch b JOIN authority a ON a.id = b.authority_id WHERE b.id = $1`,
      [id],
    )) as ReceiptRow[];
    if (!found) throw missing;
    const { authority_id, person_id, ...batch } = found;
    return { ...batch, whole: ownsBatch(by, { authority_id, person_id }) };
  }
}

/** A refused cell may hold anything; what is said of a whole column names nobody. */
const withoutCells = (one: StoredFinding): StoredFinding =>
  OF_COLUMN.includes(one.rule) ? one : { ...one, value: null, record: one.accepted ? one.record : null };
