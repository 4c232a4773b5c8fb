import { dissimilarity as between, expectedDissimilarity } from '../../statistics/dissimilarity';
import { participation } from '../../statistics/participation-ratio';
import { rake } from '../../statistics/rake';
import type { Inputs } from './inputs';

export function dissimilarity(inputs: Inputs): unknown {
  if (inputs.has('a')) return { D: between(counts(inputs.numbers('a')), counts(inputs.numbers('b'))) };
  const units = inputs.texts('unit').map(String);
  const groups = inputs.texts('group');
  const count = inputs.numbers('count');
  const places = [...new Set(units)];
  const of = (group: string) => {
    const found = new Map(places.map((place) => [place, 0]));
    for (const [row, unit] of units.entries())
      if (groups[row] === group) found.set(unit, found.get(unit)! + (count[row] ?? 0));
    return [...found.values()];
  };
  return { D: between(of(inputs.textSetting('group_a')), of(inputs.textSetting('group_b'))) };
}

export const expected = (inputs: Inputs): unknown => ({
  D: expectedDissimilarity(counts(inputs.numbers('shares')), inputs.number('n')),
});

export const ratio = (inputs: Inputs): unknown =>
  participation(
    inputs.value('participants') as Record<string, number>,
    inputs.value('population') as Record<string, number>,
  );

/** A table is raked as a sample of its cells. */
export function table(inputs: Inputs): unknown {
  const seed = inputs.value('seed') as number[][];
  const margin = (name: string, place: (i: number, j: number) => number) => ({
    name,
    categories: seed.flatMap((row, i) => row.map((_cell, j) => String(place(i, j)))),
    totals: Object.fromEntries(inputs.numbers(name).map((total, i) => [String(i), total ?? 0])),
  });
  const fitted = rake(seed.flat(), [margin('row_totals', (i) => i), margin('col_totals', (_i, j) => j)]);
  const width = seed[0]?.length ?? 0;
  return { fitted: seed.map((row, i) => row.map((_cell, j) => fitted[i * width + j]!)) };
}

const counts = (values: (number | null)[]): number[] => values.map((value) => value ?? 0);
