import { ROLES, type Role } from './role';
import type { RoleView } from './role.view';

/** Reads `steward@0663011/UM-ZK`: a role, the authority and the unit for which it holds; null where it is none. */
export function roleOfText(text: string): RoleView | null {
  const [, role, authority, unit] = /^(\w+)(?:@([^/]+)(?:\/(.+))?)?$/.exec(text.trim()) ?? [];
  if (!ROLES.includes(role as Role)) return null;
  return { role: role as Role, authority: authority ?? null, unit: unit ?? null, last_day: null };
}
