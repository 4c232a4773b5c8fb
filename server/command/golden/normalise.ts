import { goalpostsSql, type Scale } from '../../indicators/goalposts';
import { countsBelow, sharesBelow } from '../../statistics/rank';
import { zScores } from '../../statistics/z-score';
import type { Inputs } from './inputs';
import { computed, relation } from './relation';

type Values = (number | null)[];

/** A list or one value; a list comes out. */
const given = (inputs: Inputs): Values => inputs.numbers('value');

export async function goalposts(inputs: Inputs): Promise<unknown> {
  const ends: [number, number] = [inputs.numberSetting('low'), inputs.numberSetting('high')];
  return { values: await between(inputs, ends, inputs.setting('truncate') === true) };
}

/** The ends are those of the sample: values that do not differ have no place between them. */
export async function minMax(inputs: Inputs): Promise<unknown> {
  const known = given(inputs).filter((value) => value !== null);
  const ends: [number, number] = [Math.min(...known), Math.max(...known)];
  const flat = !(ends[0] < ends[1]);
  return { values: flat ? given(inputs).map(() => null) : await between(inputs, ends, false) };
}

async function between(inputs: Inputs, [low, high]: [number, number], truncated: boolean): Promise<Values> {
  const less = inputs.setting('direction') === -1;
  const [worst, best] = (less ? [high, low] : [low, high]).map((end) => `CAST('${end}' AS double precision)`);
  const [from, to] = [inputs.numberSetting('out_low'), inputs.numberSetting('out_high')];
  const scale: Scale = { from, to, truncated };
  const values = given(inputs);
  const place = values.map((_value, row) => row);
  const rows = await computed<{ value: number | null }>(
    `SELECT ${goalpostsSql('value', { worst: worst!, best: best! }, scale)} AS value
     FROM ${relation({ place, value: values })} ORDER BY place`,
  );
  return rows.map(({ value }) => value);
}

export const zScore = (inputs: Inputs): unknown => ({
  values: zScores(given(inputs), inputs.numberSetting('mean'), inputs.numberSetting('sd')),
});

export function rank(inputs: Inputs): unknown {
  const method = inputs.choice('method', ['borda', 'prank']);
  return { values: (method === 'borda' ? countsBelow : sharesBelow)(given(inputs)) };
}
