import { kish } from './kish';

it('says how many rows of equal weight would say as much', () => {
  // (1+1+2)² / (1+1+4) = 16/6
  expect(kish([1, 1, 2])).toEqual({ n: 3, sum_w: 4, sum_w2: 6, n_eff: 16 / 6, deff_w: 3 / (16 / 6) });
  expect(kish([7, 7, 7])).toMatchObject({ n_eff: 3, deff_w: 1 });
});

it('is not known without any weight', () => {
  expect(kish([])).toEqual({ n: 0, sum_w: 0, sum_w2: 0, n_eff: null, deff_w: null });
  expect(kish([0, 0])).toMatchObject({ n_eff: null, deff_w: null });
});
