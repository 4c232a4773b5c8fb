/** The items that ask for each thing, by their construct (method.md section 2: GF3, TR4, RE4, IN4). */
export const CONSTRUCTS = {
  fairness: ['Q_FAIR1', 'Q_FAIR2', 'Q_FAIR3'],
  information: ['Q_INFO1', 'Q_INFO2'],
  response: ['Q_RESP1', 'Q_RESP2'],
  influence: ['Q_INFL1', 'Q_INFL2'],
};

/** Fewest answers of every item for a mean of them. */
export const FEWEST_ANSWERS = 10;

/** Samples that were drawn: only they have a sampling error. */
export const DRAWN = `('census', 'srs', 'stratified', 'cluster')`;

/** The survey that speaks for a consultation: a drawn sample before one by quotas, before an open link; then the latest. */
export const CHOSEN = `SELECT * FROM (SELECT f.id AS consultation_id, s.authority_id, s.code, s.design, s.frame_size, s.invited, s.closes_on >= f.as_of AS open,
      row_number() OVER (PARTITION BY f.id ORDER BY CASE WHEN s.design IN ${DRAWN} THEN 0 WHEN s.design = 'quota' THEN 1 ELSE 2 END,
        s.wave DESC NULLS LAST, s.closes_on DESC NULLS LAST, s.code) AS place
    FROM survey s JOIN closing f ON f.authority_id = s.authority_id AND f.code = s.consultation
    WHERE coalesce(s.kind = 'after_consultation', true)) s WHERE s.place = 1`;

const ENDS = { likert5: [1, 5], likert7: [1, 7], likert0_10: [0, 10] };
const endSql = (at: 0 | 1, stated: string) =>
  `CASE i.scale ${Object.entries(ENDS)
    .map(([scale, ends]) => `WHEN '${scale}' THEN ${ends[at]}`)
    .join(' ')} ELSE CAST(${stated} AS double precision) END`;

const ASKED = `SELECT c.consultation_id, c.authority_id, c.code AS survey, c.design, c.frame_size, i.position, k.asks, i.reversed, ${endSql(0, 'i.lowest')} AS lowest, ${endSql(1, 'i.highest')} AS highest
    FROM chosen c JOIN survey_item i ON i.authority_id = c.authority_id AND i.survey = c.code
    JOIN (VALUES ${Object.entries(CONSTRUCTS)
      .flatMap(([asks, constructs]) => constructs.map((construct) => `('${construct}', '${asks}')`))
      .join(', ')}) AS k(construct, asks) ON k.construct = i.construct`;

/**
 * SQL of the items by which consultations are measured, a row each: consultation, survey with its design, position, what it
 * asks for, whether it is reversed, and the ends of its scale. A relation `closing` has to stand before it.
 */
export const askedSql = `SELECT * FROM (WITH chosen AS (${CHOSEN}) ${ASKED}) a WHERE a.highest > a.lowest`;

/** Weights are added up as decimals: the same digits whatever the order of rows. */
const COUNTS = `SELECT q.consultation_id, q.position, a.value, count(*) FILTER (WHERE a.weight > 0) AS n,
      CAST(sum(CAST(a.weight AS DECIMAL(38, 12))) AS double precision) AS weight
    FROM asked q JOIN survey_answer a ON a.authority_id = q.authority_id AND a.survey = q.survey AND a.position = q.position
    WHERE a.value >= 0 AND a.value BETWEEN q.lowest AND q.highest
    GROUP BY q.consultation_id, q.position, a.value`;

/** An item in points: the weighted mean of its answers between the ends of its scale, turned round where it is reversed. */
const ITEMS = `SELECT q.consultation_id, q.position, q.asks, coalesce(c.n, 0) AS n,
      CASE q.reversed WHEN 'yes' THEN 100 - c.points ELSE c.points END AS points
    FROM asked q LEFT JOIN (SELECT t.consultation_id, t.position, sum(t.n) AS n,
        100 * (sum(t.weight * t.value ORDER BY t.value) / nullif(sum(t.weight ORDER BY t.value), 0) - max(q.lowest)) / max(q.highest - q.lowest) AS points
      FROM counts t JOIN asked q ON q.consultation_id = t.consultation_id AND q.position = t.position
      GROUP BY t.consultation_id, t.position) c ON c.consultation_id = q.consultation_id AND c.position = q.position
    WHERE q.highest > q.lowest`;

/**
 * SQL of what those who were asked made of a consultation: of each thing the mean of its items in points (0 to 100), and
 * the fewest answers that an item of it has.
 */
export const perceivedSql = `WITH chosen AS (${CHOSEN}),
  asked AS (${ASKED}),
  counts AS (${COUNTS}),
  items AS (${ITEMS})
  SELECT c.consultation_id AS perceived_of, max(CASE WHEN c.open THEN 1 ELSE 0 END) AS survey_open,
    ${Object.keys(CONSTRUCTS)
      .map(
        (asks) =>
          `avg(i.points ORDER BY i.position) FILTER (WHERE i.asks = '${asks}') AS ${asks}, min(i.n) FILTER (WHERE i.asks = '${asks}') AS ${asks}_n`,
      )
      .join(', ')}
  FROM chosen c LEFT JOIN items i ON i.consultation_id = c.consultation_id GROUP BY c.consultation_id`;
