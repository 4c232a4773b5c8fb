import type { DataSource } from 'typeorm';
import type { Settings } from '../store/settings';
import { note } from './audit';
import { SERVICE } from './caller';

/** Settings as the log may show them: what lets nobody in. */
export function shownSettings({
  databaseUrl,
  secret,
  oidc,
  publicUrl,
  ...plain
}: Settings): Record<string, unknown> {
  const database = databaseUrl === null ? null : new URL(databaseUrl);
  return {
    ...plain,
    database: database && `${database.host}${database.pathname}`,
    secret: secret === null ? 'file' : 'setting',
    publicUrl: publicUrl?.href ?? null,
    oidc: oidc && { issuer: oidc.issuer.href, clientId: oidc.clientId, rolesClaim: oidc.rolesClaim },
  };
}

/** Writes down that the service started, and which settings are others than at its last start. */
export async function noteStart(dataSource: DataSource, version: string, settings: Settings): Promise<void> {
  const after = shownSettings(settings);
  const [last] = (await dataSource.query(
    `SELECT detail->'settings' AS before FROM audit WHERE action = 'service_started' ORDER BY id DESC LIMIT 1`,
  )) as { before: Record<string, unknown> }[];
  const changed = Object.keys(after).filter(
    (name) => last && JSON.stringify(last.before[name]) !== JSON.stringify(after[name]),
  );
  const of = (all: Record<string, unknown>) =>
    Object.fromEntries(changed.map((name) => [name, all[name] ?? null]));
  if (last && changed.length > 0)
    await note(dataSource, SERVICE, {
      action: 'settings_changed',
      detail: { before: of(last.before), after: of(after) },
    });
  await note(dataSource, SERVICE, { action: 'service_started', detail: { version, settings: after } });
}
