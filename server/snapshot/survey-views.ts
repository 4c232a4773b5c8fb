/**
 * The answers of surveys in the long form. A response is one row with its answers side by side, in Postgres and in the
 * mirror; these relations take it apart when they are asked. Views, because nothing has to be kept in step with the
 * rows, and one survey is found before its answers are taken apart: five times as fast as in a table of all answers.
 */
export interface SurveyView {
  name: string;
  /** The query in the mirror. */
  mirror: string;
  /** The query that gives the same rows in Postgres. */
  postgres: string;
}

/** What both have of the response beside the answer; a response without a weight counts once. */
const OF_RESPONSE = (weight: string) => `coalesce(${weight}, 1) AS weight, stratum, psu, stratum_size`;
const COMMON = 'response_id, authority_id, survey';
const REST = 'weight, stratum, psu, stratum_size';

/** The answers of `others` that are no text, as pairs of question and answer: options chosen, and numbers with decimals. */
const OTHERS = `jsonb_each(others) AS o CROSS JOIN LATERAL jsonb_array_elements_text(
  CASE jsonb_typeof(o.value) WHEN 'array' THEN o.value WHEN 'number' THEN jsonb_build_array(o.value) ELSE '[]' END
) WITH ORDINALITY AS e(answer, place)`;

/** One of the two lists, side by side, in which the mirror keeps those pairs. Texts never come here. */
export const otherSql = (what: 'o.key' | 'e.answer') =>
  `CASE WHEN others <> '{}' THEN ARRAY(SELECT ${what} FROM ${OTHERS} ORDER BY o.key, e.place) END`;

export const SURVEY_VIEWS: SurveyView[] = [
  {
    /** One row a coded answer; a negative value is a kind of missing (`MISSING`), no row: the question was not put. */
    name: 'survey_answer',
    mirror: `SELECT ${COMMON}, position, value, ${REST} FROM (
  SELECT id AS response_id, authority_id, survey, generate_subscripts(answers, 1)::INTEGER AS position,
    unnest(answers)::INTEGER AS value, ${OF_RESPONSE('weight')}
  FROM survey_response
) WHERE value IS NOT NULL`,
    postgres: `SELECT id AS response_id, authority_id, survey, a.position::int AS position, a.value::int AS value, ${OF_RESPONSE('weight::float8')}
FROM survey_response CROSS JOIN LATERAL unnest(answers) WITH ORDINALITY AS a(value, position)
WHERE a.value IS NOT NULL`,
  },
  {
    /** One row an option chosen (scale `multi`), or a number that is not among the coded ones (scale `number`). */
    name: 'survey_choice',
    mirror: `SELECT id AS response_id, authority_id, survey, unnest(other_items) AS item, unnest(other_answers) AS answer,
  ${OF_RESPONSE('weight')}
FROM survey_response`,
    postgres: `SELECT id AS response_id, authority_id, survey, o.key AS item, e.answer, ${OF_RESPONSE('weight::float8')}
FROM survey_response CROSS JOIN LATERAL ${OTHERS}`,
  },
];

const postgresOf = (wanted: string) => SURVEY_VIEWS.find(({ name }) => name === wanted)!.postgres;

/** `survey_answer` and `survey_choice` of the mirror as queries of Postgres. */
export const SURVEY_ANSWER_OF_POSTGRES = postgresOf('survey_answer');
export const SURVEY_CHOICE_OF_POSTGRES = postgresOf('survey_choice');

/** The statements that make the views where the table of responses is. */
export const createViewsSql = (): string[] =>
  SURVEY_VIEWS.map(({ name, mirror }) => `CREATE OR REPLACE VIEW ${name} AS ${mirror}`);
