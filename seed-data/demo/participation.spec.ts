import 'reflect-metadata';
import { STAR, UNFAIR } from './city';
import { by, committed, median, type Row, share } from './committed';
import { dayOf } from './days';
import { demonstration } from './generate';
import { KNOWN_UNTIL } from './outcome';

const { planted } = demonstration();
const consultations = committed('consultations.csv');
const events = committed('consultation_events.csv');
const contributions = committed('contributions.csv');
const participants = committed('participants.csv');
const received = by(contributions, ({ consultation }) => consultation!);
const listed = by(participants, ({ consultation }) => consultation!);
const about = new Map(consultations.map((row) => [row['code']!, row]));
const unitOf = ({ consultation }: Row) => about.get(consultation!)!['unit'];
const closedOf = ({ consultation }: Row) => about.get(consultation!)!['closed_on']!;
const answered = contributions.filter(({ outcome }) => outcome);
const waited = (row: Row) => Math.max(0, dayOf(row['published_on']!) - dayOf(closedOf(row)));
const of = (plant: keyof typeof planted) => received.get(planted[plant][0]!)!;
const isValid = ({ valid }: Row) => valid === 'yes';

it('has about 9,000 contributions, and every consultation has some', () => {
  expect(contributions.length).toBe(9098);
  expect(received.size).toBe(120);
  const codes = new Set(contributions.map(({ consultation, code }) => `${consultation} ${code}`));
  expect(codes.size).toBe(contributions.length);
});

it('counts what the reports count: contributions, accepted, partly, different people', () => {
  const reported = consultations.filter((row) => row['reported_contributions'] !== '');
  expect(reported).toHaveLength(115);
  for (const row of reported) {
    const came = received.get(row['code']!)!;
    const people = [...came, ...(listed.get(row['code']!) ?? [])].map(({ person }) => person).filter(Boolean);
    expect([
      row['code'],
      came.length,
      came.filter(({ outcome }) => outcome === 'accepted').length,
      came.filter(({ outcome }) => outcome === 'partly').length,
      new Set(people).size,
    ]).toEqual([
      row['code'],
      ...['contributions', 'accepted', 'partly', 'participants'].map((name) =>
        Number(row[`reported_${name}`]),
      ),
    ]);
  }
});

it('keeps the order of days, and knows nothing that came after its last day', () => {
  for (const row of contributions) {
    const { opens_on, closed_on } = about.get(row['consultation']!)!;
    expect(row['received_on']! >= opens_on!).toBe(true);
    if (closed_on) expect(row['late'] === 'yes').toBe(row['received_on']! > closed_on);
    expect(Boolean(row['outcome'])).toBe(Boolean(row['published_on']));
    if (!row['outcome']) continue;
    expect([row['decided_on']! >= row['received_on']!, row['published_on']! >= row['decided_on']!]).toEqual([
      true,
      true,
    ]);
    expect(dayOf(row['published_on']!)).toBeLessThanOrEqual(KNOWN_UNTIL);
  }
});

it('has nobody at an event beyond those who came', () => {
  const at = by(
    [...contributions, ...participants].filter(({ event }) => event),
    ({ event }) => event!,
  );
  expect(at.size).toBeGreaterThan(120);
  for (const [event, rows] of at) {
    const { attendance, consultation } = events.find(({ code }) => code === event)!;
    expect(new Set(rows.map((row) => row['consultation']))).toEqual(new Set([consultation]));
    expect(rows.length).toBeLessThanOrEqual(Number(attendance));
  }
});

it('has a register as large as the consultations of organisations say, counted by kind and field', () => {
  const register = committed('organisations.csv');
  expect([register.length, new Set(register.map((row) => row['name_pl'])).size]).toEqual([640, 640]);
  const counts = by(committed('reference_distributions.csv'), ({ dimension }) => dimension!);
  expect(
    [...counts].map(([dimension, rows]) => [
      dimension,
      rows.reduce((all, { count }) => all + Number(count), 0),
    ]),
  ).toEqual([
    ['sex_age', 340_000],
    ['organisation_kind', 640],
    ['field', 640],
  ]);
});

it('names nobody: addresses that reach no one, and attributes that many did not give', () => {
  for (const { person } of [...contributions, ...participants])
    if (person) expect(person).toMatch(/^[a-z0-9-]+@example\.org$/);
  const residents = [...contributions, ...participants].filter((row) => row['person']!.startsWith('m'));
  for (const attribute of ['age_band', 'sex', 'district']) {
    const known = share(residents, (row) => row[attribute] !== '');
    expect([known > 0.6, known < 0.9]).toEqual([true, true]);
  }
});

it('answers copies of a proposal alike', () => {
  for (const rows of by(
    contributions.filter(({ cluster }) => cluster),
    ({ consultation, cluster }) => `${consultation} ${cluster}`,
  ).values())
    expect(new Set(rows.map(({ outcome, text }) => `${outcome} ${text}`)).size).toBe(1);
  const groups = by(
    answered.filter((row) => row['answer_group']),
    (row) => `${row['consultation']} ${row['answer_group']}`,
  );
  expect(groups.size).toBeGreaterThan(100);
  for (const rows of groups.values()) expect(new Set(rows.map(({ rationale }) => rationale)).size).toBe(1);
});

it('has all fates of an answer: not due, answered in time and late, never', () => {
  const answeredOf = (code: string) =>
    share(received.get(code)!.filter(isValid), ({ outcome }) => outcome !== '');
  const last = consultations.filter(({ closed_on }) => closed_on && KNOWN_UNTIL - dayOf(closed_on) < 30);
  expect(last.length).toBeGreaterThan(0);
  for (const { code } of last) expect(answeredOf(code!)).toBe(0);
  const late = answered.filter(
    (row) => row['published_on']! > about.get(row['consultation']!)!['report_published_on']!,
  );
  expect(late.length).toBeGreaterThan(400);
  expect(share(answered, (row) => waited(row) <= 30)).toBeGreaterThan(0.2);
  expect(answeredOf(planted.overdue_report[0]!)).toBe(0);
});

it('has a tenth of the refusals coded twice, by somebody who mostly saw the same', () => {
  const codings = committed('codings.csv');
  const refused = answered.filter(({ outcome }) => ['rejected', 'partly'].includes(outcome!));
  expect(codings.length).toBe(Math.round(refused.length / 10));
  const first = new Map(refused.map((row) => [`${row['consultation']} ${row['code']}`, row]));
  const same = (column: string) =>
    share(
      codings,
      (row) => first.get(`${row['consultation']} ${row['contribution']}`)![column] === row[column],
    );
  for (const agreed of [same('outcome'), same('rationale_quality')]) {
    expect(agreed).toBeGreaterThan(0.8);
    expect(agreed).toBeLessThan(1);
  }
});

it('asks the council of NGOs where that is due, the unfair department half of the time and too late', () => {
  const opinions = committed('council_opinions.csv');
  const due = consultations.filter(({ council_due }) => council_due === 'yes');
  const asked = opinions.map(({ consultation }) => consultation);
  const missing = due.filter(({ code }) => !asked.includes(code));
  expect([due.length, missing.length > 0]).toEqual([23, true]);
  for (const { unit } of missing) expect(unit).toBe(UNFAIR);
  for (const { consultation } of opinions) expect(about.get(consultation!)!['council_due']).toBe('yes');
});

describe('has planted', () => {
  const unfair = contributions.filter((row) => isValid(row) && unitOf(row) === UNFAIR);
  const others = contributions.filter(
    (row) => isValid(row) && closedOf(row) && unitOf(row) !== UNFAIR && unitOf(row) !== STAR,
  );

  it('an unfair department: fewer answers, later, with fewer reasons, of nobody knows whom', () => {
    const isAnswered = ({ outcome }: Row) => outcome !== '';
    expect(share(unfair, isAnswered)).toBeLessThan(share(others, isAnswered) - 0.15);
    const reasoned = (rows: Row[]) =>
      share(
        rows.filter(({ outcome }) => ['rejected', 'partly'].includes(outcome!)),
        (row) => Number(row['rationale_quality']) >= 2,
      );
    expect(reasoned(unfair)).toBeLessThan(reasoned(others) - 0.15);
    const known = (row: Row) => row['author_kind'] !== 'unknown';
    expect(share(unfair, known)).toBeLessThan(share(others, known) - 0.05);
    const signed = (row: Row) => row['signed_unit'] === row['competent_unit'];
    expect(share(unfair.filter(isAnswered), signed)).toBeLessThan(
      share(others.filter(isAnswered), signed) - 0.1,
    );
  });

  it('a reform in 2025-Q2: answers in half the time from then on, but not there', () => {
    const wait = (rows: Row[], since: string, until: string) =>
      median(
        rows.filter((row) => row['outcome'] && closedOf(row) >= since && closedOf(row) < until).map(waited),
      );
    const before = wait(others, '2023-10-01', '2025-04-01');
    const after = wait(others, '2025-04-01', '2027-01-01');
    expect(after).toBeLessThan(before / 2);
    expect(wait(unfair, '2025-04-01', '2027-01-01')).toBeGreaterThan(before);
  });

  it('a campaign: seven hundred identical mails within a week, from as many people, answered at once', () => {
    const rows = of('campaign').filter(({ cluster }) => cluster === 'P1');
    expect(rows).toHaveLength(700);
    for (const column of ['text', 'outcome', 'answer_group', 'channel', 'published_on'])
      expect(new Set(rows.map((row) => row[column])).size).toBe(1);
    expect(rows[0]!['outcome']).toBe('rejected');
    expect(new Set(rows.map(({ person }) => person)).size).toBe(700);
    const days = rows.map((row) => dayOf(row['received_on']!));
    expect(Math.max(...days) - Math.min(...days)).toBeLessThan(7);
    const sizes = [...by(contributions, ({ consultation, cluster }) => `${consultation} ${cluster}`)]
      .filter(([key]) => !key.endsWith(' '))
      .map(([, copies]) => copies.length)
      .sort((a, b) => b - a);
    expect(sizes.slice(0, 2)).toEqual([700, 180]);
    expect(sizes[2]).toBeLessThanOrEqual(5);
  });

  it('a report that never came, and nobody answered', () => {
    expect(of('overdue_report').filter(({ outcome }) => outcome)).toEqual([]);
    expect(of('overdue_report')).toHaveLength(74);
  });

  it('a star that answers everybody within a fortnight', () => {
    const star = contributions.filter((row) => isValid(row) && unitOf(row) === STAR);
    expect(star.filter(({ outcome }) => !outcome)).toEqual([]);
    expect(Math.max(...star.map(waited))).toBeLessThanOrEqual(14);
  });
});
