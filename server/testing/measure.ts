import type { Measure } from '../indicators/indicator';
import { valuesSql } from '../indicators/plan';
import { type Given, mirrorOf, type Records } from './records';

/** What an indicator makes of a consultation: its status, its measure and its score. */
export interface Measured {
  status: string;
  x: number | null;
  score: number | null;
}

/** An ordinary consultation that closed on 31 March 2025; a test states what is different. */
export const CLOSED: Given = { code: 'K', opens_on: '2025-03-01', closes_on: '2025-03-31' };

/** Measures one consultation as of a day, `2026-01-01` unless told. */
export async function measure(
  indicator: Measure,
  consultation: Given,
  records: Records = {},
  asOf = '2026-01-01',
): Promise<Measured> {
  const mirror = await mirrorOf({
    authority: [{ id: 1, code: 'T', kind: 'state' }],
    consultation: [{ ...CLOSED, ...consultation }],
    ...records,
  });
  try {
    const [found] = await mirror.query<Measured>(valuesSql([indicator], `DATE '${asOf}'`));
    if (!found) throw new Error('The consultation is not among the closed ones');
    return { status: found.status, x: found.x, score: found.score };
  } finally {
    mirror.close();
  }
}

/** A register declared complete for 2025: an empty cell means "did not happen". */
export const complete = (...registers: string[]): Given[] =>
  registers.map((register) => ({ authority_id: 1, register, year: 2025, batch_id: 1 }));

/** Contributions to the consultation `K`: of each kind as many as told. */
export const contributions = (...kinds: [number, Given][]): Given[] =>
  kinds
    .flatMap(([count, given]) => Array.from({ length: count }, () => given))
    .map((given, i) => ({ code: `U${i}`, consultation: 'K', ...given }));
