import type { District } from '../../server/contracts/district';
import { DISTRICTS } from './city';
import type { Proceeding } from './proceeding';

export type Design = 'open_link' | 'srs' | 'stratified';

/** One survey after a consultation. */
export interface Asked {
  proceeding: Proceeding;
  design: Design;
  responses: number;
}

/** Parts of the city from which a stratified sample is drawn: districts in the order of the register, nine each. */
export const STRATA = [0, 1, 2].map((part) => {
  const districts = DISTRICTS.slice(part * 9, part * 9 + 9);
  return { name: `część ${'ABC'[part]}`, districts, size: adultsIn(districts) };
});

/** Of a hundred residents 83 are adults. */
function adultsIn(districts: District[]): number {
  return Math.round((districts.reduce((sum, { population }) => sum + population!, 0) * 83) / 100);
}

/** Everybody who can be drawn. */
export const ADULTS = STRATA.reduce((sum, { size }) => sum + size, 0);
