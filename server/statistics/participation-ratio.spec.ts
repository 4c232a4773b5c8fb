import { participation } from './participation-ratio';

it('compares the rates of the categories of a population', () => {
  // rates 0.1, 0.8, 0.6, mean 0.5
  const found = participation({ a: 1, b: 80, c: 600 }, { a: 10, b: 100, c: 1000 });
  expect(found.rates).toEqual({ a: 0.1, b: 0.8, c: 0.6 });
  expect(found.min_max_ratio).toBeCloseTo(1 / 8, 12);
  expect(found.min_mean_ratio).toBeCloseTo(1 / 5, 12);
  // shares 1/681 80/681 600/681 of 10/1110 100/1110 1000/1110
  expect(found.proportional_similarity).toBeCloseTo(1 / 681 + 100 / 1110 + 600 / 681, 12);
});

it('leaves out who is of no category, and counts nobody as 0', () => {
  expect(participation({ a: 1, b: 1, c: 2 }, { a: 10, b: 10 })).toMatchObject({
    min_max_ratio: 1,
    proportional_similarity: 1,
  });
  expect(participation({ a: 1 }, { a: 10, b: 10 })).toMatchObject({
    rates: { a: 0.1, b: 0 },
    min_max_ratio: 0,
    min_mean_ratio: 0,
    proportional_similarity: 0.5,
  });
});

it('is not known where nobody of the population came, nor of a category without people', () => {
  const nothing = { min_max_ratio: null, min_mean_ratio: null, proportional_similarity: null };
  expect(participation({ a: 2 }, { c: 20 })).toEqual({ rates: { c: 0 }, ...nothing });
  expect(participation({ a: 2 }, {})).toEqual({ rates: {}, ...nothing });
  expect(participation({ a: 2, b: 1 }, { a: 4, b: 0 })).toMatchObject({
    rates: { a: 0.5, b: null },
    min_max_ratio: 1,
  });
});
