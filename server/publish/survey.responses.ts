import { literal } from '../intake/duckdb';
import type { Reading } from '../snapshot/mirror';
import { BREAKDOWNS, type Breakdown } from './survey.view';

/** A survey as it is stored. */
export interface SurveyRow {
  code: string;
  title_pl: string | null;
  title_en: string | null;
  consultation: string | null;
  consultation_pl: string | null;
  consultation_en: string | null;
  kind: string | null;
  wave: number | null;
  design: string | null;
  frame_size: number | null;
  invited: number | null;
  opens_on: string | null;
  closes_on: string | null;
  answered_from: string | null;
  answered_to: string | null;
  n: number;
}

export interface ItemRow {
  code: string;
  position: number;
  text_pl: string | null;
  text_en: string | null;
  scale: string;
  lowest: number | null;
  highest: number | null;
  options: string[] | null;
  reversed: string | null;
  construct: string | null;
}

/** Answers of one item, a cell a response. */
export interface Answers {
  /** What was answered or, negative, why not; null: it was not put, or the answer stands in `others`. */
  codes: (number | null)[];
  /** Options chosen, or a number with decimals; null where there is none. */
  others: (string[] | null)[];
}

/** The responses of a survey by columns, in one order. */
export interface Responses {
  n: number;
  weights: number[];
  strata: (string | null)[];
  psu: (string | null)[];
  sizes: (number | null)[];
  attributes: Record<Breakdown, (string | null)[]>;
  answers: Map<string, Answers>;
}

/** The surveys of an authority, the latest first. @param more narrows them down; its values are quoted already */
export const surveysSql = (authorityId: number, more = '') =>
  `SELECT s.code, s.title_pl, s.title_en, s.consultation, c.title_pl AS consultation_pl, c.title_en AS consultation_en,
     s.kind, s.wave, s.design, s.frame_size, s.invited, s.opens_on, s.closes_on,
     r.answered_from, r.answered_to, coalesce(r.n, 0) AS n
   FROM survey s LEFT JOIN consultation c ON c.authority_id = s.authority_id AND c.code = s.consultation
     LEFT JOIN (SELECT survey, count(*) AS n, min(submitted_on) AS answered_from, max(submitted_on) AS answered_to FROM survey_response WHERE authority_id = ${authorityId} GROUP BY survey) r ON r.survey = s.code
   WHERE s.authority_id = ${authorityId} ${more}
   ORDER BY coalesce(s.closes_on, r.answered_to, s.opens_on) DESC NULLS LAST, s.code`;

/** The items of a survey in the order in which they were asked. */
export const itemsOf = ({ query }: Reading, authorityId: number, survey: string): Promise<ItemRow[]> =>
  query<ItemRow>(
    `SELECT code, position, text_pl, text_en, scale, lowest, highest, options, reversed, construct
     FROM survey_item WHERE authority_id = ${authorityId} AND survey = $1 ORDER BY position`,
    [survey],
  );

/** So many items are read at once: a survey may have thousands. */
const BESIDE = 40;
const FRAME = 4;

/** Reads the responses of a survey, a stretch at a time, so that others are answered meanwhile. */
export async function responsesOf(
  reading: Reading,
  authorityId: number,
  survey: string,
  items: ItemRow[],
): Promise<Responses> {
  const where = `authority_id = ${authorityId} AND survey = ${literal(survey)}`;
  const frame = ['coalesce(weight, 1)', 'stratum', 'psu', 'stratum_size'];
  const people = BREAKDOWNS.map((name) => `attributes->>'${name}'`);
  const columns = await read(reading, [...frame, ...people], where);
  const answers = new Map<string, Answers>();
  for (let from = 0; from < items.length; from += BESIDE) {
    const some = items.slice(from, from + BESIDE);
    const codes = await read(
      reading,
      some.map(({ position }) => `answers[${position}]`),
      where,
    );
    for (const [i, item] of some.entries())
      answers.set(item.code, {
        codes: codes[i] as (number | null)[],
        others: await othersOf(reading, item, where, columns[0]!.length),
      });
  }
  return {
    n: columns[0]!.length,
    weights: columns[0] as number[],
    strata: columns[1] as (string | null)[],
    psu: columns[2] as (string | null)[],
    sizes: columns[3] as (number | null)[],
    attributes: Object.fromEntries(
      BREAKDOWNS.map((name, i) => [name, columns[FRAME + i]]),
    ) as Responses['attributes'],
    answers,
  };
}

async function othersOf(
  reading: Reading,
  { code, scale }: ItemRow,
  where: string,
  n: number,
): Promise<(string[] | null)[]> {
  if (scale !== 'multi' && scale !== 'number') return Array<null>(n).fill(null);
  const chosen = `list_filter(other_answers, lambda answer, i: other_items[i] = ${literal(code)})`;
  const [lists] = await read(
    reading,
    [`CASE WHEN list_contains(other_items, ${literal(code)}) THEN ${chosen} END`],
    where,
  );
  return lists as (string[] | null)[];
}

async function read({ stretches }: Reading, expressions: string[], where: string): Promise<unknown[][]> {
  const columns: unknown[][] = expressions.map(() => []);
  const sql = `SELECT ${expressions.join(', ')} FROM survey_response WHERE ${where} ORDER BY id`;
  for await (const rows of stretches(sql))
    for (const row of rows) for (let i = 0; i < columns.length; i++) columns[i]!.push(row[i]);
  return columns;
}
