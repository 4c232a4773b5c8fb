import type { ConsultationCard } from '../../server/publish/card.view';
import { dayNumber, isoDay } from '../words';
import { layout, missingDays, monthTicks } from './gantt';

const NOTHING = {
  announced_on: null,
  opens_on: null,
  closes_on: null,
  closed_on: null,
  legal: null,
  facts: {},
};

/** A card with these days alone; days of the top level stand among the facts too, as the server gives them. */
function card(
  days: Record<string, string>,
  legal: Partial<NonNullable<ConsultationCard['legal']>> | null = null,
) {
  const top = Object.fromEntries(Object.entries(days).filter(([name]) => name in NOTHING));
  return { ...NOTHING, ...top, facts: days, legal } as unknown as ConsultationCard;
}

const parts = (key: string, of: ConsultationCard) =>
  layout(of)
    ?.rows.find((row) => row.key === key)
    ?.parts.map(({ kind, from, to }) => [kind, isoDay(from), isoDay(to)]);

const ticks = (from: string, to: string, most: number) =>
  monthTicks([dayNumber(from), dayNumber(to)], most).map(isoDay);

describe('layout', () => {
  it('draws nothing where fewer than two days are known', () => {
    expect(layout(card({}))).toBeNull();
    expect(layout(card({ announced_on: '2012-06-13' }))).toBeNull();
    expect(layout(card({ opens_on: '2020-04-15', announced_on: '2020-04-15' }))).toBeNull();
    expect(missingDays(card({ announced_on: '2012-06-13' }))).toEqual([
      'opens_on',
      'closes_on',
      'report_published_on',
    ]);
  });

  it('counts the last day in: a bar ends where the next day begins', () => {
    const days = card({ opens_on: '2021-11-15', closes_on: '2021-12-20' });
    expect(parts('remarks', days)).toEqual([['span', '2021-11-15', '2021-12-21']]);
  });

  it('reaches the mark of the law exactly when closed on the first day the law allows', () => {
    // announced 15 November + 35 days = 20 December
    const kept = layout(
      card(
        { announced_on: '2021-11-15', opens_on: '2021-11-15', closes_on: '2021-12-20' },
        { may_close_on: '2021-12-20', report_due_on: null },
      ),
    );
    const row = kept!.rows.find(({ key }) => key === 'remarks')!;
    expect(row.legal).toBe(row.parts[0]!.to);
  });

  it('shows remarks taken after the closing day as a tail', () => {
    const days = card({ opens_on: '2016-06-20', closes_on: '2016-07-12', remarks_until: '2016-07-27' });
    expect(parts('remarks', days)).toEqual([
      ['span', '2016-06-20', '2016-07-13'],
      ['tail', '2016-07-13', '2016-07-28'],
    ]);
  });

  it('waits for the report from the end, and hatches what lies past its due day', () => {
    const days = { opens_on: '2021-11-15', closes_on: '2021-12-20', report_published_on: '2022-01-24' };
    expect(parts('report', card(days, { may_close_on: null, report_due_on: '2022-01-19' }))).toEqual([
      ['wait', '2021-12-21', '2022-01-20'],
      ['late', '2022-01-20', '2022-01-25'],
      ['point', '2022-01-24', '2022-01-25'],
    ]);
    expect(parts('report', card(days, { may_close_on: null, report_due_on: '2022-02-01' }))).toEqual([
      ['wait', '2021-12-21', '2022-01-25'],
      ['point', '2022-01-24', '2022-01-25'],
    ]);
  });

  it('draws the wait alone where the report is due but not recorded', () => {
    const days = card(
      { opens_on: '2021-11-15', closes_on: '2021-12-20' },
      { may_close_on: null, report_due_on: '2022-01-19' },
    );
    expect(parts('report', days)).toEqual([['wait', '2021-12-21', '2022-01-20']]);
  });

  it('keeps every day and every mark inside the axis', () => {
    const gantt = layout(
      card(
        { announced_on: '2021-11-01', opens_on: '2021-11-15', closes_on: '2021-11-20' },
        { may_close_on: '2021-12-20', report_due_on: null },
      ),
    )!;
    expect(gantt.domain[0]).toBeLessThan(dayNumber('2021-11-01'));
    expect(gantt.domain[1]).toBeGreaterThan(dayNumber('2021-12-21'));
  });
});

describe('monthTicks', () => {
  it('marks every month of a short course', () => {
    expect(ticks('2021-11-13', '2022-01-26', 8)).toEqual(['2021-12-01', '2022-01-01']);
  });

  it('takes wider steps rather than more marks', () => {
    expect(ticks('2017-05-20', '2018-08-06', 5)).toEqual([
      '2017-07-01',
      '2017-10-01',
      '2018-01-01',
      '2018-04-01',
      '2018-07-01',
    ]);
    expect(ticks('2012-01-01', '2025-12-31', 5).length).toBeLessThanOrEqual(5);
  });

  it('marks the first day where no month begins', () => {
    expect(ticks('2022-05-20', '2022-05-28', 5)).toEqual(['2022-05-20']);
  });
});
