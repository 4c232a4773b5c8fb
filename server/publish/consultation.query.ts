import { closedOn, LAST_DAY, state, status } from '../store/derived';
import { SEARCH_SQL, searchQuery, searchTerms } from '../store/search';
import type { ConsultationFilter, SORTS } from './consultation.filter';

/** The filters that are facets: parameter, and the SQL that is true where a row of `d` has one of the values. */
const FACETS = {
  status: { value: 'd.status', match: 'd.status = ANY($)' },
  matter_type: { value: 'd.matter_type', match: 'd.matter_type = ANY($)' },
  addressee: { value: 'd.addressee', match: 'd.addressee = ANY($)' },
  form: { value: 'unnest(d.forms)', match: 'd.forms && $' },
  topic: { value: 'unnest(d.topics)', match: 'd.topics && $' },
  unit: { value: 'd.unit_name', match: 'd.unit_name = ANY($)' },
  year: { value: 'd.year', match: 'd.year = ANY($)' },
} as const;

export type Facet = keyof typeof FACETS;

type Sort = (typeof SORTS)[number];

/** Ascending keys of each order; what is not recorded comes last in every one. */
const KEYS: Record<Sort, string> = {
  '-last_day': `coalesce(DATE '2100-01-01' - d.last_day, 1000000)`,
  last_day: `coalesce(d.last_day - DATE '1900-01-01', 1000000)`,
  '-reported_contributions': `coalesce(-d.reported_contributions::bigint, 1)`,
  '-index': 'coalesce(s.k, 1)',
  title: `row_number() OVER (ORDER BY coalesce(d.title_pl, d.title_en, d.code) COLLATE "pl-x-icu", d.id)`,
};

export const ITEM_COLUMNS = `c.id, c.code, c.title_pl, c.title_en, c.matter_type, c.addressee, c.topics, c.forms, c.unit_name, c.announced_on::text,
  c.opens_on::text, c.closes_on::text, c.reported_contributions, ${LAST_DAY} AS last_day`;

/** The derived columns of an item; `asOf` is a placeholder. */
export const derivedColumns = (asOf: string) =>
  `(${closedOn(asOf)})::text AS closed_on, ${status(asOf)} AS status, ${state('report')} AS report, c.closes_on - c.opens_on + 1 AS days_open`;

/** Keys of an order that the database does not hold: ids of consultations, and the key of each. */
export interface Order {
  ids: number[];
  keys: number[];
}

/** One statement for the page of the list: items, counts, facets. */
export interface ListQuery {
  sql: string;
  values: unknown[];
}

/**
 * Builds the statement of a list. Its one row has `items` (limit + 1 of them, to tell whether more follow), `total`,
 * `all` and one column a facet, each counted with all the other filters applied.
 * @param order for a sort whose keys come from elsewhere
 */
export function listQuery(
  authorityId: number,
  asOf: string,
  filter: ConsultationFilter,
  after: [number, number] | null,
  order: Order | null = null,
): ListQuery {
  const values: unknown[] = [authorityId, asOf];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const terms = filter.search === undefined ? null : searchTerms(filter.search);
  const search = terms ? ` AND ${SEARCH_SQL} @@ ${searchQuery(bind(terms))}` : '';
  const chosen = (Object.keys(FACETS) as Facet[]).filter((facet) => filter[facet]?.length);
  const matches = new Map(
    chosen.map((facet) => [facet, FACETS[facet].match.replace('$', `${bind(filter[facet])}::text[]`)]),
  );
  const where = (except?: Facet) => {
    const kept = chosen.filter((facet) => facet !== except).map((facet) => matches.get(facet)!);
    return kept.length > 0 ? `WHERE ${kept.join(' AND ')}` : '';
  };
  const facets = (Object.keys(FACETS) as Facet[]).map((facet) => facetSql(facet, where(facet)));
  const joined = order
    ? `LEFT JOIN unnest(${bind(order.ids)}::bigint[], ${bind(order.keys)}::bigint[]) AS s(id, k) ON s.id = d.id`
    : '';
  const cursor = after ? `WHERE (k, id) > (${bind(after[0])}, ${bind(after[1])})` : '';
  const limit = bind((filter.limit ?? 50) + 1);
  return {
    values,
    sql: `WITH d AS MATERIALIZED (
        SELECT ${ITEM_COLUMNS}, ${derivedColumns('$2::date')}, extract(year FROM ${LAST_DAY})::text AS year
        FROM consultation c WHERE c.authority_id = $1${search}),
      hits AS (SELECT d.*, ${KEYS[filter.sort ?? '-last_day']} AS k FROM d ${joined} ${where()})
      SELECT (SELECT count(*)::int FROM consultation WHERE authority_id = $1) AS "all", (SELECT count(*)::int FROM hits) AS total,
        (SELECT coalesce(json_agg(h ORDER BY k, id), '[]') FROM (SELECT * FROM hits ${cursor} ORDER BY k, id LIMIT ${limit}) h) AS items,
        ${facets.join(', ')}`,
  };
}

const facetSql = (facet: Facet, where: string) =>
  `(SELECT coalesce(json_agg(json_build_object('value', value, 'count', n) ORDER BY n DESC, value), '[]')
    FROM (SELECT value, count(*)::int AS n FROM (SELECT ${FACETS[facet].value} AS value FROM d ${where}) v WHERE value IS NOT NULL GROUP BY value) f) AS "facet_${facet}"`;
