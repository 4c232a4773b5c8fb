import { goalpostsSql } from '../../indicators/goalposts';
import { type Mean, MEAN_SQL, MEANS } from '../../scores/mean';
import { isEnough } from '../../scores/tree';
import { ranks } from '../../statistics/rank';
import { CaseError } from './golden-case';
import type { Inputs } from './inputs';
import { computed, relation } from './relation';

type Values = (number | null)[];

export async function vector(inputs: Inputs): Promise<unknown> {
  const mean = inputs.choice('mean', MEANS);
  const [value, weight] = [inputs.numbers('value'), inputs.numbers('weight')];
  const place = value.map((_value, row) => row);
  const [row] = await computed<{ value: number | null }>(
    `SELECT ${MEAN_SQL[mean]('value', 'weight', 'value IS NOT NULL')} AS value
     FROM ${relation({ place, value, weight })}`,
  );
  return { value: row!.value };
}

interface Node {
  code: string;
  parent: string | null;
  level: number;
  weight: number;
}

interface Level {
  level: number;
  mean: Mean;
  /** Share of its children that an aggregate needs. */
  coverage: number;
}

export async function tree(inputs: Inputs): Promise<unknown> {
  const units = unitsOf(inputs);
  const nodes = inputs.listSetting<Node>('tree');
  const levels = [...inputs.listSetting<Level>('levels')].sort((a, b) => a.level - b.level);
  const known = new Map<string, Values>();
  for (const { code } of nodes.filter(({ level }) => level === 1)) known.set(code, inputs.numbersOf(code));
  for (const level of levels)
    for (const { code } of nodes.filter((node) => node.level === level.level))
      known.set(code, await aggregated(nodes, code, level, known, units.length));
  const made = nodes.filter(({ level }) => level > 1).map(({ code }) => code);
  const values = byUnit(units, (row) =>
    Object.fromEntries(made.map((code) => [code, known.get(code)?.[row] ?? null])),
  );
  const ranked = ranks(known.get(inputs.textSetting('rank_by')) ?? []);
  return { values, ranks: byUnit(units, (row) => ranked[row] ?? null) };
}

/** An aggregate of every unit from its children. */
async function aggregated(
  nodes: Node[],
  code: string,
  { mean, coverage }: Level,
  known: Map<string, Values>,
  units: number,
): Promise<Values> {
  if (!MEANS.includes(mean)) throw new CaseError(`the mean is “${mean}”; allowed: ${MEANS.join(', ')}`);
  const children = nodes.filter(({ parent }) => parent === code);
  const cells = children.flatMap((child, place) =>
    Array.from({ length: units }, (_, unit) => [
      unit,
      place,
      known.get(child.code)?.[unit] ?? null,
      child.weight,
    ]),
  );
  const [unit, place, value, weight] = [0, 1, 2, 3].map((i) => cells.map((cell) => cell[i]!));
  const rows = await computed<{ value: number | null }>(
    `SELECT CASE WHEN ${isEnough('count(value) / count(*)', coverage)} AND count(value) > 0
       THEN ${MEAN_SQL[mean]('value', 'weight', 'value IS NOT NULL')} END AS value
     FROM ${relation({ unit: unit!, place: place!, value: value!, weight: weight! })} GROUP BY unit ORDER BY unit`,
  );
  return rows.map((row) => row.value);
}

const PARTS = ['life_expectancy', 'expected_schooling', 'mean_schooling', 'income'] as const;

/** Three dimensions between their goalposts, income in logarithms, and their geometric mean. */
export async function hdi(inputs: Inputs): Promise<unknown> {
  const units = unitsOf(inputs);
  const goalposts = inputs.objectSetting<Record<string, [number, number]>>('goalposts');
  const scaled = (part: string, on = (sql: string) => sql) => {
    const [worst, best] = (goalposts[part] ?? []).map((end) => on(`CAST('${end}' AS double precision)`));
    const scale = { from: 0, to: 1, truncated: true };
    return goalpostsSql(on(part), { worst: worst!, best: best! }, scale);
  };
  const columns = Object.fromEntries(PARTS.map((part) => [part, inputs.numbers(part)]));
  const schooling = `((${scaled('expected_schooling')}) + (${scaled('mean_schooling')})) / 2`;
  const income = scaled('income', (sql) => `ln(${sql})`);
  const rows = await computed<{ value: number | null }>(
    `SELECT CASE WHEN count(value) = 3 THEN ${MEAN_SQL.geometric('value', '1.0')} END AS value
     FROM (SELECT unit, unnest([1, 2, 3]) AS place, unnest([${scaled('life_expectancy')}, ${schooling}, ${income}]) AS value
       FROM ${relation({ unit: units.map((_unit, row) => row), ...columns })}) GROUP BY unit ORDER BY unit`,
  );
  const scale = 10 ** inputs.numberSetting('decimals');
  const values = rows.map(({ value }) => (value === null ? null : Math.round(value * scale) / scale));
  return { values: byUnit(units, (row) => values[row]!), ...classed(inputs, units, values) };
}

/** Tiers and ranks of the units that have them, from the rounded values. */
function classed(inputs: Inputs, units: string[], values: Values) {
  const left = (inputs.setting('not_ranked') as string[] | undefined) ?? [];
  const own = values.map((value, row) => (left.includes(units[row]!) ? null : value));
  const steps = Object.entries(inputs.objectSetting<Record<string, number>>('tiers')).sort(
    ([, a], [, b]) => b - a,
  );
  const tier = (value: number | null) =>
    value === null ? null : (steps.find(([, least]) => value >= least)?.[0] ?? null);
  const ranked = ranks(own);
  return { tiers: byUnit(units, (row) => tier(own[row]!)), ranks: byUnit(units, (row) => ranked[row]!) };
}

function unitsOf(inputs: Inputs): string[] {
  return inputs.texts('unit').map((unit, row) => {
    if (unit !== null) return unit;
    throw new CaseError(`the unit of row ${row + 1} is missing`);
  });
}

const byUnit = <T>(units: string[], value: (row: number) => T): Record<string, T> =>
  Object.fromEntries(units.map((unit, row) => [unit, value(row)]));
