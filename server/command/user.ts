import { ROLES } from '../access/role';
import { roleOfText } from '../access/role.text';
import type { RoleView } from '../access/role.view';
import type { Command, Values } from './arguments';
import { UsageError } from './usage';

const ACTS = ['add', 'link', 'export', 'erase'] as const;
export type UserAct = (typeof ACTS)[number];

/** Reads `user ACT LOGIN`. Throws `UsageError`. */
export function userOf([act, login, ...more]: (string | undefined)[], values: Values): Command {
  if (!ACTS.includes(act as UserAct))
    throw new UsageError(`user needs one of ${ACTS.join(', ')}, not “${act ?? ''}”`);
  if (!login || more.length > 0) throw new UsageError(`user ${act} needs one LOGIN`);
  const roles = (values.role ?? []).map((role) => roleOf(role, values['last-day'] ?? null));
  if (act === 'add' && roles.length === 0) throw new UsageError('user add needs at least one --role');
  return { name: 'user', act: act as UserAct, login, person: values.name ?? null, roles };
}

function roleOf(text: string, last_day: string | null): RoleView {
  const role = roleOfText(text);
  if (role) return { ...role, last_day };
  throw new UsageError(
    `--role is “${text}”; allowed: ROLE[@AUTHORITY[/UNIT]], ROLE one of ${ROLES.join(', ')}`,
  );
}
