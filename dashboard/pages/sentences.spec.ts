import type { ConsultationCard } from '../../server/publish/card.view';
import { unscoredBecause } from './sentences';

/** A card read on 23 November 2026 with these days and this status. */
const card = (status: string | null, days: Partial<Record<string, string>> = {}) =>
  ({
    status,
    closed_on: days['closed_on'] ?? null,
    closes_on: days['closes_on'] ?? null,
    facts: days,
    meta: { as_of: '2026-11-23', snapshot: 1 },
  }) as unknown as ConsultationCard;

describe('a consultation without a score', () => {
  it('is none that has closed, whatever came after', () => {
    expect(unscoredBecause(card('closed', { closed_on: '2026-11-23' }))).toBeNull();
    expect(unscoredBecause(card('decided', { closed_on: '2020-04-30' }))).toBeNull();
  });

  it.each([
    ['cancelled', 'cancelled', { closed_on: '2025-04-08' }],
    ['open', 'ahead', { closes_on: '2026-11-23' }],
    ['open', 'ahead', { closes_on: '2026-11-20', remarks_until: '2026-12-01' }],
    ['planned', 'ahead', {}],
    ['decided', 'ahead', { closes_on: '2026-12-24' }],
    ['reported', 'unknown', {}],
    [null, 'unknown', {}],
  ] as const)('that is %s says why: %s', (status, why, days) => {
    expect(unscoredBecause(card(status, days))).toBe(why);
  });
});
