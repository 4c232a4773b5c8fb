import type { RoleView } from '../../server/access/role.view';
import type { Wrong } from '../access/Form';

/** A role as it is being filled in; the number stays with its fields when another is removed. */
export interface Draft extends RoleView {
  key: number;
}

/** An administrator runs the instance without an end; the server refuses a day. */
export const hasLastDay = (role: RoleView['role']): boolean => role !== 'admin';

export const draftsOf = (roles: RoleView[]): Draft[] => roles.map((role, key) => ({ ...role, key }));

/** Roles as the server takes them: what a role does not have is left out. */
export const rolesOf = (drafts: Draft[]): RoleView[] =>
  drafts.map(({ role, authority, unit, last_day }) => ({
    role,
    authority: role === 'admin' ? null : authority || null,
    unit: role === 'steward' ? unit?.trim() || null : null,
    last_day: hasLastDay(role) ? last_day || null : null,
  }));

/** The rules of the server, told at the field that breaks them. */
export function wrongRoles(
  drafts: Draft[],
  words: Record<'needsAuthority' | 'needsUnit' | 'needsLastDay', string>,
): Wrong {
  const found = rolesOf(drafts).flatMap(({ role, authority, unit, last_day }, i) => {
    const { key } = drafts[i]!;
    return [
      [`authority${key}`, role === 'steward' && authority === null ? words.needsAuthority : undefined],
      [`unit${key}`, role === 'steward' && unit === null ? words.needsUnit : undefined],
      [`last_day${key}`, role === 'researcher' && last_day === null ? words.needsLastDay : undefined],
    ] as const;
  });
  return Object.fromEntries(found);
}
