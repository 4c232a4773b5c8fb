import { contributions, measure } from '../testing/measure';
import type { Given, Records } from '../testing/records';
import { OP1 } from './op1';

const persons = (from: number, to: number): Given[] =>
  Array.from({ length: to - from }, (_, i) => ({ person: `p${from + i}` }));
const ten = (list: Given[]) => contributions(...list.map((given): [number, Given] => [1, given]));
const of = (consultation: Given, records: Records) =>
  measure(OP1, { target_population: 10_000, ...consultation }, records);

it('counts everyone once, by however many channels they came', async () => {
  const participant = persons(5, 15).map((given, i) => ({ code: `L${i}`, consultation: 'K', ...given }));
  // persons 0-9 wrote, twice each, 5-14 came: 15 of 10,000 are 1.5 of 1,000
  const found = await of({}, { contribution: ten([...persons(0, 10), ...persons(0, 10)]), participant });
  expect(found).toEqual({
    status: 'observed',
    x: expect.closeTo(0.176091259, 9),
    score: expect.closeTo(58.804563, 6),
  });
});

it('stands at the ends for one in ten thousand and for one in a hundred', async () => {
  const reach = (count: number) => of({}, { contribution: ten(persons(0, count)) });
  expect(await reach(1)).toMatchObject({ x: -1, score: 0 });
  expect((await reach(100)).score).toBeCloseTo(100, 9);
  expect((await reach(200)).score).toBe(100);
});

it('counts organisations among the registered ones where it is for organisations', async () => {
  const contribution = ten(['O1', 'O2', 'O1', null].map((organisation) => ({ organisation })));
  const organisation = Array.from({ length: 100 }, (_, i) => ({ code: `O${i}`, name_pl: `O${i}` }));
  const found = await of(
    { addressee: 'organisations', target_population: null },
    { contribution, organisation },
  );
  // 20 of 1,000, between 5 and 200: log 4 / log 40
  expect(found).toEqual({
    status: 'observed',
    x: expect.closeTo(Math.log10(20), 9),
    score: expect.closeTo(37.5803, 3),
  });
});

it.each<[string, Given, Given[]]>([
  ['the number of addressees is not recorded', { target_population: null }, persons(0, 5)],
  ['nobody has a key', {}, [{ person: null }]],
  ['nobody is on record', {}, []],
  ['it is the number of a later year', { target_population_as_of: '2026-01-01' }, persons(0, 5)],
])('is missing where %s', async (_what, consultation, list) => {
  const found = await of(consultation, { contribution: ten(list) });
  expect(found).toEqual({ status: 'missing', x: null, score: null });
});
