import { NotThere } from './refused';

/** The number of a row as addresses carry it: digits and nothing else, in 31 bits. Throws `NotThere`. */
export function rowNumber(text: string): number {
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (number > 0 && number <= 2_147_483_647) return number;
  throw new NotThere('Pod tym numerem nic nie ma', 'There is nothing under this number');
}
