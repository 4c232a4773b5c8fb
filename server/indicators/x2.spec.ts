import fc from 'fast-check';
import { contributions, measure } from '../testing/measure';
import { X2 } from './x2';

/** Each contributor with as many contributions as told. */
const by = (...counts: number[]) =>
  contributions(...counts.map((n, i): [number, { person: string }] => [n, { person: `p${i}` }]));
const of = (contribution: ReturnType<typeof by>) => measure(X2, {}, { contribution });

describe('X2', () => {
  it('is the number of equal contributors that would make the same concentration', async () => {
    // shares 0.7, 0.1, 0.1, 0.1: 1 / (0.49 + 0.03)
    const found = await of(by(7, 1, 1, 1));
    expect(found).toMatchObject({ status: 'observed', score: null });
    expect(found.x).toBeCloseTo(1 / 0.52, 12);
    expect(await of(by(5))).toMatchObject({ x: 1 });
  });

  it('is that of contributors where all spoke as often, and never more', async () => {
    expect((await of(by(3, 3, 3, 3))).x).toBeCloseTo(4, 12);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        async (drawn) => {
          const { x } = await of(by(...drawn));
          const all = drawn.reduce((sum, n) => sum + n, 0);
          expect(x).toBeCloseTo(1 / drawn.reduce((sum, n) => sum + (n / all) ** 2, 0), 9);
          expect(x).toBeLessThanOrEqual(drawn.length + 1e-9);
        },
      ),
      { numRuns: propertyRuns(8) },
    );
  });

  it('leaves out what does not count, and is missing where more than a third has no key', async () => {
    const late = contributions([5, { person: 'p9', late: 'yes' }]).map((row, i) => ({
      ...row,
      code: `L${i}`,
    }));
    expect(await of([...by(2, 2), ...late])).toMatchObject({ x: 2 });
    const unkeyed = (n: number) => contributions([n, {}]).map((row, i) => ({ ...row, code: `N${i}` }));
    expect(await of([...by(2, 2), ...unkeyed(2)])).toMatchObject({ status: 'observed', x: 2 });
    expect(await of([...by(2, 2), ...unkeyed(3)])).toMatchObject({ status: 'missing', x: null });
    expect((await of([])).status).toBe('missing');
    expect((await of(late)).status).toBe('not_applicable');
  });
});
