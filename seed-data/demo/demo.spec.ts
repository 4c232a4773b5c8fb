import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf } from '../../server/contracts/field';
import { Consultation } from '../../server/contracts/consultation';
import { ConsultationEvent } from '../../server/contracts/consultation-event';
import { faultOf } from '../../server/contracts/cell';
import { DISTRICTS, PEOPLE, STAR, UNFAIR, UNITS } from './city';
import { dayOf } from './days';
import { demoFiles, type DemoConsultation, demonstration } from './generate';
import { KNOWN_UNTIL } from './outcome';

const { consultations, events, planted } = demonstration();
const read = (name: string) => readFileSync(join(__dirname, name), 'utf8');
const of = (code: string) => consultations.find((one) => one.code === code)!;
const eventsOf = (code: string) => events.filter(({ consultation }) => consultation === code);
const days = (from: string | null | undefined, to: string | null | undefined) => dayOf(to!) - dayOf(from!);
const quarter = ({ closed_on }: DemoConsultation) =>
  closed_on && `${closed_on.slice(0, 4)}-Q${Math.ceil(Number(closed_on.slice(5, 7)) / 3)}`;
const closed = consultations.filter(({ closed_on }) => closed_on);
const unfair = closed.filter(({ unit }) => unit === UNFAIR);
const others = closed.filter(({ unit }) => unit !== UNFAIR && unit !== STAR);
const share = <T>(list: T[], holds: (one: T) => boolean) => list.filter(holds).length / list.length;
const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const windowOf = ({ opens_on, closed_on }: DemoConsultation) => days(opens_on, closed_on) + 1;
const early = (one: DemoConsultation) => one.decision_on! < one.report_published_on!;

it('is committed as the generator writes it (npm run generate writes it anew)', () => {
  for (const [name, text] of Object.entries(demoFiles())) expect(read(name)).toBe(text);
});

it.each([
  ['consultation', Consultation, consultations],
  ['event', ConsultationEvent, events],
])('has nothing in a %s that its contract refuses', (_name, contract, rows) => {
  const faults = rows.flatMap((row) =>
    fieldsOf(contract).flatMap((field) => {
      const value = (row as Record<string, unknown>)[field.name];
      const absent = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
      const fault = absent ? null : faultOf(field, value);
      return fault ? [`${field.name}: ${fault}`] : [];
    }),
  );
  expect(faults).toEqual([]);
});

it('is as large as a city: 120 consultations of 12 units in 27 districts', () => {
  expect([consultations.length, UNITS.length, DISTRICTS.length, PEOPLE]).toEqual([120, 12, 27, 340_000]);
  for (const title of ['title_pl', 'title_en', 'code'] as const)
    expect(new Set(consultations.map((one) => one[title])).size).toBe(120);
  expect(new Set(consultations.map(({ unit }) => unit)).size).toBe(12);
  const counts = consultations.map(({ code }) => eventsOf(code).length);
  expect([Math.min(...counts), Math.max(...counts)]).toEqual([1, 5]);
});

it('has at least 8 closed consultations in each of 12 quarters', () => {
  const counts = new Map<string, number>();
  for (const one of closed) counts.set(quarter(one)!, (counts.get(quarter(one)!) ?? 0) + 1);
  expect(counts.size).toBe(12);
  expect([...counts.keys()].sort().filter((_name, i) => i % 11 === 0)).toEqual(['2023-Q4', '2026-Q3']);
  expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(8);
});

it('keeps the order of days, and knows nothing that came after its last day', () => {
  for (const one of closed) {
    expect(one.announced_on! <= one.opens_on!).toBe(true);
    expect(one.opens_on! < one.closed_on!).toBe(true);
    if (one.plan_listed_on) expect(one.plan_listed_on < one.announced_on!).toBe(true);
    if (one.report_published_on) expect(one.report_published_on > one.closed_on!).toBe(true);
    if (one.decision_published_on) expect(one.decision_published_on > one.decision_on!).toBe(true);
    expect(one.report_published_on === null).toBe(one.reported_contributions === null);
    for (const day of [one.report_published_on, one.decision_on, one.decision_published_on])
      if (day) expect(dayOf(day)).toBeLessThanOrEqual(KNOWN_UNTIL);
  }
  for (const { held_on, cancelled_on } of events) expect(Boolean(held_on)).toBe(!cancelled_on);
});

it('keeps the statutory minimum everywhere but where it is broken on purpose', () => {
  const short = closed.filter(
    ({ matter_type, announced_on, opens_on, closed_on, announced_closes_on }) =>
      (matter_type === 'strategy' && days(announced_on, closed_on) < 35) ||
      (matter_type === 'revitalisation' && days(opens_on, closed_on) < 35) ||
      announced_closes_on! < opens_on!,
  );
  expect(short.map(({ code }) => code).sort()).toEqual([...planted.short_window].sort());
  expect(short.map(({ unit }) => unit)).toEqual([UNFAIR, UNFAIR]);
});

it('ends with what is really not done yet', () => {
  const last = closed.filter((one) => quarter(one) === '2026-Q3');
  expect(last.some(({ report_published_on }) => report_published_on === null)).toBe(true);
  expect(last.filter(({ decision_on }) => decision_on === null).length).toBeGreaterThanOrEqual(3);
});

it('records enough for an index of at least 105', () => {
  const recorded = (one: DemoConsultation, list: string) =>
    Object.entries(one).filter(([name, value]) => name.startsWith(list) && value !== 'not_recorded').length;
  const enough = closed.filter((one) => {
    const stage = one.stage_at_launch !== null && one.decision_on !== null;
    const host = one.political_owner_named !== 'not_recorded';
    const lists = [recorded(one, 'accessibility_') >= 6, recorded(one, 'announcement_') >= 6];
    return [stage, host, ...lists].filter(Boolean).length >= 3;
  });
  expect(enough.length).toBeGreaterThanOrEqual(105);
  expect(planted.too_little_recorded).toHaveLength(6);
  const missing = planted.too_little_recorded.filter((code) => enough.includes(of(code)));
  expect(missing).toEqual([]);
});

describe('has planted', () => {
  it('an unfair department: late, short, unplanned, decided before the report, without a host', () => {
    expect(unfair.length).toBeGreaterThanOrEqual(12);
    const late = ['draft', 'draft_after_approval'];
    expect(share(unfair, ({ stage_at_launch }) => late.includes(stage_at_launch!))).toBeGreaterThan(0.8);
    const decided = (list: DemoConsultation[]) =>
      list.filter((one) => one.decision_on && one.report_published_on);
    expect(share(decided(unfair), early)).toBeGreaterThan(share(decided(others), early) + 0.1);
    expect(mean(unfair.map(windowOf))).toBeLessThan(mean(others.map(windowOf)) - 7);
    const owner = (one: DemoConsultation) => one.political_owner_named === 'yes';
    expect(share(unfair, owner)).toBeLessThan(share(others, owner) / 2);
    const listed = (one: DemoConsultation) => one.plan_listed_on !== null;
    expect(share(unfair, listed)).toBeLessThan(share(others, listed) / 2);
  });

  it('a decision before the end, of that department', () => {
    expect(planted.decided_before_end).toHaveLength(1);
    const { unit, decision_on, closed_on } = of(planted.decided_before_end[0]!);
    expect(unit).toBe(UNFAIR);
    expect(decision_on! < closed_on!).toBe(true);
    expect(closed.filter((one) => one.decision_on && one.decision_on < one.closed_on!)).toHaveLength(1);
  });

  it('a reform in 2025-Q2: plan, windows, announcements, in all other units', () => {
    const [before, after] = [
      others.filter((one) => one.closed_on! < '2025-04-01'),
      others.filter((one) => one.closed_on! >= '2025-04-01'),
    ];
    const listed = (one: DemoConsultation) => one.plan_listed_on !== null;
    expect(share(after, listed)).toBeGreaterThan(share(before, listed) + 0.3);
    expect(mean(after.map(windowOf))).toBeGreaterThan(mean(before.map(windowOf)) + 5);
    const open = (one: DemoConsultation) => one.announcement_open_to_change === 'met';
    expect(share(after, open)).toBeGreaterThan(share(before, open) + 0.2);
    const unchanged = unfair.filter((one) => one.closed_on! >= '2025-04-01');
    expect(mean(unchanged.map(windowOf))).toBeLessThan(mean(before.map(windowOf)));
  });

  it('a report that never came', () => {
    const [code, ...more] = planted.overdue_report;
    expect(more).toEqual([]);
    expect(of(code!).report_published_on).toBeNull();
    expect(KNOWN_UNTIL - dayOf(of(code!).closed_on!)).toBeGreaterThan(120);
    const overdue = closed.filter(
      (one) => one.report_published_on === null && KNOWN_UNTIL - dayOf(one.closed_on!) > 120,
    );
    expect(overdue).toHaveLength(1);
  });

  it('a star with two consultations', () => {
    const star = consultations.filter(({ unit }) => unit === STAR);
    expect(star).toHaveLength(2);
    for (const one of star) {
      expect(one.stage_at_launch).toBe('assumptions');
      expect(one.decision_on! >= one.report_published_on!).toBe(true);
      expect(days(one.closed_on, one.report_published_on)).toBeLessThanOrEqual(40);
      expect(new Set(eventsOf(one.code).map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3);
      expect([one.coordinator_named, one.political_owner_named]).toEqual(['yes', 'yes']);
    }
  });

  it('one cancelled, two extended, one closed early', () => {
    const codes = (holds: (one: DemoConsultation) => boolean) =>
      consultations.filter(holds).map(({ code }) => code);
    expect(codes(({ cancelled_on }) => Boolean(cancelled_on))).toEqual(planted.cancelled);
    expect(codes((one) => Boolean(one.closed_on && one.closed_on > one.announced_closes_on!))).toEqual(
      planted.extended,
    );
    expect(codes((one) => Boolean(one.closed_on && one.closed_on < one.announced_closes_on!))).toEqual(
      planted.closed_early,
    );
    expect([planted.cancelled, planted.extended, planted.closed_early].map(({ length }) => length)).toEqual([
      1, 2, 1,
    ]);
  });

  it('events moved with notice and without, and called off', () => {
    const first = (code: string) => eventsOf(code).find(({ kind }) => kind === 'open_meeting')!;
    const moved = first(planted.moved_in_time[0]!);
    expect(days(moved.moved_notice_on, moved.planned_on)).toBeGreaterThanOrEqual(7);
    const late = first(planted.moved_late[0]!);
    expect(late.held_on).not.toBe(late.planned_on);
    expect(days(late.moved_notice_on, late.planned_on)).toBeLessThan(7);
    const off = first(planted.form_called_off[0]!);
    expect([off.held_on, typeof off.cancelled_on]).toEqual([null, 'string']);
  });

  it('a campaign: ten times the usual', () => {
    const numbers = closed
      .map(({ reported_contributions }) => reported_contributions)
      .filter((count): count is number => count !== null && count !== undefined)
      .sort((a, b) => a - b);
    const median = numbers[Math.floor(numbers.length / 2)]!;
    expect(of(planted.campaign[0]!).reported_contributions).toBeGreaterThanOrEqual(10 * median);
  });

  it('a cooperation programme every autumn and an election of the NGO council', () => {
    const programmes = closed.filter(({ matter_type }) => matter_type === 'cooperation_programme');
    expect(programmes.map(quarter)).toEqual(['2023-Q4', '2024-Q4', '2025-Q4']);
    for (const one of programmes) expect([one.addressee, one.council_due]).toEqual(['organisations', 'yes']);
    expect(of(planted.council_election[0]!).addressee).toBe('organisations');
  });

  it('nothing that seed-data/README.md does not name', () => {
    const text = readFileSync(join(__dirname, '../README.md'), 'utf8');
    expect(
      Object.values(planted)
        .flat()
        .filter((code) => !text.includes(code)),
    ).toEqual([]);
    const star = consultations.filter(({ unit }) => unit === STAR);
    for (const code of [UNFAIR, STAR, ...star.map(({ code: one }) => one)]) expect(text).toContain(code);
  });
});
