import { kaplanMeier, type Waited } from './kaplan-meier';

/** Times; a case that still waits is negative. */
const cases = (...times: number[]): Waited[] =>
  times.map((time) => ({ time: Math.abs(time), happened: time > 0 }));

it('reproduces the maintained group of aml (Miller 1997; R survival)', () => {
  const found = kaplanMeier(cases(9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161));
  expect(found).toMatchObject({ n: 11, events: 7, q25: 18, median: 31, q75: 48 });
  // R: print(survfit(Surv(time, status) ~ x, data = aml)) gives 31 with 18 and NA
  expect([found.median_low, found.median_high]).toEqual([18, null]);
  expect(found.curve.slice(0, 4).map(({ n_risk, n_event }) => [n_risk, n_event])).toEqual([
    [11, 1],
    [10, 2 - 1],
    [8, 1],
    [7, 1],
  ]);
  // 10/11 * 9/10 * 7/8
  expect(found.curve[2]!.surv).toBeCloseTo((10 / 11) * (9 / 10) * (7 / 8), 12);
  // Greenwood: S √(1/(11*10) + 1/(10*9) + 1/(8*7))
  expect(found.curve[2]!.se_greenwood).toBeCloseTo(0.139664970557228, 12);
});

it('does not take for short what has not ended', () => {
  // the answered alone have the median 23
  expect(kaplanMeier(cases(9, 13, 18, 23, 31, 34, 48)).median).toBe(23);
});

it('takes the middle of a step that equals the level', () => {
  expect(kaplanMeier(cases(1, 2, 6, 8))).toMatchObject({ q25: 1.5, median: 4, q75: 7 });
  // it equals the level and never falls below it: the beginning of the step
  expect(kaplanMeier(cases(1, 2, -6, -8))).toMatchObject({ median: 2, q75: null });
});

it('is not known where it was not reached, and of no cases', () => {
  // S = 2/3 to the end; its lower band 2/3 exp(-1.96 √(1/6)) = 0.30 is below a half from the first
  expect(kaplanMeier(cases(5, -6, -7))).toMatchObject({ median: null, median_low: 5, median_high: null });
  expect(kaplanMeier([])).toEqual({
    n: 0,
    events: 0,
    q25: null,
    median: null,
    q75: null,
    median_low: null,
    median_high: null,
    curve: [],
  });
  // once nobody is left there is no band
  const single = kaplanMeier(cases(5));
  expect(single).toMatchObject({ median: 5, median_low: null, median_high: null });
  expect(single.curve).toEqual([{ time: 5, n_risk: 1, n_event: 1, surv: 0, se_greenwood: null }]);
});

it('refuses what is no time', () => {
  expect(() => kaplanMeier([{ time: -1, happened: true }])).toThrow('a time is -1');
  expect(() => kaplanMeier([{ time: Number.NaN, happened: false }])).toThrow('a time is NaN');
});
