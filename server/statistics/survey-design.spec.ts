import { degreesOfFreedom, surveyDesign } from './survey-design';

it('counts primary sampling units and strata', () => {
  const design = surveyDesign({
    weights: [1, 1, 1, 1, 1],
    strata: ['a', 'a', 'a', 'b', 'b'],
    // the unit “2” of b is not the unit “2” of a
    psu: ['1', '1', '2', '2', '3'],
    fpc: [4, 4, 4, 8, 8],
  });
  expect([...design.psu]).toEqual([0, 0, 1, 2, 3]);
  expect([...design.stratum]).toEqual([0, 0, 1, 1]);
  expect([...design.drawn]).toEqual([2, 2]);
  expect([...design.fraction]).toEqual([0.5, 0.25]);
  expect(degreesOfFreedom(design)).toBe(2);
});

it('takes every row for a unit of one stratum where nothing else is said', () => {
  const design = surveyDesign({ weights: [2, 3, 4] });
  expect([[...design.psu], [...design.drawn], [...design.fraction]]).toEqual([[0, 1, 2], [3], [0]]);
  expect(degreesOfFreedom(design)).toBe(2);
  expect(degreesOfFreedom(surveyDesign({ weights: [] }))).toBe(0);
});

it.each([
  [{ weights: [1, null] }, 'the weight of row 2 is null'],
  [{ weights: [1, -1] }, 'the weight of row 2 is -1'],
  [{ weights: [Number.NaN] }, 'the weight of row 1 is NaN'],
  [{ weights: [1, 1], strata: ['a'] }, '2 weights and 1 values of strata'],
  [{ weights: [1, 1], strata: ['a', null] }, 'strata is missing in row 2'],
  [{ weights: [1, 1], psu: [null, 'a'] }, 'psu is missing in row 1'],
  [{ weights: [1, 1], fpc: [9, 8] }, 'fpc is 8 in stratum “”, row 2, and 9 before'],
  [{ weights: [1, 1], fpc: [1, 1] }, 'fpc is 1 in stratum “”, row 1; 2 units were drawn there'],
  [{ weights: [1, 1], fpc: [2, null] }, 'fpc is null in stratum “”, row 2'],
])('refuses %j', (columns, sentence) => {
  expect(() => surveyDesign(columns)).toThrow(sentence);
});
