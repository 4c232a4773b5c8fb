import fc from 'fast-check';
import { measure } from '../testing/measure';
import { X6 } from './x6';

const DAY = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const isHoliday = (day: string) => {
  const md = day.slice(5);
  return md <= '01-06' || md >= '12-20' || (md >= '07-01' && md <= '08-31');
};
const share = async (opens_on: string, closed_on: string) =>
  (await measure(X6, { opens_on, closed_on, closes_on: null }, {}, '2040-01-01')).x;

describe('X6', () => {
  it.each([
    ['2025-03-01', '2025-03-31', 0],
    ['2025-07-01', '2025-08-31', 100],
    // the last two of June, the first two of July
    ['2025-06-29', '2025-07-02', 50],
    ['2025-08-31', '2025-09-01', 50],
    ['2024-12-19', '2024-12-20', 50],
    ['2024-12-20', '2025-01-06', 100],
    ['2025-01-06', '2025-01-07', 50],
    ['2024-12-31', '2024-12-31', 100],
    // a leap year: 80 of 366
    ['2024-01-01', '2024-12-31', 8000 / 366],
  ])('from %s to %s is %d', async (opens, closed, x) => {
    expect(await share(opens, closed)).toBeCloseTo(x, 9);
  });

  it('counts day by day over any window', async () => {
    const start = fc.integer({ min: Date.UTC(2018, 0, 1) / DAY, max: Date.UTC(2030, 0, 1) / DAY });
    await fc.assert(
      fc.asyncProperty(start, fc.integer({ min: 1, max: 900 }), async (first, length) => {
        const days = Array.from({ length }, (_, i) => dayOf((first + i) * DAY));
        const counted = (100 * days.filter(isHoliday).length) / length;
        expect(await share(days[0]!, days.at(-1)!)).toBeCloseTo(counted, 9);
      }),
      { numRuns: propertyRuns(10) },
    );
  });

  it('has no score, and is missing without an opening', async () => {
    expect(await measure(X6, {})).toEqual({ status: 'observed', x: 0, score: null });
    expect(await measure(X6, { opens_on: null })).toMatchObject({ status: 'missing', x: null });
  });
});
