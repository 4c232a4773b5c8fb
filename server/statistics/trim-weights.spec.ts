import { trimWeights } from './trim-weights';

it('spreads what is cut over those inside, and keeps the sum', () => {
  // 10 is cut by 4: 1 each for the four others
  expect([...trimWeights([10, 1, 2, 3, 1], 1, 6)]).toEqual([6, 2, 3, 4, 2]);
  // 0 is lifted by 2: 1 less for the two others
  expect([...trimWeights([0, 4, 5], 2, 6)]).toEqual([2, 3, 4]);
});

it('goes on where spreading pushes one out', () => {
  // 5 6 3, then 5.5 5 3.5, then 5 5.25 3.75: what is over halves every time
  const trimmed = trimWeights([9, 4, 1], 0, 5);
  for (const [i, weight] of [5, 5, 4].entries()) expect(trimmed[i]).toBeCloseTo(weight, 9);
});

it('leaves alone what lies inside', () => {
  expect([...trimWeights([1, 2], 1, 2)]).toEqual([1, 2]);
  expect([...trimWeights([], 1, 2)]).toEqual([]);
});

it('refuses limits that no weights with this sum can keep', () => {
  expect(() => trimWeights([10, 3], 1, 5)).toThrow(
    '2 weights with the sum 13 cannot be kept between 1 and 5',
  );
  expect(() => trimWeights([1, 2], 2, 5)).toThrow('2 weights with the sum 3 cannot be kept between 2 and 5');
  // 5 and 5 would do, but nobody is inside to give and take
  expect(() => trimWeights([9, 1], 4, 6)).toThrow('cannot be kept between 4 and 6');
  expect(() => trimWeights([1], 5, 1)).toThrow('the limits of weights are 5 and 1');
  expect(() => trimWeights([1], Number.NaN, 1)).toThrow('the limits of weights are NaN and 1');
});
