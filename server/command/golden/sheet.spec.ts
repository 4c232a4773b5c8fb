import { readSheet } from './sheet';

it('reads cells with and without quotes; an empty one is missing', () => {
  const text = '\uFEFF"a",b\r\n1,"x, ""y""\nz"\r\n,""\r\n';
  expect([...readSheet(text)]).toEqual([
    ['a', ['1', null]],
    ['b', ['x, "y"\nz', null]],
  ]);
});

it('needs no line break at the end', () => {
  expect([...readSheet('a\n1')]).toEqual([['a', ['1']]]);
  expect([...readSheet('a,b\n1,')]).toEqual([
    ['a', ['1']],
    ['b', [null]],
  ]);
  expect([...readSheet('')]).toEqual([]);
});

it.each([
  ['a,b\n1\n', 'line 2 has 1 cells, the header 2'],
  ['a\n"1\n2"\n"x', 'line 4 has a quote that does not close'],
  ['a\n"1"2\n', 'line 2 has a quote that does not close, or text beside one'],
])('refuses %j', (text, sentence) => {
  expect(() => readSheet(text)).toThrow(sentence);
});
