import { COUNTED_ON } from './city';
import { ORGANISATION_ROWS } from './organisations';
import { AGES } from './residents';

const SOURCE = 'dane demonstracyjne: liczby wytworzone';

interface Count {
  scope: string;
  dimension: string;
  category: string;
  count: number;
}

/** Whom to compare participants with: residents by sex and age, organisations as their register counts them. */
export const distributions = () =>
  [
    ...residents(),
    ...organisations('organisation_kind', ({ kind }) => kind),
    ...organisations('field', main),
  ].map((count) => ({ ...count, as_of: COUNTED_ON, source: SOURCE }));

/** An organisation of two fields counts in the first, so that the counts add up to the register. */
const main = ({ fields }: { fields: string[] }) => fields[0]!;

const residents = (): Count[] =>
  AGES.flatMap(([band, f, m]) => [
    { scope: 'residents', dimension: 'sex_age', category: `f ${band}`, count: f },
    { scope: 'residents', dimension: 'sex_age', category: `m ${band}`, count: m },
  ]);

function organisations(dimension: string, of: (row: (typeof ORGANISATION_ROWS)[number]) => string): Count[] {
  const counts = new Map<string, number>();
  for (const row of ORGANISATION_ROWS) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  return [...counts]
    .sort()
    .map(([category, count]) => ({ scope: 'organisations', dimension, category, count }));
}
