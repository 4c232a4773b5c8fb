import { alike, edition, measureCity } from '../testing/measure-city';
import type { Given } from '../testing/records';
import { CA4 } from './ca4';

const advice = (...sessions: [hours: number, own?: Given][]): Given[] =>
  sessions.map(([service_hours, own], i) => ({
    code: `D${i}`,
    edition: 'E',
    kind: 'individual',
    held_on: '2025-06-02',
    service_hours,
    persons: 1,
    ...own,
  }));
const given = (count: number, advice_session: Given[], own?: Given) => ({
  ...edition(alike(count), own),
  advice_session,
});

describe('CA4', () => {
  it('shares the hours out among those who finished; an hour with a group counts once', async () => {
    const sessions = advice([10.5], [4.5], [3, { kind: 'group', persons: 12 }]);
    expect(await measureCity(CA4, given(12, sessions))).toEqual({
      status: 'observed',
      n: 12,
      x: 1.5,
      numerator: 18,
      denominator: 12,
      score: 50,
      low: 50,
      high: 50,
    });
  });

  it('does not count those who did not finish', async () => {
    const found = await measureCity(CA4, {
      ...edition([...alike(10), ...alike(10, { M1: 8 })]),
      advice_session: advice([30]),
    });
    expect(found).toMatchObject({ x: 3, score: 100, denominator: 10 });
  });

  it('takes advice of the four quarters, and says what advice without a day may add', async () => {
    const sessions = advice(
      [10, { held_on: '2025-01-01' }],
      [5, { held_on: '2025-12-31' }],
      [90, { held_on: '2024-12-31' }],
      [90, { held_on: '2026-01-01' }],
      [3, { held_on: null }],
    );
    const found = await measureCity(CA4, given(10, sessions));
    expect(found).toMatchObject({ x: 1.5, score: 50, low: 50 });
    expect(found.high).toBeCloseTo(60, 9);
  });

  it('is 0 where advice is on record and none falls into the quarters, missing where none is on record', async () => {
    expect(await measureCity(CA4, given(10, advice([5, { held_on: '2024-02-02' }])))).toMatchObject({
      status: 'observed',
      x: 0,
      score: 0,
    });
    expect(await measureCity(CA4, given(10, []))).toMatchObject({ status: 'missing', x: null });
  });

  it('does not apply where nobody finished, and is too few below ten who did', async () => {
    const nobody = { ...edition(alike(12, { M1: 8 })), advice_session: advice([5]) };
    expect((await measureCity(CA4, nobody)).status).toBe('not_applicable');
    expect((await measureCity(CA4, given(9, advice([5])))).status).toBe('insufficient_n');
  });

  it.each<[string, Given, string, string]>([
    ['runs', {}, '2025-04-01', 'not_due'],
    ['ended long ago', { starts_on: '2023-01-01', ends_on: '2023-04-01' }, '2026-01-01', 'not_applicable'],
    ['has no end on record', { ends_on: null }, '2026-01-01', 'missing'],
  ])('where the only edition %s', async (_what, own, asOf, status) => {
    expect((await measureCity(CA4, given(12, advice([5]), own), { asOf })).status).toBe(status);
  });
});
