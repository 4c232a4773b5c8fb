/** How near a number must be: `abs` |got - expected| <= x, `rel` |got - expected| <= max(x |expected|, 1e-9). */
export type Tolerance = { abs: number } | { rel: number };

/** A reference case as it stands in cases.json. */
export interface GoldenCase {
  id: string;
  kind: string;
  /** Name of the CSV file beside cases.json; null where the values stand in the case. */
  data?: string | null;
  inline?: Record<string, unknown> | null;
  /** The column, or columns, of each role; null where the role is not used. */
  columns?: Record<string, string | string[] | null>;
  settings?: Record<string, unknown>;
  expected: Record<string, unknown>;
  tolerance: Tolerance;
}

/** The case itself is wrong: it is no word on the method. */
export class CaseError extends Error {}

/** The roles of a kind. Every case names the needed ones. */
export interface Roles {
  needed: readonly string[];
  optional?: readonly string[];
}

/** Throws `CaseError` where the form of a case, or its roles, are not those of its kind. */
export function checkCase(one: GoldenCase, roles: Roles): void {
  checkRoles(rolesOf(one), roles);
  if (Object.keys(one.expected ?? {}).length === 0) throw new CaseError('the case expects nothing');
  const [name = '', size] = Object.entries(one.tolerance ?? {})[0] ?? [];
  if (!['abs', 'rel'].includes(name) || !(Number(size) >= 0))
    throw new CaseError('the tolerance is none of {"abs": x}, {"rel": x}');
}

function checkRoles(given: Record<string, unknown>, { needed, optional = [] }: Roles): void {
  for (const role of needed)
    if ((given[role] ?? null) === null) throw new CaseError(`the role ${role} is missing`);
  const known = [...needed, ...optional];
  for (const role of Object.keys(given))
    if (!known.includes(role))
      throw new CaseError(`the role ${role} is not known; allowed: ${known.join(', ')}`);
}

/** What a case says of each role: a column of the file, or the values themselves. Throws `CaseError` without either. */
export function rolesOf({ data, inline, columns }: GoldenCase): Record<string, unknown> {
  const hasData = typeof data === 'string';
  if (hasData && inline) throw new CaseError('the case has both data and inline; one of them is allowed');
  if (hasData) return columns ?? {};
  if (inline) return inline;
  throw new CaseError('the case has neither data nor inline');
}
