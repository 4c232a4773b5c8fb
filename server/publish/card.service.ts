import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordType } from '../contracts/record-type';
import { closedOn, LAST_DAY, state } from '../store/derived';
import { AuthorityService } from './authority.service';
import type { ConsultationCard, EventView, LegalView, ProvenanceView, StatesView } from './card.view';
import { derivedColumns, ITEM_COLUMNS } from './consultation.query';
import { itemOf, type ItemRow } from './consultation.service';
import { NotThere } from './problem.filter';
import { dayInWarsaw } from './today';

type Facts = ConsultationCard['facts'];
type CardRow = ItemRow & { states: StatesView; facts: Facts };

/** One consultation whole: its facts, what follows from them, the law on its day, and where every version came from. */
@Injectable()
export class CardService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly authorities: AuthorityService,
  ) {}

  async card(code: string, authorityCode: string | undefined, address: string): Promise<ConsultationCard> {
    if (code.includes('\0')) throw new NotThere('Takiego kodu nie ma', 'There is no such code');
    const authority = await this.authorities.find(authorityCode);
    const asOf = dayInWarsaw();
    const [row] = (await this.dataSource.query(CARD_SQL, [authority.id, asOf, code])) as CardRow[];
    if (!row) {
      throw new NotThere(
        `Nie ma konsultacji „${code}” w ${authority.code}`,
        `No consultation has the code “${code}” in ${authority.code}`,
      );
    }
    const { facts: stored, states, ...item } = row;
    const facts = Object.fromEntries(FIELDS.map((name) => [name, stored[name] ?? null])) as Facts;
    const [events, provenance, legal] = await Promise.all([
      this.dataSource.query(EVENTS_SQL, [authority.id, code]) as Promise<EventView[]>,
      this.dataSource.query(PROVENANCE_SQL, [row.id]) as Promise<ProvenanceView[]>,
      this.legal(row.id, asOf),
    ]);
    return {
      ...itemOf(item, authority.code),
      facts,
      not_recorded: FIELDS.filter((name) => facts[name] === null),
      states,
      legal,
      events,
      provenance,
      meta: { as_of: asOf, snapshot: null },
      links: { self: address, source: (facts['source_url'] as string | null) ?? null },
    };
  }

  private async legal(id: number, asOf: string): Promise<LegalView | null> {
    const [found] = (await this.dataSource.query(LEGAL_SQL, [id, asOf])) as LegalView[];
    return found ?? null;
  }
}

const FIELDS = recordType('consultation')!.fields.map(({ name }) => name);

const CARD_SQL = `SELECT ${ITEM_COLUMNS}, ${derivedColumns('$2::date')},
    json_build_object('plan', ${state('plan')}, 'report', ${state('report')}, 'decision', ${state('decision')}, 'decision_publication', ${state('decision_publication')}) AS states,
    to_jsonb(c) AS facts
  FROM consultation c WHERE c.authority_id = $1 AND c.code = $3`;

const EVENTS_SQL = `SELECT code, kind, announced_on::text, planned_on::text, held_on::text, cancelled_on::text, place, attendance
  FROM consultation_event WHERE authority_id = $1 AND consultation = $2 ORDER BY coalesce(held_on, planned_on, announced_on), code`;

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

const PROVENANCE_SQL = `SELECT v.batch_id AS batch, b.file, v.line, b.sha256, v.revision, to_char(v.valid_from AT TIME ZONE 'UTC', ${INSTANT}) AS taken_in_at, v.current
  FROM (SELECT batch_id, line, revision, valid_from, true AS current FROM consultation WHERE id = $1
        UNION ALL SELECT batch_id, (record->>'line')::int, revision, valid_from, false FROM history WHERE record_type = 'consultation' AND record_id = $1) v
  JOIN batch b ON b.id = v.batch_id ORDER BY v.revision DESC`;

/** The day from which a rule counts, which is also the day whose law applies. */
const COUNTED = `CASE l.count_from WHEN 'announcement' THEN c.announced_on ELSE c.opens_on END`;

/**
 * The rule that the record names, else the one for its matter in force on its day, of its own authority before the
 * state's. The statutory test does not count the day of the event: a rule of 35 days from 1 March is kept on 5 April.
 */
const LEGAL_SQL = `SELECT l.code, l.act, l.article, l.source_url, CASE WHEN c.legal_rule = l.code THEN 'recorded' ELSE 'by_matter' END AS basis,
    l.min_days, l.count_from, (d.counted + l.min_days)::text AS may_close_on, least(c.closes_on, ${closedOn('$2::date')}) >= d.counted + l.min_days AS kept,
    l.report_due_days, (${closedOn('$2::date')} + l.report_due_days)::text AS report_due_on, l.council_days
  FROM consultation c
  JOIN legal_rule l ON c.legal_rule = l.code OR (c.legal_rule IS NULL AND l.matter_type = c.matter_type
    AND coalesce(${COUNTED}, ${LAST_DAY}) BETWEEN l.valid_since AND coalesce(l.valid_until, DATE '2100-01-01'))
  JOIN authority a ON a.id = l.authority_id AND (a.id = c.authority_id OR a.kind = 'state'),
  LATERAL (SELECT ${COUNTED} AS counted) d
  WHERE c.id = $1 ORDER BY (a.id = c.authority_id) DESC, l.valid_since DESC, l.code LIMIT 1`;
