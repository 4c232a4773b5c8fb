import { DIMENSIONS, indicator as indicatorOf, ofLevel } from '../indicators/catalogue';
import { DIAGNOSTICS } from '../indicators/diagnostics';
import { GATES } from '../indicators/gates';
import { METHOD } from '../indicators/method';
import { INDEX } from '../scores/sampling';
import { indexInterval, valueInterval } from '../scores/value-interval';
import type { BehindView } from './score.behind';
import { diagnosed, factOf } from './score.diagnosed';
import { type Branch, explain, type Loss } from '../scores/explanation';
import { quarterName } from '../scores/quarter';
import type { Run } from '../scores/scores.service';
import type {
  DimensionScoreView,
  GateView,
  IndexView,
  IndicatorScoreView,
  MethodView,
  ScoreView,
  WordsView,
} from './score.view';
import { type SourceRow, sourcesOf } from './score.sources';

/** What is told of the method beside every index. */
export const METHOD_VIEW: MethodView = { ...METHOD.label, version: METHOD.version };

/** A row of the scores of consultations. */
export interface ScoreRow extends IndexView {
  consultation_id: number;
  consultation: string;
  closed: string;
  year: number;
  quarter: number;
  has_needed: boolean;
}
export type DimensionRow = Omit<DimensionScoreView, 'label' | 'points' | 'shown' | 'code'> & {
  dimension: string;
};
export interface ValueRow {
  indicator: string;
  status: string;
  n: number | null;
  remark: boolean | null;
  x: number | null;
  numerator: number | null;
  denominator: number | null;
  score: number | null;
}
export type Facts = Record<string, unknown>;

/** All that is on record of the score of a consultation. */
export interface Found {
  score: ScoreRow;
  gates: GateView[];
  dimensions: DimensionRow[];
  values: ValueRow[];
  facts: Facts;
  sources: SourceRow[];
  behind: BehindView;
}

/** The score with what every indicator took away, what it read, and the rows that say so. */
export function explained(authority: string, found: Found, run: Run): ScoreView {
  const { score } = found;
  const losses = lossesOf(found);
  return {
    authority,
    consultation: score.consultation,
    closed_on: score.closed,
    quarter: quarterName(score.year * 4 + score.quarter - 1),
    method: METHOD_VIEW,
    ...indexOf(score),
    interval: indexInterval(score.index, found.behind.sampling.get(INDEX)),
    reason: reasonOf(found),
    gates: found.gates,
    dimensions: found.dimensions
      .map((row) => dimensionOf(row, losses))
      .sort((a, b) => placeOf(a.code) - placeOf(b.code)),
    indicators: ofLevel('consultation').map(({ code }) => indicatorScore(code, found, losses)),
    diagnostics: DIAGNOSTICS.map((one) => diagnosed(one, found)),
    meta: run,
  };
}

/** The fields of an index out of a row that has more. */
export const indexOf = ({
  index,
  arithmetic,
  low,
  high,
  grade,
  dimensions_observed,
  dimensions_expected,
}: IndexView): IndexView => ({
  index,
  arithmetic,
  low,
  high,
  grade,
  dimensions_observed,
  dimensions_expected,
});

/** The gates that a row of the scores of consultations says are raised. */
export const gatesRaised = (row: Record<string, unknown>) =>
  GATES.filter(({ code }) => row[code.toLowerCase()] === true);

const placeOf = (dimension: string) => DIMENSIONS.findIndex(({ code }) => code === dimension);

function lossesOf({ score, dimensions, values }: Found): Loss[] {
  if (score.index === null) return [];
  const branches = DIMENSIONS.flatMap(({ code, weight }): Branch[] => {
    const own = dimensions.find(({ dimension }) => dimension === code)?.score ?? null;
    if (weight === 0 || own === null) return [];
    const leaves = values.flatMap(({ indicator, score: points }) => {
      const known = indicatorOf(indicator);
      return known?.dimension === code && known.weight > 0 && points !== null
        ? [{ indicator, weight: known.weight, score: points }]
        : [];
    });
    return [{ dimension: code, weight, score: own, leaves }];
  });
  return explain(score.index, branches);
}

function dimensionOf(
  { dimension, score, coverage, expected, observed, low, high }: DimensionRow,
  losses: Loss[],
): DimensionScoreView {
  const own = losses.filter((loss) => loss.dimension === dimension);
  const sum = (parts: number[]) => parts.reduce((all, part) => all + part, 0);
  return {
    code: dimension,
    label: DIMENSIONS[placeOf(dimension)]!.label,
    score,
    coverage,
    expected,
    observed,
    low,
    high,
    points: own.length === 0 ? null : sum(own.map(({ points }) => points)),
    shown: own.length === 0 ? null : Math.round(sum(own.map(({ shown }) => shown)) * 10) / 10,
  };
}

function indicatorScore(
  code: string,
  { values, facts, sources, behind }: Found,
  losses: Loss[],
): IndicatorScoreView {
  const known = indicatorOf(code)!;
  const value = values.find(({ indicator }) => indicator === code)!;
  const loss = losses.find(({ indicator }) => indicator === code);
  return {
    code,
    dimension: known.dimension,
    label: known.label,
    unit: known.unit,
    weight: known.weight,
    status: value.status,
    n: value.n,
    min_n: known.minN ?? 1,
    remark: value.remark && known.remark ? known.remark.label : null,
    interval: valueInterval(known, {
      ...value,
      waits: behind.waits,
      band: behind.band,
      sampling: behind.sampling.get(code),
    }),
    x: value.x,
    score: value.score,
    points: loss?.points ?? null,
    shown: loss?.shown ?? null,
    missing: known.missing,
    facts: known.facts.map((field) => factOf(field, facts, sources)),
    sources: sourcesOf(known, sources),
  };
}

function reasonOf({ score, dimensions }: Found): WordsView | null {
  if (score.index !== null) return null;
  const lacking = METHOD.needed.among
    .filter((code) => !dimensions.some((row) => row.dimension === code && row.score !== null))
    .map((code) => DIMENSIONS[placeOf(code)]!.label);
  const names = (language: 'pl' | 'en') => lacking.map((label) => label[language]).join(', ');
  return lacking.length === 0
    ? {
        pl: `Za mało danych: ocenę ma ${score.dimensions_observed} z potrzebnych ${METHOD.needed.dimensions} wymiarów`,
        en: `Too little is known: ${score.dimensions_observed} dimensions of the ${METHOD.needed.dimensions} needed have a score`,
      }
    : {
        pl: `Za mało danych: bez oceny wymiaru nie ma indeksu, a nie ma jej: ${names('pl')}`,
        en: `Too little is known: without the score of a dimension there is no index, and there is none for: ${names('en')}`,
      };
}
