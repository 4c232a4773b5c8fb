import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { STAR, UNFAIR } from './city';
import { by, committed, mean, type Row } from './committed';
import { KNOWN_UNTIL } from './outcome';
import { dayOf } from './days';
import { ADULTS, STRATA } from './sample';

const consultations = new Map(committed('consultations.csv').map((row) => [row['code']!, row]));
const filesOf = (design: string) =>
  readdirSync(join(__dirname, 'surveys', design)).map((file) => ({
    design,
    code: file.replace('.csv', ''),
    rows: committed(`surveys/${design}/${file}`),
  }));
const surveys = ['open_link', 'srs', 'stratified'].flatMap(filesOf);
const unitOf = (code: string) => consultations.get(code)!['unit']!;
const quarterOf = (code: string) => {
  const [year, month] = consultations.get(code)!['closed_on']!.split('-') as [string, string];
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
};
const answers = (rows: Row[], items: string[]) =>
  rows.flatMap((row) =>
    items
      .map((item) => row[item])
      .filter(Boolean)
      .map(Number),
  );
const FAIR = ['F1', 'F2', 'F3'];
const RESPONSE = ['R1', 'R2'];
const rowsWhere = (holds: (code: string) => boolean) =>
  surveys.filter(({ code }) => holds(code)).flatMap(({ rows }) => rows);

it('has about 12,000 responses to surveys after consultations, mostly by an open link', () => {
  const count = surveys.reduce((sum, { rows }) => sum + rows.length, 0);
  expect(Math.round(count / 1000)).toBe(12);
  expect(['open_link', 'srs', 'stratified'].map((one) => filesOf(one).length)).toEqual([54, 2, 3]);
});

it('asks after at least a third of the consultations of every unit and of every quarter', () => {
  const reported = [...consultations.values()].filter((row) => row['report_published_on']);
  const asked = new Set(surveys.map(({ code }) => code));
  for (const group of [(row: Row) => unitOf(row['code']!), (row: Row) => quarterOf(row['code']!)])
    for (const rows of by(reported, group).values())
      expect(rows.filter(({ code }) => asked.has(code!)).length).toBeGreaterThanOrEqual(rows.length / 3);
});

it('asks when the report is out, and counts on a scale from 1 to 5', () => {
  for (const { code, rows } of surveys)
    for (const row of rows) {
      expect(row['data']! >= consultations.get(code)!['report_published_on']!).toBe(true);
      expect(dayOf(row['data']!)).toBeLessThanOrEqual(KNOWN_UNTIL);
    }
  const given = answers(
    surveys.flatMap(({ rows }) => rows),
    'F1 F2 F3 I1 I2 R1 R2 W1 W2'.split(' '),
  );
  expect([...new Set(given)].sort()).toEqual([1, 2, 3, 4, 5]);
});

it('weighs what was drawn up to all grown-ups', () => {
  expect(STRATA.reduce((sum, { size }) => sum + size, 0)).toBe(ADULTS);
  for (const { rows } of [...filesOf('srs'), ...filesOf('stratified')]) {
    const all = rows.reduce((sum, { waga }) => sum + Number(waga), 0);
    expect(Math.abs(all - ADULTS)).toBeLessThan(1);
    for (const stratum of by(rows, ({ warstwa }) => warstwa ?? '').values()) {
      const weight = stratum.reduce((sum, { waga }) => sum + Number(waga), 0);
      expect(Math.abs(weight - Number(stratum[0]!['N']))).toBeLessThan(1);
    }
  }
});

describe('has planted', () => {
  const others = (code: string) => unitOf(code) !== UNFAIR && unitOf(code) !== STAR;
  const before = (code: string) => quarterOf(code) < '2025-Q2';

  it('an unfair department, by more than half a point', () => {
    const unfair = answers(
      rowsWhere((code) => unitOf(code) === UNFAIR),
      FAIR,
    );
    expect(mean(unfair)).toBeLessThan(mean(answers(rowsWhere(others), FAIR)) - 0.5);
  });

  it('a reform that people see in the answers they get', () => {
    const was = mean(
      answers(
        rowsWhere((code) => others(code) && before(code)),
        RESPONSE,
      ),
    );
    const is = mean(
      answers(
        rowsWhere((code) => others(code) && !before(code)),
        RESPONSE,
      ),
    );
    expect(is).toBeGreaterThan(was + 0.4);
    const unfair = (time: (code: string) => boolean) =>
      mean(
        answers(
          rowsWhere((code) => unitOf(code) === UNFAIR && time(code)),
          RESPONSE,
        ),
      );
    expect(Math.abs(unfair(before) - unfair((code) => !before(code)))).toBeLessThan(0.2);
  });

  it('a star that few people were asked about', () => {
    const star = surveys.filter(({ code }) => unitOf(code) === STAR);
    expect(star).toHaveLength(2);
    for (const { rows } of star) {
      expect(rows.length).toBeLessThan(20);
      expect(mean(answers(rows, FAIR))).toBeGreaterThan(4);
    }
  });

  it('one survey that hardly anybody filled in', () => {
    expect(surveys.filter(({ rows }) => rows.length < 10).map(({ rows }) => rows.length)).toEqual([8]);
  });
});
