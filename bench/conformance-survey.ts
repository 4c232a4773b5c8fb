import type { DataSource } from 'typeorm';
import type { Receipt } from '../server/intake/receipt';
import type { Check } from './conformance-check';

interface ItemRow {
  code: string;
  position: number;
  scale: string;
  lowest: string | null;
  options: string[] | null;
}

interface ResponseRow {
  weight: string | null;
  attributes: Record<string, string>;
  answers: (number | null)[];
  others: Record<string, string | number | string[]>;
}

interface Given {
  value: string | number | string[];
  weight: number;
}

const responsesOf = (source: DataSource, { batch }: Receipt): Promise<ResponseRow[]> =>
  source.query('SELECT weight, attributes, answers, others FROM survey_response WHERE batch_id = $1', [
    batch,
  ]);

const weightOf = ({ weight }: ResponseRow) => (weight === null ? 1 : Number(weight));

/** The answers that were given to one item, skipped and other missing ones left out. */
async function given(source: DataSource, receipt: Receipt, check: Check) {
  const rows = (await source.query('SELECT * FROM survey_item WHERE batch_id = $1 AND code = $2', [
    receipt.batch,
    check.item,
  ])) as ItemRow[];
  const item = rows[0];
  if (!item) throw new Error(`there is no item “${check.item}”`);
  const all = (await responsesOf(source, receipt)).filter(({ attributes }) =>
    Object.entries(check.where ?? {}).every(([name, value]) => attributes[name] === value),
  );
  const answers = all.flatMap((row): Given[] => {
    const code = row.answers[item.position - 1] ?? null;
    if (code !== null) return code < 0 ? [] : [{ value: code, weight: weightOf(row) }];
    const other = row.others[item.code];
    return other === undefined ? [] : [{ value: other, weight: weightOf(row) }];
  });
  return { item, all, answers };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const numbers = (answers: Given[]) => answers.map(({ value }) => Number(value));
const mean = (values: number[]) => sum(values) / values.length;
const kish = (weights: number[]) => sum(weights) ** 2 / sum(weights.map((weight) => weight ** 2));

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const counted = (words: string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

/** An answer as the source wrote it: a chosen option by its word, a point of a scale by its number. */
const wordOf = ({ scale, options, lowest }: ItemRow, value: string | number): string =>
  scale === 'single' ? options![Number(value) - Number(lowest)]! : String(value);

type ItemJudge = (found: { item: ItemRow; all: ResponseRow[]; answers: Given[] }) => unknown;

const ITEMS: Record<string, ItemJudge> = {
  item_n: ({ answers }) => answers.length,
  item_null: ({ all, answers }) => all.length - answers.length,
  item_mean: ({ answers }) => mean(numbers(answers)),
  item_sd: ({ answers }) => {
    const values = numbers(answers);
    const centre = mean(values);
    return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
  },
  item_median: ({ answers }) => median(numbers(answers)),
  item_wmean: ({ answers }) =>
    sum(answers.map(({ value, weight }) => Number(value) * weight)) /
    sum(answers.map(({ weight }) => weight)),
  item_n_eff: ({ answers }) => kish(answers.map(({ weight }) => weight)),
  item_counts: ({ item, answers }) =>
    counted(answers.flatMap(({ value }) => [value].flat().map((one) => wordOf(item, one)))),
};

type Judge = (source: DataSource, receipt: Receipt, check: Check) => Promise<unknown>;

const attributeOf = async (source: DataSource, receipt: Receipt, { attribute }: Check) =>
  (await responsesOf(source, receipt)).map(({ attributes }) => attributes[attribute!] ?? null);

/** Checks of what a wide file became: a survey, its items and its responses. */
export const SURVEY_JUDGES: Record<string, Judge> = {
  responses: async (source, receipt) => (await responsesOf(source, receipt)).length,
  items: async (source, { batch }) =>
    (await source.query('SELECT count(*)::int AS n FROM survey_item WHERE batch_id = $1', [batch]))[0].n,
  weight_sum: async (source, receipt) => sum((await responsesOf(source, receipt)).map(weightOf)),
  weight_zero: async (source, receipt) =>
    (await responsesOf(source, receipt)).filter((row) => weightOf(row) === 0).length,
  weight_n_eff: async (source, receipt) => kish((await responsesOf(source, receipt)).map(weightOf)),
  attribute_counts: async (source, receipt, check) =>
    counted((await attributeOf(source, receipt, check)).filter((value) => value !== null)),
  attribute_null: async (source, receipt, check) =>
    (await attributeOf(source, receipt, check)).filter((value) => value === null).length,
  ...Object.fromEntries(
    Object.entries(ITEMS).map(([what, judge]): [string, Judge] => [
      what,
      async (source, receipt, check) => judge(await given(source, receipt, check)),
    ]),
  ),
};
