import { policyOf } from './policy';
import { MACHINE_ROLES } from './role';

/** Who may call an operation, as OpenAPI has it: an empty alternative says that nobody need sign in. */
export function securityOf(method: string, path: string): object {
  const who = policyOf(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1'))?.who ?? [];
  if (who === 'anyone') return { security: [] };
  const forMachines = Array.isArray(who)
    ? MACHINE_ROLES.some((role) => who.includes(role))
    : who !== 'signed_in';
  const known = forMachines ? [{ session: [] }, { token: [] }] : [{ session: [] }];
  return {
    security: who === 'anyone_known' ? [{}, ...known] : known,
    'x-roles': Array.isArray(who) ? who : undefined,
  };
}
