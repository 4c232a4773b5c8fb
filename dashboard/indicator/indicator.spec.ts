import type { IndicatorPageView, IndicatorPointView } from '../../server/publish/indicator.view';
import { sizeOf } from '../data/size';
import { formats } from '../words';
import { indicatorWords as en } from '../words.indicator.en';
import { indicatorWords as pl } from '../words.indicator.pl';
import { measures } from './measure';
import {
  distributionHeadline,
  findings,
  listedUnits,
  type NamedUnit,
  shownMean,
  trendHeadline,
  unitsHeadline,
} from './sentences';
import { quarterPoints, roundTicks } from './trend';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const RATIO = { pl: 'krotność', en: 'ratio' };
const DAYS = { pl: 'dni', en: 'days' };
const polish = measures(RATIO, formats('pl'), pl);
const english = measures(RATIO, formats('en'), en);

const point = (quarter: string, more: Partial<IndicatorPointView> = {}): IndicatorPointView => ({
  quarter,
  x: 1.24,
  score: 74,
  se: null,
  low: 74,
  high: 74,
  consultations: 10,
  observed: 10,
  missing: 0,
  not_due: 0,
  provisional: false,
  city: null,
  ...more,
});
const unit = (name: string, score: number | null, observed: number): NamedUnit => ({
  unit: name,
  name,
  x: score,
  score,
  observed,
  missing: 0,
  consultations: 4,
});
const page = (trend: IndicatorPointView[], statuses: string[]) =>
  ({
    trend,
    distribution: trend.some(({ score }) => score !== null) ? [{ from: 0, to: 1, consultations: 1 }] : [],
    values: statuses.map((status) => ({ status })),
    values_total: statuses.length,
    statuses: Object.fromEntries(
      statuses.map((status) => [status, statuses.filter((other) => other === status).length]),
    ),
  }) as unknown as IndicatorPageView;

describe('a measure', () => {
  it('is said with its unit in the right form', () => {
    const days = measures(DAYS, formats('pl'), pl);
    expect([1, 2, 5, 73.5].map(days.said).map(plain)).toEqual(['1 dzień', '2 dni', '5 dni', '73,5 dnia']);
    expect(plain(polish.said(1.238))).toBe('1,24 (krotność)');
    expect(measures({ pl: '%', en: '%' }, formats('pl'), pl).said(73.24)).toBe('73,2%');
  });
});

describe('the points of the trend', () => {
  it('pass over no quarter, and set the provisional tail on the last final one', () => {
    const points = quarterPoints([point('2025-Q4'), point('2026-Q2', { provisional: true })], 'ocena');
    expect(points.map(({ quarter, final, tail }) => [quarter, final, tail])).toEqual([
      ['2025-Q4', 74, null],
      ['2026-Q1', null, null],
      ['2026-Q2', null, 74],
    ]);
    const joined = quarterPoints([point('2026-Q1'), point('2026-Q2', { provisional: true })], 'ocena');
    expect(joined.map(({ tail }) => tail)).toEqual([74, 74]);
  });

  it('have bounds only where there is a score', () => {
    const [one] = quarterPoints([point('2026-Q1', { low: 60, high: 80 })], 'ocena');
    expect(one!.band).toEqual([60, 80]);
    expect(quarterPoints([point('2026-Q1', { score: null, x: null })], 'ocena')[0]!.band).toBeNull();
    expect(quarterPoints([point('2026-Q1')], 'miara')[0]).toMatchObject({ value: 1.24, band: null });
  });

  it('stand between round numbers', () => {
    expect(roundTicks(0, 23, 4)).toEqual([0, 10, 20, 30]);
    expect(roundTicks(0.5, 1.66, 5)).toEqual([0.5, 0.75, 1, 1.25, 1.5, 1.75]);
    expect(roundTicks(0, 1, 4).at(-1)).toBeGreaterThanOrEqual(1);
  });
});

describe('the finding', () => {
  it('puts two quarters side by side without a verdict, and says the bounds where there are gaps', () => {
    const last = point('2026-Q3', { score: 62.4, low: 50, high: 70, observed: 8, missing: 2 });
    expect(
      plain(findings(page([point('2026-Q2'), last], ['observed']), 'Miasto', pl, polish).join(' ')),
    ).toBe(
      'W III kwartale 2026 r. średnia ocena wyniosła 62 na 100; wartość ma 8 z 10 zamkniętych konsultacji. ' +
        'W II kwartale 2026 r. było to 74 na 100 (10 konsultacji). ' +
        'Gdyby luki były zerami albo setkami, średnia byłaby od 50 do 70.',
    );
    expect(plain(findings(page([last], ['observed']), 'City', en, english)[0]!)).toBe(
      'In Q3 2026 the mean score was 62 out of 100; 8 of 10 closed consultations have a value.',
    );
  });

  it('says why nothing is known', () => {
    const empty = page(
      [point('2026-Q3', { score: null, x: null, observed: 0 })],
      ['missing', 'missing', 'not_due'],
    );
    expect(plain(findings(empty, 'Lublin', pl, polish).join(' '))).toBe(
      'Lublin: tego wskaźnika nie da się dziś policzyć. Wartości nie ma żadna z 3 zamkniętych konsultacji. ' +
        'Powód: brak danych (2) i termin jeszcze nie minął (1).',
    );
    expect(findings(page([], []), 'EU', en, english)).toEqual(['EU: no consultation is closed yet.']);
  });

  it('names the range of the trend and the fullest bin', () => {
    const points = quarterPoints([point('2026-Q1', { score: 40 }), point('2026-Q2')], 'ocena');
    expect(plain(trendHeadline(points, 'ocena', pl, polish))).toBe(
      'Od I kwartału 2026 r. do II kwartału 2026 r. średnia była od 40 do 74; ostatnio 74',
    );
    const bins = [
      { from: 0.5, to: 1, consultations: 40 },
      { from: 1, to: 1.5, consultations: 79 },
    ];
    expect(plain(distributionHeadline(bins, pl, polish))).toBe(
      'Najczęściej od 1,00 do 1,50 (krotność): 79 ze 119 konsultacji',
    );
  });

  it('shows no mean of a unit with fewer than three values', () => {
    const units = [unit('A', 90, 2), unit('B', 80, 3), unit('C', 60, 4)];
    expect(units.map(shownMean)).toEqual([null, 80, 60]);
    // nor its place among the means
    const listed = listedUnits([unit('Ż', 95, 2), ...units, unit('Ł', 1, 1)], formats('pl').collator);
    expect(listed.map(({ name }) => name)).toEqual(['B', 'C', 'A', 'Ł', 'Ż']);
    expect(plain(unitsHeadline(units, pl, polish))).toBe(
      '2 jednostki z 3 mają co najmniej 3 konsultacje z wartością; średnie od 60 do 80',
    );
    expect(plain(unitsHeadline([unit('A', 90, 2)], en, english))).toBe(
      'None of 1 unit has 3 consultations with a value',
    );
  });
});

describe('the size of a file', () => {
  it('is in thousands of bytes, and never nothing', () => {
    expect(sizeOf(546)).toEqual({ value: 1, unit: 'kB' });
    expect(sizeOf(96_400)).toEqual({ value: 96, unit: 'kB' });
    expect(sizeOf(1_140_000)).toEqual({ value: 1.14, unit: 'MB' });
  });
});

describe('an indicator of the authority', () => {
  const city = { status: 'observed', n: 16, numerator: 12, denominator: 16 };
  const capacity = (...trend: IndicatorPointView[]) =>
    ({
      trend,
      indicator: { level: 'city' },
      values_total: 0,
      statuses: {},
      distribution: [],
    }) as unknown as IndicatorPageView;
  const says = (one: IndicatorPageView) => findings(one, 'T', pl, polish).map(plain);

  it('is told of four quarters, without a consultation', () => {
    expect(says(capacity(point('2026-Q2', { city })))).toEqual([
      'W czterech kwartałach do II kwartału 2026 r. ocena wyniosła 74 na 100; miara: 1,24 (krotność).',
    ]);
  });

  it('says why there is none, and when there was one', () => {
    const gone = { x: null, score: null, low: null, high: null, city: { ...city, status: 'not_due' } };
    expect(says(capacity(point('2026-Q1', { city }), point('2026-Q2', gone)))).toEqual([
      'Za cztery kwartały do II kwartału 2026 r. nie ma wyniku: termin jeszcze nie minął.',
      'W czterech kwartałach do I kwartału 2026 r. ocena wyniosła 74 na 100; miara: 1,24 (krotność).',
    ]);
  });
});
