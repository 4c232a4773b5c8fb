import type { Tolerance } from './golden-case';

/** A figure that is not what it should be. */
export interface Difference {
  /** Where in the result: `low`, `values.AFG.Index`, `curve.0.surv`. */
  key: string;
  expected: unknown;
  got: unknown;
}

const LEAST = 1e-9;

/** Everything expected that the result lacks or has otherwise; keys that are not expected do not matter. */
export function differences(expected: unknown, got: unknown, tolerance: Tolerance, key = ''): Difference[] {
  if (expected === null || typeof expected !== 'object')
    return isSame(expected, got, tolerance) ? [] : [{ key, expected, got }];
  if (got === null || typeof got !== 'object' || Array.isArray(expected) !== Array.isArray(got))
    return [{ key, expected, got }];
  const inner = (name: string) => (key === '' ? name : `${key}.${name}`);
  if (Array.isArray(expected) && expected.length !== (got as unknown[]).length)
    return [{ key: inner('length'), expected: expected.length, got: (got as unknown[]).length }];
  return Object.entries(expected).flatMap(([name, value]) =>
    differences(value, (got as Record<string, unknown>)[name], tolerance, inner(name)),
  );
}

function isSame(expected: unknown, got: unknown, tolerance: Tolerance): boolean {
  if (typeof expected !== 'number' || typeof got !== 'number') return expected === got;
  const allowed = 'abs' in tolerance ? tolerance.abs : Math.max(tolerance.rel * Math.abs(expected), LEAST);
  return Math.abs(got - expected) <= allowed;
}
