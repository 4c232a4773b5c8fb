import { setImmediate as breathe } from 'node:timers/promises';
import type { Label } from '../contracts/field';
import { MISSING } from '../contracts/survey-response';
import type { Column } from '../statistics/linearised';
import { breakdownOf } from './survey.breakdown';
import { endsOf, LEAST, LEAST_ALIKE, LEAST_MEAN } from './survey.limits';
import type { Answers, ItemRow, Responses } from './survey.responses';
import { kishOf, meanView, type Sampling, shareView } from './survey.sampling';
import type { AnswerView, Breakdown, HiddenReason, SurveyItemView } from './survey.view';

/** Scales of which a mean says something. */
const HAS_MEAN = ['likert5', 'likert7', 'likert0_10', 'number'];
const HAS_BREAKDOWN = ['likert5', 'likert7', 'likert0_10', 'bool'];

/** Everything known of the people and how they were found. */
export interface Survey {
  responses: Responses;
  sampling: Sampling;
  by: Breakdown | null;
  /** Names of districts by code. */
  districts: Map<string, Label>;
}

/** Results of one item. Between items others are answered: a large survey takes its time. */
export async function itemView(item: ItemRow, survey: Survey): Promise<Omit<SurveyItemView, 'waves'>> {
  await breathe();
  const named = nameOf(item);
  const answers = survey.responses.answers.get(item.code)!;
  if (item.scale === 'text') return { ...named, ...NOTHING, hidden: 'own_words' };
  const missing = missingOf(answers);
  const values = valuesOf(item, answers);
  const answered = values.filter((value) => value !== null);
  const n = answered.length;
  const base = n + Object.values(missing).reduce((sum, count) => sum + count, 0);
  const counted = { ...named, ...NOTHING, base, n, missing };
  const hidden = hiddenOf(item, values, survey.sampling.weights);
  if (hidden) return { ...counted, hidden };
  const { n_eff, deff_w } = kishOf(survey.sampling.weights, values);
  const hasMean = HAS_MEAN.includes(item.scale);
  return {
    ...counted,
    mean: hasMean ? meanView(survey.sampling, values) : null,
    unweighted_mean: hasMean ? answered.reduce((sum, value) => sum + value, 0) / n : null,
    n_eff,
    deff_w,
    answers: item.scale === 'multi' ? chosenOf(answers, survey) : answersOf(item, values, survey),
    breakdown:
      survey.by && HAS_BREAKDOWN.includes(item.scale) ? breakdownOf(item, values, survey, survey.by) : null,
  };
}

const NOTHING = {
  base: null,
  n: null,
  missing: null,
  mean: null,
  unweighted_mean: null,
  n_eff: null,
  deff_w: null,
  hidden: null,
  answers: [],
  breakdown: null,
} satisfies Partial<SurveyItemView>;

function nameOf(item: ItemRow) {
  const [lowest, highest] = endsOf(item);
  const { code, position, scale, construct, reversed, text_pl, text_en } = item;
  return {
    code,
    position,
    text: { pl: text_pl, en: text_en },
    scale,
    lowest,
    highest,
    construct,
    reversed: reversed === 'yes' ? true : reversed === 'no' ? false : null,
  };
}

function missingOf({ codes }: Answers) {
  const count = (kind: number) => codes.reduce<number>((sum, code) => sum + Number(code === kind), 0);
  return {
    skipped: count(MISSING.skipped),
    not_applicable: count(MISSING.not_applicable),
    dont_know: count(MISSING.dont_know),
    unreadable: count(MISSING.unreadable),
  };
}

/** The answers as numbers; of a multiple choice 1 where somebody chose. Null where there is none. */
export function valuesOf({ scale }: ItemRow, { codes, others }: Answers): (number | null)[] {
  if (scale === 'multi') return others.map((chosen) => (chosen ? 1 : null));
  return codes.map((code, row) => {
    if (code !== null && code >= 0) return code;
    const other = others[row]?.[0];
    return other === undefined ? null : Number(other);
  });
}

function hiddenOf({ scale }: ItemRow, values: Column, weights: number[]): HiddenReason | null {
  const answered = values.filter((value) => value !== null);
  if (!values.some((value, row) => value !== null && weights[row]! > 0)) return 'no_answers';
  if (answered.length < LEAST_MEAN) return 'too_few';
  const isAlike = scale !== 'multi' && answered.every((value) => value === answered[0]);
  return isAlike && answered.length < LEAST_ALIKE ? 'suppressed' : null;
}

/** Answers on a scale one by one; of a list of words those that hardly anybody gave are put together. */
function answersOf(item: ItemRow, values: Column, { sampling }: Survey): AnswerView[] {
  if (item.scale === 'number') return [];
  const [lowest, highest] = endsOf(item);
  const rows = rowsByValue(values);
  const found = [...rows.keys()].sort((a, b) => a - b);
  const from = lowest ?? found[0]!;
  const to = highest ?? Math.max(found.at(-1)!, from + (item.options?.length ?? 1) - 1);
  const codes = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const isList = item.scale === 'single';
  const cells = codes.map((code) => ({
    value: code,
    label: item.options?.[code - (item.lowest ?? from)] ?? null,
    rows: rows.get(code) ?? [],
  }));
  return isList ? withRare(cells, values, sampling) : cells.map((cell) => answerView(cell, values, sampling));
}

/** Options of a multiple choice, the most chosen first. */
function chosenOf({ others }: Answers, { sampling }: Survey): AnswerView[] {
  const rows = new Map<string, number[]>();
  others.forEach((chosen, row) =>
    new Set(chosen).forEach((option) => {
      const known = rows.get(option);
      if (known) known.push(row);
      else rows.set(option, [row]);
    }),
  );
  const answered = others.map((chosen) => (chosen ? 1 : null));
  const cells = [...rows].map(([label, of]) => ({ value: null, label, rows: of }));
  cells.sort((a, b) => b.rows.length - a.rows.length || (a.label < b.label ? -1 : 1));
  return withRare(cells, answered, sampling);
}

interface Cell {
  value: number | null;
  label: string | null;
  rows: number[];
}

function rowsByValue(values: Column): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? null;
    if (value === null) continue;
    const known = rows.get(value);
    if (known) known.push(row);
    else rows.set(value, [row]);
  }
  return rows;
}

/** A word that one person chose may be a word that one person wrote: such are one answer, of at least five people. */
function withRare(cells: Cell[], answered: Column, sampling: Sampling): AnswerView[] {
  const bySize = cells.filter(({ rows }) => rows.length > 0).sort((a, b) => a.rows.length - b.rows.length);
  const rare = new Set<Cell>();
  const together = new Set<number>();
  for (const cell of bySize) {
    if (cell.rows.length >= LEAST && (rare.size === 0 || together.size >= LEAST)) break;
    rare.add(cell);
    cell.rows.forEach((row) => together.add(row));
  }
  const shown = cells.filter((cell) => !rare.has(cell));
  const views = shown.map((cell) => answerView(cell, answered, sampling));
  if (together.size < LEAST) return views;
  const rest = { value: null, label: null, rows: [...together] };
  return [...views, { ...answerView(rest, answered, sampling), rare: true }];
}

function answerView({ value, label, rows }: Cell, answered: Column, sampling: Sampling): AnswerView {
  const chosen: (number | null)[] = answered.map((one) => (one === null ? null : 0));
  for (const row of rows) chosen[row] = 1;
  const share = shareView(sampling, chosen) ?? { estimate: 0, se: null, low: null, high: null };
  return { value, label, rare: false, count: rows.length, share };
}
