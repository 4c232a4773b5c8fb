import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller';
import { NotThere } from '../access/refused';
import { OF_COLUMN } from '../contracts/rules';
import { FORMULA } from '../intake/imports/findings';
import { ownsBatch } from '../intake/ownership';
import { findingOf, type StoredFinding } from '../intake/receipt';
import type { FindingListView, FindingView } from './batch.view';
import { EXCEL, headLine, MACHINE } from './csv';
import { dayInWarsaw } from './today';

/** Whose findings are read, and whether their cells may be shown to the one who asks. */
export interface Found {
  batch: number;
  type: string;
  /** Cells are shown: a refused cell may hold anything, a name or a number of a person too. */
  whole: boolean;
}

const COLUMNS = [
  'line',
  'record',
  'column',
  'value',
  'rule',
  'accepted',
  'message_pl',
  'message_en',
] as const;
/** Where a finding stands among those of its batch. */
interface Place {
  line: number;
  id: string;
}
const START: Place = { line: -1, id: '0' };

/** Rows of a file that are fetched at once. */
const SLICE = 5000;

/** Everything that was found in the files that came in: page by page, or as one file. */
@Injectable()
export class FindingService {
  constructor(private readonly dataSource: DataSource) {}

  /** Findings by line, from the given one on (0: the first), and how many there are. */
  async page(found: Found, from: number, most: number): Promise<{ rows: FindingView[]; total: number }> {
    const [{ total }] = (await this.dataSource.query(
      'SELECT count(*)::int AS total FROM finding WHERE batch_id = $1',
      [found.batch],
    )) as [{ total: number }];
    const rows = await this.slice(found, START, from, most);
    return { rows: rows.map(({ view }) => view), total };
  }

  /** A page with the address of the next. Throws `NotThere` where there is no such batch. */
  async list(
    id: number,
    { from, limit }: { from: number; limit: number },
    by: Caller,
    address: string,
  ): Promise<FindingListView> {
    const { rows, total } = await this.page(await this.found(id, by), from, limit);
    const path = address.split('?')[0]!;
    const next = from + limit < total ? `${path}?from=${from + limit}&limit=${limit}` : null;
    return {
      items: rows,
      meta: { total, snapshot: null, as_of: dayInWarsaw() },
      links: { self: address, next },
    };
  }

  /**
   * All findings as CSV, a slice at a time. Throws `NotThere` where there is no such batch.
   * @param excel as a Polish Excel wants it
   */
  async csv(id: number, by: Caller, excel: boolean): Promise<AsyncIterable<string>> {
    const found = await this.found(id, by);
    const dialect = excel ? EXCEL : MACHINE;
    const slices = (after: Place) => this.slice(found, after, 0, SLICE);
    return (async function* lines() {
      yield headLine([...COLUMNS], dialect);
      for (let after = START; ;) {
        const rows = await slices(after);
        yield rows.map((row) => lineOf(row.view, dialect.delimiter)).join('');
        if (rows.length < SLICE) return;
        after = rows.at(-1)!.place;
      }
    })();
  }

  private async found(id: number, by: Caller): Promise<Found> {
    const [batch] = (await this.dataSource.query(
      'SELECT type, authority_id, person_id FROM batch WHERE id = $1',
      [id],
    )) as { type: string; authority_id: number; person_id: number | null }[];
    if (!batch) throw new NotThere(`Nie ma partii ${id}`, `There is no batch ${id}`);
    return { batch: id, type: batch.type, whole: ownsBatch(by, batch) };
  }

  private async slice({ batch, type, whole }: Found, after: Place, from: number, most: number) {
    const rows = (await this.dataSource.query(
      `SELECT id, line, record, "column", field, value, rule, accepted FROM finding
       WHERE batch_id = $1 AND (line, id) > ($2::int, $3::bigint) ORDER BY line, id OFFSET $4 LIMIT $5`,
      [batch, after.line, after.id, from, most],
    )) as (StoredFinding & { id: string })[];
    return rows.map(({ id, ...one }) => {
      const isShown = whole || OF_COLUMN.includes(one.rule);
      const shown = isShown ? one : { ...one, value: null, record: one.accepted ? one.record : null };
      const view: FindingView = { ...findingOf(type, shown), accepted: one.accepted };
      return { place: { line: one.line, id }, view };
    });
  }
}

/** A line of CSV as the data sets have it: texts are quoted, numbers never, null is an empty cell. */
function lineOf(
  { line, record, column, value, rule, accepted, message }: FindingView,
  delimiter: string,
): string {
  const texts = [record, column, value, rule, accepted ? 'yes' : 'no', message.pl, message.en].map((text) => {
    if (text === null) return '';
    const plain = text.replace(/\r\n?/g, '\n').replaceAll('"', '""');
    return `"${FORMULA.test(plain) ? `'${plain}` : plain}"`;
  });
  return `${[line, ...texts].join(delimiter)}\r\n`;
}
