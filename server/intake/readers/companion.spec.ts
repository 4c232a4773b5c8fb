import { isSecondHeaderRow, toldApart } from './companion';

describe('columns that form tools call alike', () => {
  it('get the name of the question before them', () => {
    expect(toldApart(['lp', 'Pytanie 1', 'wartość', 'Pytanie 2'])).toEqual({
      names: ['lp', 'Pytanie 1', 'wartość', 'Pytanie 2'],
      unclear: null,
    });
    expect(
      toldApart(['lp', 'Pytanie 1', 'wartość', 'punkty', 'Pytanie 2', 'wartość', 'punkty']).names,
    ).toEqual([
      'lp',
      'Pytanie 1',
      'Pytanie 1 / wartość',
      'Pytanie 1 / punkty',
      'Pytanie 2',
      'Pytanie 2 / wartość',
      'Pytanie 2 / punkty',
    ]);
  });

  it.each([
    [['wartość', 'Pytanie', 'wartość']],
    [['Pytanie', 'wartość', 'wartość']],
    [['', 'wartość', 'Pytanie', 'wartość']],
  ])('are unclear without one: %j', (cells) => {
    expect(toldApart(cells)).toEqual({ names: cells, unclear: 'wartość' });
  });

  it('leaves questions that are asked twice as they are', () => {
    const asked = ['id', 'Dlaczego?', 'Czy tak?', 'Dlaczego?'];
    expect(toldApart(asked)).toEqual({ names: asked, unclear: null });
  });
});

describe('a second row of a header', () => {
  const below = [['1', '2', '3', '4']];
  it.each([
    [
      ['P1', '', 'P2', ''],
      ['wartość', 'punkty', 'wartość', 'punkty'],
    ],
    [
      ['P1', 'P2', 'P3', 'P4'],
      ['wartość', 'wartość', 'wartość', 'wartość'],
    ],
    [
      ['id', 'Jak?', '', 'Uwagi'],
      ['', 'Rower', 'Auto', 'Open-Ended Response'],
    ],
  ])('is certain: %j %j', (upper, second) => {
    expect(isSecondHeaderRow(upper, second, below)).toBe(true);
  });

  it.each([
    // words that may be values
    [['P1', '', 'P2', ''], ['X', 'Y', 'X', 'Y'], below],
    [['co', 'czego'], ['ocena', 'wynik'], below],
    [['P1', 'P2'], ['ocena', 'ocena'], [['ocena', 'zła']]],
    // the question above tells nothing apart
    [['P1', '', ''], ['wartość', 'wartość', 'punkty'], below],
    [['P1', '', 'P2', ''], ['wartość', '7', 'wartość', '8'], below],
  ])('is none: %j %j', (upper, second, rows) => {
    expect(isSecondHeaderRow(upper, second, rows)).toBe(false);
  });
});
