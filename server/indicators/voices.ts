import { CHOSEN } from './perceived';

/** Days of summer and of the turn of the year up to a day, counted from the same far beginning. */
const holidaysTo = (day: string) => {
  const year = `CAST(extract(year FROM ${day}) AS integer)`;
  const since = (month: number, first: number) => `${day} - make_date(${year}, ${month}, ${first}) + 1`;
  return `(80 * ${year} + least(6, ${since(1, 1)}) + least(62, greatest(0, ${since(7, 1)})) + greatest(0, ${since(12, 20)}))`;
};

/**
 * SQL of how many days of July, August and of 20 December to 6 January lie between two days, both counted: 80 in every
 * calendar year (6, 62 and 12).
 */
export const holidays = (first: string, last: string) =>
  `${holidaysTo(last)} - ${holidaysTo(`(${first} - 1)`)}`;

/**
 * SQL of who spoke in a consultation and how: contributions that count with a key, and how many equal contributors would
 * make the same concentration (1 over the sum of squared shares; Laakso and Taagepera 1979); all contributions that came
 * after the end; and the proposals that copies merge into.
 */
export const voicesSql = `SELECT h.consultation_id AS voices_of, max(k.keyed) AS keyed, max(k.contributors) AS contributors, max(k.effective) AS effective_contributors,
    count(*) FILTER (WHERE h.after_end) AS after_end, count(*) FILTER (WHERE h.after_end IS NULL) AS after_end_unknown,
    count(h.cluster) FILTER (WHERE h.counts) AS clustered,
    count(DISTINCT h.cluster) FILTER (WHERE h.counts) + count(*) FILTER (WHERE h.counts AND h.cluster IS NULL) AS clusters
  FROM heard h
  LEFT JOIN (SELECT p.consultation_id, sum(p.n) AS keyed, count(*) AS contributors, CAST(sum(p.n) * sum(p.n) AS double precision) / sum(p.n * p.n) AS effective
    FROM (SELECT consultation_id, person, count(*) AS n FROM heard WHERE counts AND person IS NOT NULL GROUP BY consultation_id, person) p
    GROUP BY p.consultation_id) k ON k.consultation_id = h.consultation_id
  GROUP BY h.consultation_id`;

/** SQL of how many answered the survey that speaks for a consultation, of those who were invited. */
export const responseSql = `SELECT c.consultation_id AS response_of, c.design AS survey_design, c.invited, c.open AS survey_runs, coalesce(r.responses, 0) AS responses
  FROM (${CHOSEN}) c LEFT JOIN (SELECT authority_id, survey, count(*) AS responses FROM survey_response GROUP BY authority_id, survey) r
    ON r.authority_id = c.authority_id AND r.survey = c.code`;
