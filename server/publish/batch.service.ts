import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller';
import { NotThere } from '../access/refused';
import { MOST_SHOWN } from '../intake/receipt';
import { ownsBatch } from '../intake/ownership';
import { AuthorityService } from './authority.service';
import type { BatchListView, BatchView, ReceiptView } from './batch.view';
import { FindingService } from './finding.service';
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

/** Which files came in and what became of them. */
@Injectable()
export class BatchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly authorities: AuthorityService,
    private readonly findings: FindingService,
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
   * One batch with the first of what was found in its file.
   * Cells are shown only to whoever could undo it: a refused cell may hold anything, a name or a number of a person too.
   */
  async receipt(id: number, by: Caller): Promise<ReceiptView> {
    const missing = new NotThere(`Nie ma partii ${id}`, `There is no batch ${id}`);
    if (id < 1 || id > 2_147_483_647) throw missing;
    const [found] = (await this.dataSource.query(
      `SELECT ${BATCH_COLUMNS}, b.reason, b.dialect, b.mapping, b.dropped_columns, b.authority_id, b.person_id FROM batch b JOIN authority a ON a.id = b.authority_id WHERE b.id = $1`,
      [id],
    )) as ReceiptRow[];
    if (!found) throw missing;
    const { authority_id, person_id, ...batch } = found;
    const whole = ownsBatch(by, { authority_id, person_id });
    const { rows, total } = await this.findings.page({ batch: id, type: batch.type, whole }, 0, MOST_SHOWN);
    const by_rule = (await this.dataSource.query(
      'SELECT rule, accepted, count(*)::int AS count, min(line) AS line FROM finding WHERE batch_id = $1 GROUP BY rule, accepted ORDER BY accepted, count DESC, rule',
      [id],
    )) as ReceiptView['by_rule'];
    return { ...batch, findings_total: total, by_rule, findings: rows };
  }
}
