import type { DataSource } from 'typeorm';
import type { Settings } from '../store/settings';
import { note } from './audit';
import { SERVICE } from './caller';

/** Settings as the log may show them, named one by one: what lets somebody in must not get there by being new. */
export function shownSettings(settings: Settings): Record<string, unknown> {
  const { databaseUrl, secret, publicUrl, oidc } = settings;
  return {
    port: settings.port,
    host: settings.host,
    home: settings.home,
    demo: settings.demo,
    authority: settings.authority,
    duckdbMemory: settings.duckdbMemory,
    trustedProxies: settings.trustedProxies,
    database: databaseUrl && placeOf(databaseUrl),
    secret: secret === null ? 'file' : 'setting',
    publicUrl: publicUrl?.origin ?? null,
    oidc: oidc && { issuer: oidc.issuer.href, clientId: oidc.clientId, rolesClaim: oidc.rolesClaim },
  };
}

/** Host and database of an address; whatever comes before the last @ may be a password. */
const placeOf = (url: string): string =>
  url.slice(Math.max(url.lastIndexOf('@'), url.indexOf('//') + 1) + 1).replace(/\?.*/, '');

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
