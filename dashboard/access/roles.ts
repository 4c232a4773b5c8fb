import type { RoleView } from '../../server/access/role.view';
import { useAnswer } from '../answers';
import { authoritiesOf } from '../api';
import { inLanguage } from '../language';
import { useAccessSpeech } from './words';

export type Role = RoleView['role'];

/** Roles that a machine may have; the server holds to it. */
export const MACHINE_ROLES: readonly Role[] = ['steward', 'researcher', 'analyst'];

/** Today in the office, where the last day of a role is counted. */
export const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Warsaw' });
export const isOver = ({ last_day }: Pick<RoleView, 'last_day'>): boolean =>
  last_day !== null && last_day < today();

/** Authorities by code, with their names in the language of the page. */
export function useAuthorities(): (readonly [string, string])[] {
  const { formats } = useAccessSpeech();
  const { data } = useAnswer(authoritiesOf());
  return (data?.items ?? []).map(
    ({ code, name }) => [code, inLanguage(name, formats.language)?.text ?? code] as const,
  );
}

/** A role in words: what, where and until when. */
export function useRoleWords() {
  const { own, formats } = useAccessSpeech();
  const authorities = new Map(useAuthorities());
  const where = (authority: string | null) =>
    authority === null ? own.roles.everywhere : (authorities.get(authority) ?? authority);
  const until = (role: RoleView) => {
    if (role.last_day === null) return null;
    const day = formats.day(role.last_day);
    return isOver(role) ? own.roles.over(day) : own.roles.until(day);
  };
  const sentence = (role: RoleView): string =>
    [own.roles.names[role.role], where(role.authority), role.unit && own.roles.unit(role.unit), until(role)]
      .filter(Boolean)
      .join(', ');
  return { where, sentence };
}
