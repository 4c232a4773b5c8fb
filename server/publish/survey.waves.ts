import type { Reading } from '../snapshot/mirror';
import { LEAST_MEAN } from './survey.limits';
import type { SurveyRow } from './survey.responses';
import type { WavePointView } from './survey.view';

interface WaveRow {
  item: string;
  survey: string;
  wave: number;
  mean: number | null;
  n: number;
  asked: string;
}

/** Means of every item in all waves of a survey, in their order; empty where there is no other wave. */
export async function wavesOf(
  { query }: Reading,
  authorityId: number,
  { code, wave, title_pl }: SurveyRow,
): Promise<Map<string, WavePointView[]>> {
  if (wave === null || title_pl === null) return new Map();
  const rows = await query<WaveRow>(WAVES_SQL(authorityId), [title_pl, code]);
  const points = new Map<string, WavePointView[]>();
  const before = new Map<string, string>();
  for (const { item, asked, mean, n, ...of } of rows) {
    const line = points.get(item) ?? [];
    const known = before.get(item);
    line.push({
      ...of,
      mean: n < LEAST_MEAN ? null : mean,
      n,
      break: known !== undefined && known !== asked,
    });
    points.set(item, line);
    before.set(item, asked);
  }
  return new Map([...points].filter(([, line]) => line.length > 1));
}

/** Waves of one survey have one title, are of one kind and of one consultation, or of none; items are told by code. */
const WAVES_SQL = (authorityId: number) => `WITH wave AS (
    SELECT s.code, s.wave FROM survey s JOIN survey o ON o.authority_id = s.authority_id AND o.code = $2
    WHERE s.authority_id = ${authorityId} AND s.wave IS NOT NULL AND s.title_pl = $1
      AND s.consultation IS NOT DISTINCT FROM o.consultation AND s.kind IS NOT DISTINCT FROM o.kind
  ), answer AS (
    SELECT a.survey, a.position, sum(a.weight * a.value) / nullif(sum(a.weight), 0) AS mean, count(*) AS n
    FROM survey_answer a WHERE a.authority_id = ${authorityId} AND a.value >= 0 AND a.survey IN (SELECT code FROM wave)
    GROUP BY a.survey, a.position
  )
  SELECT i.code AS item, w.code AS survey, w.wave, a.mean, coalesce(a.n, 0) AS n,
    to_json([i.text_pl, i.text_en, i.scale, i.lowest::VARCHAR, i.highest::VARCHAR, array_to_string(i.options, '|')])::VARCHAR AS asked
  FROM wave w JOIN survey_item i ON i.authority_id = ${authorityId} AND i.survey = w.code
    LEFT JOIN answer a ON a.survey = w.code AND a.position = i.position
  WHERE i.scale IN ('likert5', 'likert7', 'likert0_10')
  ORDER BY w.wave, w.code`;
