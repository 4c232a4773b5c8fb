import { type Answered, blocksOf, correlationOf, isDenied, reversals } from './reversed';

/** Answers from 1 to 5 that follow one opinion, with noise that is the same in every run. */
const opinion = (row: number) => (row * 7) % 5;
const item = (name: string, direction: number, rows = 60, scale = 'likert5'): Answered => ({
  name,
  scale,
  answers: Array.from({ length: rows }, (_, row) => {
    const noise = ((row * 31 + name.length * 17) % 3) - 1;
    const answer = 3 + direction * (opinion(row) - 2) + noise;
    return Math.min(5, Math.max(1, answer));
  }),
});
const found = (items: (Answered | null)[]) => reversals(items).map(({ name, rule }) => [name, rule]);

it('proposes the question that runs against its block', () => {
  const block = [item('A1', 1), item('A22', -1), item('A333', 1), item('A4444', 1)];
  expect(found(block)).toEqual([['A22', 'reversed_proposed']]);
  const [reversal] = reversals(block);
  expect(reversal!.reason.pl).toMatch(
    /^korelacja z sumą pozostałych pytań −0,\d\d w kompletnych wierszach \(60\)$/,
  );
  expect(reversal!.reason.en).toMatch(/^correlation with the sum of the other questions −0\.\d\d/);
});

it('finds several of them, and takes what most questions say for the direction', () => {
  expect(
    found([item('B1', -1), item('B22', 1), item('B333', -1), item('B4444', -1), item('B55555', 1)]),
  ).toEqual([
    ['B22', 'reversed_proposed'],
    ['B55555', 'reversed_proposed'],
  ]);
  expect(found([item('N1', -1), item('N22', -1), item('N333', -1)])).toEqual([]);
});

it('does not propose by few rows, but points out', () => {
  const block = (rows: number) => [item('A1', 1, rows), item('A22', -1, rows), item('A333', 1, rows)];
  expect(found(block(20))).toContainEqual(['A22', 'reversed_unmarked']);
  expect(found(block(20)).map(([, rule]) => rule)).not.toContain('reversed_proposed');
  expect(found(block(9))).toEqual([]);
  expect(found(block(30))).toEqual([['A22', 'reversed_proposed']]);
});

it('counts only complete rows', () => {
  const block = [item('A1', 1), item('A22', -1), item('A333', 1)];
  for (let row = 0; row < 40; row++) block[2]!.answers[row] = null;
  expect(found(block).map(([, rule]) => rule)).not.toContain('reversed_proposed');
});

it('hears a question that denies where its block does not, unless the answers say otherwise', () => {
  const asked = (denied: Answered) => [
    item('Urząd słucha', 1),
    item('Urząd odpowiada na czas', 1),
    denied,
    item('Urząd pyta', 1),
  ];
  const name = 'Urząd nie liczy się z uwagami';
  expect(found(asked({ ...item(name, 1, 0), answers: [] }))).toEqual([[name, 'reversed_proposed']]);
  expect(found(asked(item(name, 1)))).toEqual([[name, 'reversed_unmarked']]);
  const [both] = reversals(asked(item(name, -1)));
  expect(both!.reason.pl).toMatch(/^korelacja .*; przeczy, a większość bloku nie przeczy$/);
  expect(isDenied('The office does not answer')).toBe(true);
  expect(isDenied('Notatka urzędu')).toBe(false);
});

it('makes blocks of questions side by side, on one scale, of one number series', () => {
  const names = (items: (Answered | null)[]) => blocksOf(items).map((block) => block.map(({ name }) => name));
  expect(names(['A1', 'A2', 'A3', 'B1', 'B2', 'B3'].map((name) => item(name, 1)))).toEqual([
    ['A1', 'A2', 'A3'],
    ['B1', 'B2', 'B3'],
  ]);
  expect(names([item('A1', 1), item('A2', 1), null, item('A3', 1)])).toEqual([]);
  expect(names([item('A1', 1), item('A2', 1), item('A3', 1, 60, 'likert7')])).toEqual([]);
  expect(names(['Jak / czas', 'Jak / miejsce', 'Jak / opis'].map((name) => item(name, 1)))).toHaveLength(1);
});

it('has no correlation where nothing changes', () => {
  expect(correlationOf([1, 1, 1], [1, 2, 3])).toEqual({ r: 0, rows: 3 });
  expect(correlationOf([1, 2, null], [2, 4, 9])).toEqual({ r: 1, rows: 2 });
});
