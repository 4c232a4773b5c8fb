import 'reflect-metadata';
import { INDICATORS } from '../../server/indicators/catalogue';
import { STAR, UNFAIR, UNITS } from './city';
import { by, committed, mean, type Row, share } from './committed';

const enrolments = committed('enrolments.csv');
const sessions = new Map(committed('training_sessions.csv').map((row) => [row['code']!, row]));
const attended = by(committed('attendance.csv'), ({ enrolment }) => enrolment!);
const tests = by(committed('training_tests.csv'), ({ enrolment }) => enrolment!);
const sum = (rows: Row[], column: string) => rows.reduce((all, row) => all + Number(row[column]), 0);

it('has the programme as it was planned: 5 editions of 32 hours, 75 people, 225 hours of advice', () => {
  const editions = committed('training_editions.csv');
  expect(editions.map((row) => row['planned_hours'])).toEqual(Array(5).fill('32'));
  expect(sum(editions, 'planned_persons')).toBe(75);
  const people = new Set(enrolments.map(({ person }) => person));
  expect(people.size).toBe(75);
  for (const person of people) expect(person).toMatch(/^szkolenie-\d\d@example\.org$/);
  expect(sum(committed('advice_sessions.csv'), 'service_hours')).toBe(225);
  const hours = by([...sessions.values()], ({ edition, module }) => `${edition} ${module}`);
  for (const { code } of editions)
    for (const chosen of ['M3', 'M4'])
      expect(
        ['M1', 'M2', chosen].reduce((all, module) => all + sum(hours.get(`${code} ${module}`)!, 'hours'), 0),
      ).toBe(32);
});

it('has nobody at a session that is not theirs, or for longer than it took', () => {
  const chosen = new Map(enrolments.map((row) => [row['code']!, row['chosen_module']!]));
  for (const [enrolment, rows] of attended)
    for (const { session, hours } of rows) {
      const { module, edition, hours: planned } = sessions.get(session!)!;
      expect(['M1', 'M2', chosen.get(enrolment)]).toContain(module);
      expect(enrolment.startsWith(edition!)).toBe(true);
      expect(Number(hours)).toBeLessThanOrEqual(Number(planned));
    }
});

it('is completed by most and not by all, who know more after it', () => {
  const done = share(enrolments, ({ code }) => sum(attended.get(code!) ?? [], 'hours') >= 0.8 * 32);
  expect([done > 0.7, done < 0.95]).toEqual([true, true]);
  const pairs = [...tests.values()].filter((rows) => rows.length === 2);
  expect([pairs.length >= 60, pairs.length < 75]).toEqual([true, true]);
  const gain = mean(
    pairs.map(([pre, post]) => {
      const [before, after] = [Number(pre!['score']), Number(post!['score'])];
      return (after - before) / (Number(pre!['most']) - before);
    }),
  );
  expect([gain > 0.4, gain < 0.65]).toEqual([true, true]);
});

it('trained every unit but the unfair one and the star', () => {
  const sent = new Set(enrolments.map(({ unit }) => unit).filter(Boolean));
  expect(UNITS.map(({ code }) => code).filter((code) => !sent.has(code))).toEqual([UNFAIR, STAR]);
});

it('has a conference, seminars, and surveys of nobody who was not there', () => {
  const events = committed('events.csv');
  expect(events.filter(({ kind }) => kind === 'conference')).toHaveLength(1);
  for (const { code, registered, attended: came, feedback_survey: survey } of events) {
    expect(Number(came)).toBeLessThanOrEqual(Number(registered));
    if (survey) expect(committed(`surveys/event/${code}.csv`).length).toBeLessThanOrEqual(Number(came));
  }
});

it('speaks of indicators by codes that look like theirs, of offices and of no person', () => {
  const looks = new RegExp(
    `^(?:${[...new Set([...INDICATORS.map(({ code }) => code.slice(0, 2)), 'RE', 'CA'])].join('|')})[1-4]$`,
  );
  for (const { indicator } of [...committed('targets.csv'), ...committed('notes.csv')])
    if (indicator) expect(indicator).toMatch(looks);
  for (const { owner, unit } of committed('notes.csv')) expect(owner).toBe(`kierownik ${unit}`);
});
