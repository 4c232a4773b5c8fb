import { Injectable } from '@nestjs/common';
import { DIMENSIONS, indicator as indicatorOf, INDICATORS } from '../indicators/catalogue';
import type { Diagnostic, Indicator } from '../indicators/indicator';
import { literal } from '../intake/duckdb';
import { quarterName, quarterOf, type Quarter } from '../scores/quarter';
import { ScoresService } from '../scores/scores.service';
import { AuthorityService } from './authority.service';
import type {
  BinView,
  CityValueView,
  DiagnosticDefinitionView,
  IndicatorPageView,
  IndicatorPointView,
  IndicatorUnitView,
  IndicatorValueView,
  IndicatorView,
} from './indicator.view';
import { isProvisional } from './overview.page';
import { NotThere } from '../access/refused';
import { dayInWarsaw } from './today';

const TREND = 12;
const BINS = 10;
const LISTED = 200;

/** The catalogue, and one indicator of an authority whole. */
@Injectable()
export class IndicatorService {
  constructor(
    private readonly scores: ScoresService,
    private readonly authorities: AuthorityService,
  ) {}

  async page(code: string, authorityCode: string | undefined): Promise<IndicatorPageView> {
    const indicator = indicatorOf(code);
    if (!indicator) throw notThere(code);
    const authority = await this.authorities.find(authorityCode);
    const asOf = dayInWarsaw();
    return this.scores.read(asOf, async ({ query }, run) => {
      const one = `authority_id = ${authority.id} AND indicator = ${literal(code)}`;
      const trend = await query<PointRow>(POINTS(one));
      const measures = await query<{ x: number }>(
        `SELECT x FROM scored.value WHERE ${one} AND x IS NOT NULL ORDER BY x`,
      );
      const values = await query<ValueRow>(VALUES(one));
      return {
        authority: authority.code,
        indicator: indicatorView(indicator),
        trend: trend.map((row) => pointOf(row, asOf)),
        distribution: bins(measures.map(({ x }) => x)),
        units: (await query<UnitRow>(UNITS(authority.id, code, trend.at(-1)?.period ?? quarterOf(asOf)))).map(
          ({ name_pl, name_en, ...unit }) => ({ ...unit, name: { pl: name_pl, en: name_en } }),
        ),
        values: values.slice(0, LISTED).map(({ title_pl, title_en, ...value }) => ({
          ...value,
          title: { pl: title_pl, en: title_en },
        })),
        values_total: values.length,
        statuses: counted(values),
        meta: run,
      };
    });
  }
}

type PointRow = Omit<IndicatorPointView, 'quarter' | 'provisional' | 'city'> &
  Omit<CityValueView, 'status'> & { period: Quarter; status: string | null };
type UnitRow = Omit<IndicatorUnitView, 'name'> & { name_pl: string; name_en: string | null };
type ValueRow = Omit<IndicatorValueView, 'title'> & { title_pl: string | null; title_en: string | null };

function counted(values: { status: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of values) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const notThere = (code: string) =>
  new NotThere(
    `Nie ma wskaźnika „${code}”; są: ${INDICATORS.map((known) => known.code).join(', ')}`,
    `There is no indicator “${code}”; there are: ${INDICATORS.map((known) => known.code).join(', ')}`,
  );

/** What the API says of an indicator. */
export function indicatorView(indicator: Indicator): IndicatorView {
  const {
    code,
    level = 'consultation',
    dimension,
    weight,
    goalposts,
    unit,
    provisional,
    label,
    meaning,
    formula,
    reason,
    missing,
    source,
    facts,
    minN = 1,
  } = indicator;
  const { label: dimension_label } = DIMENSIONS.find((known) => known.code === dimension)!;
  return {
    code,
    dimension,
    dimension_label,
    level,
    weight,
    goalposts,
    min_n: minN,
    unit,
    provisional,
    label,
    meaning,
    formula,
    reason,
    missing,
    source,
    facts,
  };
}

/** What the API says of a diagnostic. */
export function diagnosticView(known: Diagnostic): DiagnosticDefinitionView {
  const { code, unit, label, meaning, formula, missing, source, facts, minN = 1 } = known;
  return { code, diagnostic: true, min_n: minN, unit, label, meaning, formula, missing, source, facts };
}

const POINTS = (one: string) => `SELECT p.*, v.status, v.n, v.numerator, v.denominator
  FROM (FROM scored.period_indicator WHERE ${one} AND unit IS NULL AND span = 1 ORDER BY period DESC LIMIT ${TREND}) p
  LEFT JOIN scored.city_value v USING (authority_id, period, indicator) ORDER BY p.period`;

const VALUES = (
  one: string,
) => `SELECT v.consultation, c.title_pl, c.title_en, k.closed AS closed_on, v.status, v.x, v.score
  FROM (FROM scored.value WHERE ${one}) v JOIN scored.closed k USING (authority_id, consultation_id) JOIN consultation c ON c.id = v.consultation_id
  ORDER BY k.closed DESC, v.consultation`;

const UNITS = (
  authorityId: number,
  code: string,
  period: Quarter,
) => `SELECT p.unit, coalesce(u.name_pl, p.unit) AS name_pl, u.name_en, p.x, p.score, p.observed, p.missing, p.consultations
  FROM scored.period_indicator p LEFT JOIN unit u ON u.authority_id = p.authority_id AND u.code = p.unit
  WHERE p.authority_id = ${authorityId} AND p.indicator = ${literal(code)} AND p.unit IS NOT NULL AND p.span = 4 AND p.period = ${period}
  ORDER BY p.score DESC NULLS LAST, p.unit`;

function pointOf(row: PointRow, asOf: string): IndicatorPointView {
  const { period, x, score, se, low, high, consultations, observed, missing, not_due } = row;
  const { status, n, numerator, denominator } = row;
  return {
    quarter: quarterName(period),
    x,
    score,
    se,
    low,
    high,
    consultations,
    observed,
    missing,
    not_due,
    provisional: isProvisional(period, asOf),
    city: status === null ? null : { status, n, numerator, denominator },
  };
}

/** Measures in at most ten bins of equal width, of whole ones where every measure is whole; one bin where they do not differ. */
function bins(sorted: number[]): BinView[] {
  const [from, last] = [sorted[0], sorted.at(-1)];
  if (from === undefined || last === undefined) return [];
  if (from === last) return [{ from, to: last, consultations: sorted.length }];
  const isWhole = sorted.every(Number.isInteger);
  const width = isWhole ? Math.ceil((last - from + 1) / BINS) : (last - from) / BINS;
  const count = isWhole ? Math.ceil((last - from + 1) / width) : BINS;
  const counts = Array<number>(count).fill(0);
  for (const x of sorted) counts[Math.min(count - 1, Math.floor((x - from) / width))]!++;
  // an edge is a number to be read, not what is left of a division
  const edge = (i: number) => Number((from + i * width).toPrecision(12));
  return counts.map((consultations, i) => ({ from: edge(i), to: edge(i + 1), consultations }));
}
