import { type Margin, rake } from './rake';

const margin = (name: string, categories: (string | null)[], totals: Record<string, number>): Margin => ({
  name,
  categories,
  totals,
});
const ROW = ['a', 'a', 'b', 'b'];
const COLUMN = ['x', 'y', 'x', 'y'];

it('makes an even table the product of its margins', () => {
  const raked = rake(
    [5, 5, 5, 5],
    [margin('row', ROW, { a: 30, b: 70 }), margin('column', COLUMN, { x: 60, y: 40 })],
  );
  for (const [i, cell] of [18, 12, 42, 28].entries()) expect(raked[i]).toBeCloseTo(cell, 10);
});

it('agrees with its margins and keeps the odds ratio', () => {
  const raked = rake(
    [8, 2, 3, 7],
    [margin('row', ROW, { a: 30, b: 70 }), margin('column', COLUMN, { x: 60, y: 40 })],
  );
  const [ax, ay, bx, by] = [...raked] as [number, number, number, number];
  expect([ax + ay, bx + by, ax + bx, ay + by].map((sum) => Math.round(sum * 1e9) / 1e9)).toEqual([
    30, 70, 60, 40,
  ]);
  expect((ax * by) / (ay * bx)).toBeCloseTo((8 * 7) / (2 * 3), 9);
});

it('post-stratifies to a single margin', () => {
  // a: 6 * 30/8, b: 7 / 10
  expect([...rake([6, 2, 3, 7], [margin('row', ROW, { a: 32, b: 5 })])]).toEqual([24, 8, 1.5, 3.5]);
});

it('keeps an empty cell empty, and the weights where there is no margin', () => {
  expect([...rake([0, 2, 3, 7], [margin('row', ROW, { a: 4, b: 10 })])]).toEqual([0, 4, 3, 7]);
  expect([...rake([1, 2], [])]).toEqual([1, 2]);
  expect([...rake([1, 2], [margin('row', ['a', 'b'], { a: 0, b: 3 })])]).toEqual([0, 3]);
});

it.each([
  [margin('row', ['a', null, 'b', 'b'], { a: 1, b: 1 }), 'row 2 has “null” in row; allowed: a, b'],
  [margin('row', ['a', 'c', 'b', 'b'], { a: 1, b: 1 }), 'row 2 has “c” in row; allowed: a, b'],
  [margin('row', ROW, { a: 1, b: 1, c: 9 }), 'nobody in the sample stands for “c”, of which there are 9'],
  [margin('row', ['a'], { a: 1 }), '4 weights and 1 categories of row'],
])('refuses %j', (one, sentence) => {
  expect(() => rake([1, 1, 1, 1], [one])).toThrow(sentence);
});

it('refuses margins that do not come together', () => {
  const margins = [margin('row', ROW, { a: 30, b: 70 }), margin('column', COLUMN, { x: 60, y: 50 })];
  expect(() => rake([1, 1, 1, 1], margins)).toThrow('raking to row, column does not come together');
});
