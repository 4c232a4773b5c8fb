import { Injectable } from '@nestjs/common';
import { NotThere } from '../access/refused';
import { Mirror, type Reading } from '../snapshot/mirror';
import { AuthorityService } from './authority.service';
import { type Survey, itemView } from './survey.item';
import { itemsOf, type Responses, responsesOf, type SurveyRow, surveysSql } from './survey.responses';
import { intervalKind, kishOf, samplingOf } from './survey.sampling';
import { scalesOf } from './survey.scales';
import {
  type Breakdown,
  BREAKDOWNS,
  type SurveyItemView,
  type SurveyListItem,
  type SurveyListView,
  type SurveyView,
} from './survey.view';
import { wavesOf } from './survey.waves';
import { dayInWarsaw } from './today';

/** What surveys asked and what was answered; people's own words and single responses are never given. */
@Injectable()
export class SurveyService {
  constructor(
    private readonly mirror: Mirror,
    private readonly authorities: AuthorityService,
  ) {}

  async list(authorityCode: string | undefined, address: string): Promise<SurveyListView> {
    const authority = await this.authorities.find(authorityCode);
    await this.mirror.current();
    return this.mirror.read(async ({ query, snapshot }) => {
      const rows = await query<SurveyRow>(surveysSql(authority.id));
      return {
        items: rows.map((row) => listItem(row, authority.code)),
        meta: { total: rows.length, snapshot: snapshot.number, as_of: dayInWarsaw() },
        links: { self: address, next: null },
      };
    });
  }

  /** Throws `NotThere` for an authority or a survey that is not there. */
  async survey(
    code: string,
    { authority: authorityCode, by }: { authority?: string; by?: Breakdown },
    address: string,
  ): Promise<SurveyView> {
    const authority = await this.authorities.find(authorityCode);
    await this.mirror.current();
    return this.mirror.read(async (reading) => {
      const [row] = await reading.query<SurveyRow>(surveysSql(authority.id, 'AND s.code = $1'), [code]);
      if (!row) throw notThere(code, authority.code);
      return viewOf(reading, authority, row, by ?? null, address);
    });
  }
}

const notThere = (code: string, authority: string) =>
  new NotThere(`Nie ma ankiety „${code}” w ${authority}`, `No survey has the code “${code}” in ${authority}`);

const listItem = (row: SurveyRow, authority: string): SurveyListItem => ({
  authority,
  code: row.code,
  title: { pl: row.title_pl, en: row.title_en },
  consultation:
    row.consultation === null
      ? null
      : { code: row.consultation, title: { pl: row.consultation_pl, en: row.consultation_en } },
  kind: row.kind,
  wave: row.wave,
  design: row.design,
  n: row.n,
  invited: row.invited,
  opens_on: row.opens_on,
  closes_on: row.closes_on,
  answered_from: row.answered_from,
  answered_to: row.answered_to,
  interval_kind: intervalKind(row.design),
});

async function viewOf(
  reading: Reading,
  authority: { id: number; code: string },
  row: SurveyRow,
  by: Breakdown | null,
  address: string,
): Promise<SurveyView> {
  const items = await itemsOf(reading, authority.id, row.code);
  const responses = await responsesOf(reading, authority.id, row.code, items);
  const sampling = samplingOf(row, responses);
  const districts = await districtsOf(reading, authority.id);
  const survey: Survey = { responses, sampling, by, districts };
  const waves = await wavesOf(reading, authority.id, row);
  const views: SurveyItemView[] = [];
  for (const item of items)
    views.push({ ...(await itemView(item, survey)), waves: waves.get(item.code) ?? [] });
  const all = kishOf(responses.weights, responses.weights);
  return {
    ...listItem(row, authority.code),
    interval_kind: sampling.design ? 'sampling' : 'none',
    interval_reason: sampling.reason ?? (isSingle(views) ? 'one_unit_in_stratum' : null),
    sampling: sampling.view,
    ...responseRate(row),
    weighted: responses.weights.some((weight) => weight !== responses.weights[0]),
    n_eff: all.n_eff,
    deff_w: all.deff_w,
    breakdowns: BREAKDOWNS.filter((name) => isKnown(responses, name)),
    items: views,
    scales: await scalesOf(items, responses),
    meta: { total: items.length, snapshot: reading.snapshot.number, as_of: dayInWarsaw() },
    links: { self: address, next: null },
  };
}

/** A stratum with one unit knows no spread, and so no estimate has an error. */
const isSingle = (items: SurveyItemView[]) =>
  items.some(({ mean, answers }) => (mean ?? answers[0]?.share)?.se === null);

function responseRate({
  design,
  invited,
  n,
}: SurveyRow): Pick<SurveyView, 'response_rate' | 'response_rate_reason'> {
  const none = (response_rate_reason: SurveyView['response_rate_reason']) => ({
    response_rate: null,
    response_rate_reason,
  });
  if (design === null) return none('design_unknown');
  if (intervalKind(design) === 'none') return none('not_random');
  if (invited === null || invited === 0) return none('no_invited');
  return invited < n ? none('invited_below_n') : { response_rate: n / invited, response_rate_reason: null };
}

const isKnown = ({ attributes }: Responses, name: Breakdown) =>
  new Set(attributes[name].filter((value) => value !== null)).size > 1;

async function districtsOf({ query }: Reading, authorityId: number): Promise<Survey['districts']> {
  const rows = await query<{ code: string; name_pl: string }>(
    `SELECT code, name_pl FROM district WHERE authority_id = ${authorityId}`,
  );
  return new Map(rows.map(({ code, name_pl }) => [code, { pl: name_pl, en: name_pl }]));
}
