import { judgedColumns } from '../../columns';
import { rungsOf, stepOf } from './answer-words';
import { bandWithin } from './attributes';
import { isNoAnswer, noAnswerNumbers } from './dont-know';
import { headerParts } from './header-words';
import { itemsOf } from './items';
import { surveyProposal } from './proposal';
import { separatorOf } from './several';
import { wordScale } from './word-scale';

/** The items of a file whose columns are given by name; every list is as long as the longest. */
const items = (columns: Record<string, string[]>, isWhole = true) => {
  const longest = Math.max(...Object.values(columns).map((cells) => cells.length));
  const rows = Array.from({ length: longest }, (_, row) =>
    Object.values(columns).map((cells) => cells[row] ?? ''),
  );
  const judged = judgedColumns(Object.keys(columns), rows, []);
  return Object.fromEntries(itemsOf(judged, ',', isWhole).map(({ column, item }) => [column.name, item]));
};
const times = (count: number, ...cells: string[]) => Array.from({ length: count }, () => cells).flat();

it.each([
  ['Zdecydowanie się nie zgadzam', 'agree', -3],
  ['Raczej nie zgadzam się', 'agree', -1],
  ['zgadzam się zdecydowanie', 'agree', 3],
  ['Strongly disagree', 'agree', -3],
  ['Bardzo niezadowolony(-a)', 'satisfied', -3],
  ['nie jestem zadowolona', 'satisfied', -2],
  ['Very satisfied', 'satisfied', 3],
  ['ZDECYDOWANIE TAK', 'yes', 3],
  ['zawsze', 'often', 3],
  ['Never', 'often', -3],
  ['Ani się zgadzam, ani nie zgadzam', '', 0],
  ['Neither agree nor disagree', '', 0],
])('knows the place of “%s”', (word, family, level) => {
  expect(stepOf(word)).toEqual({ family, level });
});

it('knows no place for what is no word of a scale', () => {
  expect(['Rower', 'Agreement', 'nie wiem', 'very'].map(stepOf)).toEqual([null, null, null, null]);
});

it.each([
  [
    [
      'Zgadzam się',
      'Zdecydowanie się nie zgadzam',
      'Nie zgadzam się',
      'Nie mam zdania',
      'Zdecydowanie się zgadzam',
    ],
    'likert5',
    [1, 2, 4, 5, null],
    true,
  ],
  [['zawsze', 'często', 'czasami', 'rzadko', 'nigdy'], 'likert5', [1, 2, 3, 4, 5], false],
  [
    ['nie', 'raczej nie', 'zdecydowanie nie', 'ani tak, ani nie', 'raczej tak', 'tak', 'zdecydowanie tak'],
    'likert7',
    [1, 2, 3, 4, 5, 6, 7],
    false,
  ],
  // the strongest word of a side is its end, whatever it is called
  [
    ['disagree', 'somewhat disagree', 'neutral', 'somewhat agree', 'agree'],
    'likert5',
    [1, 2, 3, 4, 5],
    false,
  ],
  // a step that nobody chose leaves its place empty
  [['nie', 'raczej tak', 'tak'], 'likert5', [1, 4, 5], true],
  [['zdecydowanie nie', 'nie', 'tak'], 'likert5', [1, 2, 4], true],
  [['źle', 'średnio', 'dobrze'], 'single', [1, 2, 3], false],
])('puts words in their order: %j', (words, scale, codes, hasNoMiddle) => {
  const found = wordScale(words as string[])!;
  expect([found.scale, Object.values(found.codes), found.hasNoMiddle]).toEqual([scale, codes, hasNoMiddle]);
});

it('takes numbers below nought for answers where they mirror those above', () => {
  expect(noAnswerNumbers([-2, -1, 0, 1, 2])).toEqual([]);
  expect(noAnswerNumbers([3, -3, 2, -2, 1, -1])).toEqual([]);
  expect(noAnswerNumbers([-2, 0, 1, 2])).toEqual([-2]);
  expect(noAnswerNumbers([-1, 0, 1])).toEqual([-1]);
  const { P1 } = items({ P1: times(6, '-2', '-1', '0', '1', '2'), P2: times(6, '2', '1', '0', '-1', '-2') });
  expect(P1).toEqual({ scale: 'number' });
});

it('knows ladders without two sides, and words that only begin like one', () => {
  const rungs = ['Not at all important', 'Very important', 'Slightly important'];
  expect([...rungsOf(rungs)!.values()]).toEqual([1, 4, 2]);
  expect(rungsOf(['Poor', 'Fair', 'Bicycle'])).toBeNull();
});

it('gives every question of a block the codes of the whole block', () => {
  const found = items({
    P1: times(4, 'raczej tak', 'zdecydowanie nie', 'ani tak, ani nie'),
    P2: times(6, 'raczej nie', 'zdecydowanie tak'),
  });
  expect(found['P1']).toEqual({
    scale: 'likert5',
    codes: {
      'zdecydowanie nie': 1,
      'raczej nie': 2,
      'ani tak, ani nie': 3,
      'raczej tak': 4,
      'zdecydowanie tak': 5,
    },
  });
  expect(found['P2']).toEqual(found['P1']);
});

describe('numbers', () => {
  it.each([
    [['1', '2', '3', '4', '5'], { scale: 'likert5' }],
    [['2', '3', '4', '5', '7'], { scale: 'likert7' }],
    [['0', '3', '7', '10', '9'], { scale: 'likert0_10' }],
    [['1', '2', '3', '4', '5', '9'], { scale: 'likert5', codes: { 9: null } }],
    [['1', '3', '4', '5', '-1', '99'], { scale: 'likert5', codes: { 99: null, '-1': null } }],
    [['0', '4', '7', '10', '88'], { scale: 'likert0_10', codes: { 88: null } }],
    [['1', '2', '4', '7', 'nie wiem'], { scale: 'likert7', codes: { 'nie wiem': null } }],
    [
      ['1 - wcale', '2', '3', '4', '5 - bardzo'],
      { scale: 'likert5', codes: { '1 - wcale': 1, '5 - bardzo': 5 } },
    ],
    [['0', '1'], { scale: 'bool' }],
    [['1,5', '2', '3'], { scale: 'number' }],
    [['12', '40', '77'], { scale: 'number' }],
    // alone it may be a count
    [['0', '1', '2', '3', '4', '6'], { scale: 'number' }],
    [['0', '1', '2', '3', '9'], { scale: 'number' }],
  ])('%j is %j', (cells, item) => {
    expect(items({ P1: times(3, ...cells) })['P1']).toEqual(item);
  });

  it('keep their scale beside a slip here and there, which is pointed out', () => {
    const remarks = (cells: string[]) => {
      const [one] = itemsOf(
        judgedColumns(
          ['P1'],
          cells.map((cell) => [cell]),
          [],
        ),
        ',',
        true,
      );
      return [
        one!.item,
        one!.remarks.map(({ rule, message }) => [rule, message.en.split(':')[1]?.split(';')[0]]),
      ];
    };
    const block = times(10, '1', '2', '3', '4', '5');
    expect(remarks([...block, 'jutro'])).toEqual([{ scale: 'likert5' }, [['stray_answers', ' jutro']]]);
    expect(remarks([...times(10, '1', '2', '4', '5', '3'), '12'])).toEqual([{ scale: 'number' }, []]);
    expect(remarks([...times(20, '1', '2', '3'), '7'])).toEqual([
      { scale: 'number' },
      [['stray_answers', ' 7']],
    ]);
    // more than a slip: words are answers, and so is a rare step of eleven
    expect(remarks([...block, 'jutro', 'pojutrze', 'kiedyś'])[0]).not.toEqual({ scale: 'likert5' });
    expect(remarks([...times(10, '0', '1', '2', '3', '4', '5'), '10'])).toEqual([
      { scale: 'likert0_10' },
      [],
    ]);
  });

  it('take ends that another question has too, and the scale beside them that has room for them', () => {
    const found = items({
      A: times(3, '0', '6', '3'),
      B: times(3, '0', '2', '6'),
      C: times(3, '1', '4', '2'),
      'Liczba dzieci': times(3, '0', '1', '2'),
      D: times(3, '1', '5', '3'),
      E: times(3, '1', '4', '3'),
    });
    const six = { scale: 'number', min: 0, max: 6 };
    expect([found['A'], found['B'], found['C'], found['E']]).toEqual([six, six, six, { scale: 'likert5' }]);
    expect(found['Liczba dzieci']).toEqual({ scale: 'number' });
  });

  it('beside a scale are no answer only where they stand apart from it', () => {
    expect(noAnswerNumbers([1, 2, 3, 4, 5, 8, 9])).toEqual([8, 9]);
    expect(noAnswerNumbers([1, 5, 6, 7, 8, 9])).toEqual([]);
    expect(noAnswerNumbers([0, 5, 10, 98, 99, -9])).toEqual([98, 99, -9]);
    expect(noAnswerNumbers([17, 40, 88, 99])).toEqual([]);
  });
});

describe('choices', () => {
  it.each([
    ['; ', ['rower; autobus', 'rower', 'pieszo; rower', 'autobus; pieszo']],
    [', ', ['rower, autobus', 'rower', 'pieszo, rower', 'autobus, pieszo']],
    [';', ['rower;autobus', 'pieszo;rower', 'autobus;pieszo']],
    // commas inside of options never change places
    [null, ['Ekonomiczne, biznesowe', 'Ścisłe, techniczne', 'Medyczne, przyrodnicze']],
    [null, ['Yes, all of it', 'Yes, but less', 'No, thanks']],
    [null, ['Więcej zieleni, mniej aut', 'Tak, ale nie teraz', 'Nie mam uwag, dziękuję']],
  ])('set apart by %j: %j', (split, cells) => {
    expect(separatorOf({ counts: new Map(cells.map((cell) => [cell, 5])) })).toBe(split);
  });

  it('of one word are single, with what answers nothing where all words are known', () => {
    const cells = times(5, 'rower', 'auto', 'Nie dotyczy');
    expect(items({ P: cells })['P']).toEqual({
      scale: 'single',
      codes: { auto: 1, rower: 2, 'Nie dotyczy': null },
    });
    expect(items({ P: cells }, false)['P']).toEqual({ scale: 'single' });
    expect(items({ P: times(3, 'tak', 'nie', 'nie wiem') })['P']).toEqual({
      scale: 'bool',
      codes: { 'nie wiem': null },
    });
    expect(items({ P: ['a b', 'c d', 'e f'] })['P']).toEqual({ scale: 'text' });
  });
});

it('knows answers that are none in both languages', () => {
  expect(['Nie wiem', 'trudno powiedzieć', 'N/A', "Don't know", 'n.d.'].map(isNoAnswer)).toEqual(
    times(5, true as never),
  );
  expect(['nie', 'Not sure we need it', 'Nie wiem, co to znaczy'].map(isNoAnswer)).toEqual([
    false,
    false,
    false,
  ]);
});

it('puts bands of ages into ours only whole', () => {
  expect(
    [
      '18-24',
      '25–39 lat',
      '40 do 59',
      'do 17 lat',
      'under 18',
      '75+',
      'powyżej 75',
      '75 lat i więcej',
      '60_74',
    ].map(bandWithin),
  ).toEqual(['18_24', '25_39', '40_59', 'u17', 'u17', '75_plus', '75_plus', '75_plus', '60_74']);
  expect(['18-29', '65+', 'dorosły', '35-44'].map(bandWithin)).toEqual([null, null, null, null]);
});

it('reads what a header asks for', () => {
  expect(headerParts('Proszę podać wiek')).toContain('wiek');
  expect(headerParts('Jaka jest Pana/Pani płeć?')).toContain('plec');
  expect(headerParts('submitdate. Date submitted')).toEqual(
    expect.arrayContaining(['submitdate', 'date submitted']),
  );
});

it('reads headers of brackets alone and long ones once', () => {
  for (const header of ['('.repeat(30_000), 'a'.repeat(30_000), 'a. '.repeat(10_000)]) {
    const columns = judgedColumns(
      [header, 'P'],
      times(6, '1', '5', '3').map((cell) => [cell, cell]),
      [],
    );
    expect(surveyProposal(columns, ',', true)!.mapping.items.columns[header]).toEqual({ scale: 'likert5' });
  }
});
