import { DISTRICTS } from './city';
import { Draw } from './random';

/** Residents by age: how many there are of each sex, and how many in a hundred of those who take part are so old. */
export const AGES: [band: string, f: number, m: number, share: number][] = [
  ['u17', 28_100, 29_700, 1],
  ['18_24', 13_900, 13_300, 4],
  ['25_39', 36_400, 35_000, 19],
  ['40_59', 48_300, 45_900, 39],
  ['60_74', 32_700, 25_100, 28],
  ['75_plus', 20_900, 10_700, 9],
];

/** Somebody who may take part, and does in one consultation or in many. */
export interface Resident {
  person: string;
  sex: string;
  age_band: string;
  district: string;
}

/** Fewer than there are residents: so the same people come again. */
const HOW_MANY = 20_000;
const WOMEN_OF_100 = 57;

/** One of a list, each as probable as its weight. */
export function weighted<T>(draw: Draw, list: readonly T[], weightOf: (one: T) => number): T {
  let left = draw.below(list.reduce((sum, one) => sum + weightOf(one), 0));
  return list.find((one) => (left -= weightOf(one)) < 0)!;
}

/** Those who take part: older than the city, and more of them women. No name, no address that reaches anybody. */
export const RESIDENTS: Resident[] = (() => {
  const draw = new Draw(34);
  return Array.from({ length: HOW_MANY }, (_, i) => ({
    person: `m${String(i + 1).padStart(5, '0')}@example.org`,
    sex: draw.below(100) < WOMEN_OF_100 ? 'f' : 'm',
    age_band: weighted(draw, AGES, ([, , , share]) => share)[0],
    district: weighted(draw, DISTRICTS, ({ population }) => population!).code,
  }));
})();

const BY_DISTRICT = new Map<string, Resident[]>(DISTRICTS.map(({ code }) => [code, []]));
for (const one of RESIDENTS) BY_DISTRICT.get(one.district)!.push(one);

/** Residents of a district. */
export const residentsOf = (district: string): Resident[] => BY_DISTRICT.get(district)!;
