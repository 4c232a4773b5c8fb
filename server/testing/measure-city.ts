import type { Indicator } from '../indicators/indicator';
import { cityValuesSql } from '../indicators/plan';
import { CLOSED, type Measured } from './measure';
import { type Given, mirrorOf, type Records } from './records';

/** What an indicator makes of an authority in a period, with what it stands on and its bounds. */
export interface MeasuredCity extends Measured {
  n: number | null;
  numerator: number | null;
  denominator: number | null;
  low: number | null;
  high: number | null;
}

/** The four quarters of 2025; the ordinary consultation closed in the first of them. */
export const Q4 = 2025 * 4 + 3;

/** Measures an authority in a period, the year 2025 unless told, as of a day, `2026-01-01` unless told. */
export async function measureCity(
  indicator: Indicator,
  records: Records,
  { period = Q4, asOf = '2026-01-01' } = {},
): Promise<MeasuredCity> {
  const mirror = await mirrorOf({
    authority: [{ id: 1, code: 'T', kind: 'city' }],
    consultation: [CLOSED],
    ...records,
  });
  try {
    const columns = 'status, n, x, numerator, denominator, score, low, high';
    const [found] = await mirror.query<MeasuredCity>(
      `SELECT ${columns} FROM (${cityValuesSql([indicator], `DATE '${asOf}'`)}) WHERE period = ${period}`,
    );
    if (!found) throw new Error(`Nothing closed in the four quarters that end with ${period}`);
    return found;
  } finally {
    mirror.close();
  }
}

/** How much somebody enrolled came to: the hours of each module. */
export type Came = Partial<Record<'M1' | 'M2' | 'M3' | 'M4', number>>;

/** Somebody who was there the whole 32 hours. */
export const WHOLE: Came = { M1: 8, M2: 12, M3: 12 };

/** An edition `E` of 2025 with one session a module, and those enrolled in it; each as told, with `M3` chosen. */
export function edition(learners: { came: Came; enrolment?: Given }[], own: Given = {}): Trainings {
  const given: Given = {
    code: 'E',
    starts_on: '2025-02-10',
    ends_on: '2025-04-14',
    planned_hours: 32,
    ...own,
  };
  const code = String(given['code']);
  return {
    training_edition: [given],
    training_session: ['M1', 'M2', 'M3', 'M4'].map((module) => ({
      code: `${code}-${module}`,
      edition: code,
      module,
      held_on: '2025-03-01',
      hours: 12,
    })),
    enrolment: learners.map(({ enrolment }, i) => ({
      code: `${code}-${i}`,
      edition: code,
      chosen_module: 'M3',
      ...enrolment,
    })),
    attendance: learners.flatMap(({ came }, i) =>
      Object.entries(came).map(([module, hours]) => ({
        session: `${code}-${module}`,
        enrolment: `${code}-${i}`,
        hours,
      })),
    ),
  };
}

type Trainings = Record<'training_edition' | 'training_session' | 'enrolment' | 'attendance', Given[]>;

/** So many who are alike. */
export const alike = (count: number, came: Came = WHOLE, enrolment: Given = {}) =>
  Array.from({ length: count }, () => ({ came, enrolment }));

/** Editions on record together. */
export const together = (...editions: Trainings[]): Trainings => ({
  training_edition: editions.flatMap((one) => one.training_edition),
  training_session: editions.flatMap((one) => one.training_session),
  enrolment: editions.flatMap((one) => one.enrolment),
  attendance: editions.flatMap((one) => one.attendance),
});
