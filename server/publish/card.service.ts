import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordType } from '../contracts/record-type';
import { lawSql } from '../indicators/law';
import { state } from '../store/derived';
import { AuthorityService } from './authority.service';
import type { ConsultationCard, EventView, LegalView, ProvenanceView, StatesView } from './card.view';
import { derivedColumns, ITEM_COLUMNS } from './consultation.query';
import { itemOf, type ItemRow } from './consultation.service';
import { NotThere } from '../access/refused';
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
    const [events, provenance, legal, surveys] = await Promise.all([
      this.dataSource.query(EVENTS_SQL, [authority.id, code]) as Promise<EventView[]>,
      this.dataSource.query(PROVENANCE_SQL, [row.id]) as Promise<ProvenanceView[]>,
      this.legal(row.id, asOf),
      this.dataSource.query(SURVEYS_SQL, [authority.id, code]) as Promise<{ code: string }[]>,
    ]);
    return {
      ...itemOf(item, authority.code),
      facts,
      not_recorded: FIELDS.filter((name) => facts[name] === null),
      states,
      legal,
      events,
      surveys: surveys.map((survey) => survey.code),
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

const SURVEYS_SQL = `SELECT code FROM survey s WHERE authority_id = $1 AND consultation = $2
  AND EXISTS (SELECT 1 FROM survey_response r WHERE r.authority_id = s.authority_id AND r.survey = s.code) ORDER BY code`;

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

const PROVENANCE_SQL = `SELECT v.batch_id AS batch, b.file, v.line, b.sha256, v.revision, to_char(v.valid_from AT TIME ZONE 'UTC', ${INSTANT}) AS taken_in_at, v.current
  FROM (SELECT batch_id, line, revision, valid_from, true AS current FROM consultation WHERE id = $1
        UNION ALL SELECT batch_id, (record->>'line')::int, revision, valid_from, false FROM history WHERE record_type = 'consultation' AND record_id = $1) v
  JOIN batch b ON b.id = v.batch_id ORDER BY v.revision DESC`;

const LEGAL_SQL = `SELECT code, act, article, source_url, basis, min_days, count_from, may_close_on::text, kept, report_due_days,
    report_due_on::text, council_days FROM (${lawSql('$2::date')}) l WHERE consultation_id = $1`;
