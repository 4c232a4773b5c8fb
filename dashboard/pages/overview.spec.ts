import type { OverviewView, PeriodIndexView } from '../../server/publish/overview.view';
import { namedQuarters, trendDomain, trendPoints, trendTicks } from '../charts/trend';
import { stepsOf, waterfallDomain } from '../charts/waterfall';
import { figures } from '../figures';
import { overviewSentence } from './overview.sentences';
import { defaultQuarter, quarterName, quarterNames, quarterNumber, quarterOfDay } from '../quarters';
import { formats } from '../words';
import { en } from '../words.en';
import { overviewWords as overviewEn } from '../words.overview.en';
import { overviewWords as overviewPl } from '../words.overview.pl';
import { pl } from '../words.pl';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const POLISH = { words: { ...pl, ...overviewPl }, formats: formats('pl') };
const ENGLISH = { words: { ...en, ...overviewEn }, formats: formats('en') };

function period(
  quarter: string,
  index: number | null,
  consultations = 10,
  provisional = false,
): PeriodIndexView {
  const bounds = index === null ? { low: 2, high: 94 } : { low: index - 1, high: index + 2 };
  return {
    quarter,
    index,
    consultations,
    provisional,
    arithmetic: index,
    grade: null,
    dimensions_observed: index === null ? 2 : 5,
    dimensions_expected: 5,
    ...bounds,
  };
}

const dimension = (pl_: string, en_: string, score: number | null) => ({
  code: pl_,
  label: { pl: pl_, en: en_ },
  score,
  coverage: 1,
  low: score,
  high: score,
  trend: [],
});
const indicator = (code: string, observed: number, missing = 0, waiting = 0) => ({
  code,
  label: { pl: `Miara ${code}`, en: `Measure ${code}` },
  observed,
  missing,
  not_due: waiting,
});

function view(quarter: PeriodIndexView, previous: PeriodIndexView | null, comparable = true): OverviewView {
  return {
    quarter,
    previous: previous && { ...previous, comparable },
    dimensions: [
      dimension('Koordynacja', 'Coordination', 64.2),
      dimension('Powszechność', 'Openness', 53.4),
      dimension('Dobra wiara', 'Good faith', 34.3),
    ],
    indicators: [indicator('PR1', 9), indicator('PR2', 4, 5), indicator('TR1', 0, 9)],
  } as unknown as OverviewView;
}
const says = (one: OverviewView, speech = POLISH) => plain(overviewSentence(one, speech));

describe('quarters', () => {
  it('are numbers of which neighbours differ by one', () => {
    expect(quarterNumber('2026-Q1') - quarterNumber('2025-Q4')).toBe(1);
    expect(quarterName(quarterNumber('2026-Q3'))).toBe('2026-Q3');
    expect(quarterOfDay('2026-03-31')).toBe('2026-Q1');
    expect(quarterOfDay('2026-04-01')).toBe('2026-Q2');
  });

  it('have their cases in Polish and one name in English', () => {
    const polish = quarterNames('pl');
    expect(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((one) => plain(polish.short(one)))).toEqual([
      'I kw. 2026',
      'II kw. 2026',
      'III kw. 2026',
      'IV kw. 2026',
    ]);
    expect(plain(polish.long('2026-Q3'))).toBe('III kwartał 2026 r.');
    expect(plain(polish.of('2026-Q3'))).toBe('III kwartału 2026 r.');
    expect(plain(polish.inIt('2026-Q3'))).toBe('III kwartale 2026 r.');
    expect(plain(polish.inItAfter('2026-Q2', '2026-Q3'))).toBe('II kwartale');
    expect(plain(polish.inItAfter('2025-Q4', '2026-Q1'))).toBe('IV kwartale 2025 r.');
    expect(polish.short('2026-Q3')).not.toContain(' ');
    expect(plain(quarterNames('en').inIt('2026-Q3'))).toBe('Q3 2026');
  });

  it('open where none is named as the server takes it: the last that has ended', () => {
    const meta = { method: '', snapshot: 1, as_of: '2026-11-23' };
    expect(defaultQuarter({ quarters: ['2026-Q4', '2026-Q3'], meta })).toBe('2026-Q3');
    expect(defaultQuarter({ quarters: ['2026-Q4'], meta })).toBe('2026-Q4');
  });
});

describe('the headline', () => {
  it('says index, change in shown tenths with both numbers and bases, and the weakest two', () => {
    // 56.64 and 62.51 are shown as 56.6 and 62.5: the shown difference is that of the shown numbers
    const one = view(period('2026-Q3', 56.64), period('2026-Q2', 62.51, 8));
    expect(says(one)).toBe(
      'W III kwartale 2026 r. skuteczność konsultacji wyniosła 57 na 100, o 5,9 pkt mniej niż w II kwartale (56,6 z 10 konsultacji wobec 62,5 z 8). Najsłabiej wypadły: dobra wiara (34) oraz powszechność (53).',
    );
    expect(says(one, ENGLISH)).toBe(
      'In Q3 2026 the effectiveness of consultations was 57 out of 100, 5.9 pts less than in Q2 2026 (56.6 from 10 consultations against 62.5 from 8). Weakest: good faith (34) and openness (53).',
    );
  });

  it('tells no difference where the quarters cannot be compared', () => {
    const one = view(period('2026-Q3', 56.6, 10), period('2026-Q2', 62.5, 4), false);
    expect(says(one)).toBe(
      'W III kwartale 2026 r. skuteczność konsultacji wyniosła 57 na 100. Najsłabiej wypadły: dobra wiara (34) oraz powszechność (53).',
    );
  });

  it.each([
    [60, ', o 2,0 pkt więcej niż w IV kwartale 2025 r. ('],
    [58.04, ', tyle samo co w IV kwartale 2025 r. ('],
  ])('compares %d with the quarter before over the turn of a year', (index, part) => {
    expect(says(view(period('2026-Q1', index), period('2025-Q4', 58)))).toContain(part);
  });

  it('never claims that a change means something', () => {
    const said = says(view(period('2026-Q3', 90), period('2026-Q2', 20)));
    expect(said).not.toMatch(/istotn|poprawa|wzrost|spadek/);
  });

  it('says that there is nothing to compare with', () => {
    expect(says(view(period('2026-Q3', 57), null))).toContain('; w II kwartale nie zamknęły się żadne');
    expect(says(view(period('2026-Q3', 57), period('2026-Q2', null)))).toContain(
      '; II kwartału nie dało się ocenić.',
    );
  });

  it.each([
    [1, 'zamknęła się tylko 1 konsultacja, a indeks wymaga co najmniej 3'],
    [2, 'zamknęły się tylko 2 konsultacje, a indeks wymaga co najmniej 3'],
    [9, 'dość danych jest o 2 z 5 wymiarów, a indeks wymaga co najmniej 6'],
  ])('says why %d consultations give no index, and what is known', (n, why) => {
    expect(says(view(period('2025-Q4', null, n), null))).toBe(
      `Nie da się ocenić IV kwartału 2025 r.: ${why}; wiadomo tylko: PR1 dla 9 z 9 (miara PR1), PR2 dla 4 z 9 (miara PR2).`,
    );
  });

  it.each([
    [6, null, 'nie wiadomo dość o wymiarze Przewidywalność i czas, bez którego nie ma indeksu'],
    [3, null, 'dość danych jest o 3 z 5 wymiarów, a indeks wymaga co najmniej 6'],
    [3, 71, 'dość danych jest o 3 z 5 wymiarów, a indeks wymaga co najmniej 6'],
  ])('names the dimension without which %d known ones give no index', (known, score, why) => {
    const one = view({ ...period('2025-Q4', null), dimensions_observed: known }, null);
    const needed = { ...dimension('Przewidywalność i czas', 'Predictability and time', score), code: 'D6' };
    const whole = { ...one, dimensions: [...one.dimensions, needed] };
    expect(says(whole)).toContain(`Nie da się ocenić IV kwartału 2025 r.: ${why}; wiadomo tylko`);
    if (known === 6)
      expect(says(whole, ENGLISH)).toContain(
        'Q4 2025 cannot be scored: too little is on record about the dimension Predictability and time, without which there is no index; known only',
      );
  });

  it('names nothing of the authority as known of consultations', () => {
    const one = view(period('2025-Q4', null), null);
    const capacity = { ...indicator('CA1', 1), level: 'city' } as OverviewView['indicators'][number];
    expect(says({ ...one, indicators: [...one.indicators, capacity] })).toBe(says(one));
  });

  it('says when nothing at all is known', () => {
    const one = { ...view(period('2025-Q4', null), null), indicators: [] };
    expect(says(one)).toContain('; nie odnotowano niczego, co wskaźniki mierzą.');
  });
});

describe('the trend', () => {
  const trend = [
    period('2025-Q4', 60),
    period('2026-Q2', 62),
    period('2026-Q3', 57, 10, true),
    period('2026-Q4', null, 2, true),
  ];

  it('does not skip a quarter in which nothing closed', () => {
    expect(trendPoints(trend).map(({ quarter, index }) => [quarter, index])).toEqual([
      ['2025-Q4', 60],
      ['2026-Q1', null],
      ['2026-Q2', 62],
      ['2026-Q3', 57],
      ['2026-Q4', null],
    ]);
  });

  it('draws a provisional quarter apart, from the final one before it, and no bounds without an index', () => {
    const points = trendPoints(trend);
    expect(points.map(({ final }) => final)).toEqual([60, null, 62, null, null]);
    expect(points.map(({ provisional }) => provisional)).toEqual([null, null, 62, 57, null]);
    expect(points.map(({ band }) => band)).toEqual([[59, 62], null, [61, 64], [56, 59], null]);
  });

  it('has an axis of tens around all that is drawn', () => {
    expect(trendDomain(trendPoints(trend))).toEqual([50, 70]);
    expect(trendDomain(trendPoints([period('2026-Q1', 95)]))).toEqual([80, 100]);
    expect(trendTicks([50, 70])).toEqual([50, 60, 70]);
    expect(trendTicks([0, 100])).toEqual([0, 20, 40, 60, 80, 100]);
    expect(namedQuarters(trendPoints(trend), 3)).toEqual(['2025-Q4', '2026-Q2', '2026-Q4']);
  });
});

describe('the waterfall', () => {
  const dimensions = [
    { code: 'D1', shown: -2.4 },
    { code: 'D2', shown: -5.3 },
    { code: 'D3', shown: -1.4 },
    { code: 'D5', shown: -7.4 },
    { code: 'D6', shown: null },
  ] as Parameters<typeof stepsOf>[0]['dimensions'];

  it('falls from 100 to the shown index, the greatest loss first, without a stray digit', () => {
    expect(stepsOf({ index: 83.52, dimensions })).toEqual([
      { code: 'D5', from: 100, to: 92.6, points: -7.4 },
      { code: 'D2', from: 92.6, to: 87.3, points: -5.3 },
      { code: 'D1', from: 87.3, to: 84.9, points: -2.4 },
      { code: 'D3', from: 84.9, to: 83.5, points: -1.4 },
    ]);
    expect(stepsOf({ index: null, dimensions })).toEqual([]);
  });

  it('begins its axis at the tens below the index', () => {
    expect([waterfallDomain(83.5), waterfallDomain(99.3), waterfallDomain(7)]).toEqual([
      [80, 100],
      [90, 100],
      [0, 100],
    ]);
  });
});

describe('figures', () => {
  const { measure, signed, range, share } = figures(POLISH.formats, pl);
  const unit = (polish: string, english: string) => ({ pl: polish, en: english });

  it.each([
    [10.3, unit('dni', 'days'), '10,3 dnia'],
    [1, unit('dni', 'days'), '1 dzień'],
    [22, unit('dni', 'days'), '22 dni'],
    [2.8, unit('formy', 'forms'), '2,8 formy'],
    [5, unit('formy', 'forms'), '5 form'],
    [46.666, unit('%', '%'), '46,7%'],
    [1.2847, unit('krotność', 'ratio'), '1,28×'],
    [40, unit('pkt', 'points'), '40 pkt'],
  ])('writes %d with its unit as "%s"', (x, of, said) => {
    expect(plain(measure(x, of))).toBe(said);
  });

  it('never rounds a score into a grade that it has not', () => {
    const { score } = figures(POLISH.formats, pl);
    expect([64.6, 64.97, 65, 65.4, 34.5, 79.988, 63.6].map(score)).toEqual([
      '64,6',
      '64,9',
      '65',
      '65',
      '34,5',
      '79,9',
      '64',
    ]);
  });

  it('writes signs, ranges and shares as the house does', () => {
    expect([signed(-2.44), signed(2.4), signed(-0.01)]).toEqual(['\u22122,4', '+2,4', '0,0']);
    expect([range(55.9, 57.6), range(58.1, 58.3)]).toEqual(['56–58', '58']);
    expect(share(0.95)).toBe('95%');
  });
});
