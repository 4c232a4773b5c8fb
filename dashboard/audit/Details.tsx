import type { ReactNode } from 'react';
import type { AuditLineView } from '../../server/access/audit.view';
import type { RoleView } from '../../server/access/role.view';
import { useRoleWords } from '../access/roles';
import { useAuditSpeech } from './words';

/** What explains a line: before and after, or names and values; whatever has no word is shown as it is. */
export function Details({ line: { action, detail, request } }: { line: AuditLineView }) {
  const { log } = useAuditSpeech();
  return (
    <>
      {Object.keys(detail).length > 0 && <Pairs of={detail} isRaw={OF_SETTINGS.has(action)} />}
      {request && (
        <small>
          {log.request} <code>{request}</code>
        </small>
      )}
    </>
  );
}

/** What these hold is what somebody wrote into the environment, and is looked for as it stands there. */
const OF_SETTINGS = new Set<string>(['service_started', 'settings_changed']);

function Pairs({ of, isRaw }: { of: Record<string, unknown>; isRaw: boolean }) {
  const { log } = useAuditSpeech();
  return (
    <dl className="kv">
      {Object.entries(inTime(of)).map(([key, value]) => (
        <div key={key}>
          <dt>{Object.hasOwn(log.keys, key) ? log.keys[key] : key}</dt>
          <dd>
            <Value of={value} name={key} isRaw={isRaw} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was before stands before what came after; the database keeps no order of names. */
function inTime(detail: Record<string, unknown>): Record<string, unknown> {
  const { before, ...others } = detail;
  return before === undefined ? detail : { before, ...others };
}

const isRole = (value: unknown): value is RoleView =>
  typeof value === 'object' && value !== null && 'role' in value && 'last_day' in value;

const isMany = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0;
const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

function Value({ of, name, isRaw }: { of: unknown; name: string; isRaw: boolean }): ReactNode {
  const { log } = useAuditSpeech();
  const { sentence, where } = useRoleWords();
  if (name === 'authority' && !isRaw) return where(of as string | null);
  if (isNothing(of)) return log.none;
  if (isMany(of))
    return of.map((one) => (
      <div key={JSON.stringify(one)}>
        <Value of={one} name={name} isRaw={isRaw} />
      </div>
    ));
  if (isRole(of)) return sentence(of);
  if (typeof of === 'object') return <Pairs of={of as Record<string, unknown>} isRaw={isRaw} />;
  return isRaw ? String(of) : <Plain of={of} name={name} />;
}

/** A single value: a code by its word, else as it is. */
function Plain({ of, name }: { of: unknown; name: string }): ReactNode {
  const { log, own, formats } = useAuditSpeech();
  if (typeof of === 'boolean') return of ? log.yes : log.no;
  const text = String(of);
  if (name === 'sha256') return <code>{text}</code>;
  if (typeof of === 'number') return name === 'status' ? text : formats.number(of);
  const words: Record<string, string> = { ...log.values, ...own.roles.names, ...log.actions };
  return Object.hasOwn(words, text) ? words[text] : text;
}
