import { cleaned } from '../../contracts/cell';
import { masked } from '../../contracts/personal';
import type { AttributeGiven } from './plan';

/** Upper ages of the bands; the last one has none. */
const BANDS: [up: number, code: string][] = [
  [17, 'u17'],
  [24, '18_24'],
  [39, '25_39'],
  [59, '40_59'],
  [74, '60_74'],
  [120, '75_plus'],
];
const LONGEST = 300;

/** The age band of years written as a number; null where they are none, or of nobody. */
export function bandOf(text: string): string | null {
  const years = /^\d{1,3}(?:[.,]0+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  return BANDS.find(([up]) => years <= up)?.[1] ?? null;
}

/** The value of an attribute, null where the cell says nothing; `undefined` where the mapping does not know the cell. */
export function attributeOf(
  { codes, bands }: AttributeGiven,
  cell: string | null,
): string | null | undefined {
  const text = cell === null ? '' : cleaned(cell);
  if (text === '') return null;
  if (bands) return bandOf(text);
  if (codes) return codes.get(text);
  return text.length > LONGEST ? undefined : masked(text);
}
