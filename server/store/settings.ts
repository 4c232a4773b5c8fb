import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';

/** Every setting comes from the environment, is optional and is listed in README.md. */
export interface Settings {
  /** TCP port; 0 takes a free one. */
  port: number;
  host: string;
  /** Folder of the instance: lock, postgres, uploads, work. */
  home: string;
  /** A Postgres of the user's; null starts the embedded one. */
  databaseUrl: string | null;
  /** Whether an empty database is filled with the public record. */
  demo: boolean;
  /** Code of the authority shown where an address names none; null: the one with the latest closed consultation. */
  authority: string | null;
  /** DuckDB's ceiling, as DuckDB writes sizes. */
  duckdbMemory: string;
  /** Addresses and networks of the proxies whose word on who calls, and whether by TLS, is taken. */
  trustedProxies: string[];
  /** What the keys of the instance are made from; null: the file `secret` of the home. */
  secret: string | null;
  /** Where people reach this instance; null: at the host and port it listens on. */
  publicUrl: URL | null;
  /** The city's own sign-in; null: accounts of this instance. */
  oidc: OidcSettings | null;
}

/** An OpenID Connect provider, and which of its claims names roles. */
export interface OidcSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  rolesClaim: string;
}

/** A setting whose value cannot be used: says which, what it is, what is allowed. */
export class SettingError extends Error {}

/** Reads the settings. Throws `SettingError` naming the variable, its value and what is allowed. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  return {
    port: port(env['PORT']),
    host: env['HOST'] || 'localhost',
    home: resolve(env['BUSOLA_HOME'] || 'var'),
    databaseUrl: databaseUrl(env['DATABASE_URL']),
    demo: flag('BUSOLA_DEMO', env['BUSOLA_DEMO']),
    authority: env['BUSOLA_AUTHORITY'] || null,
    duckdbMemory: memory(env['BUSOLA_DUCKDB_MEMORY']),
    trustedProxies: proxies(env['BUSOLA_TRUSTED_PROXIES']),
    secret: secret(env['BUSOLA_SECRET']),
    publicUrl: env['BUSOLA_PUBLIC_URL'] ? safeUrl('BUSOLA_PUBLIC_URL', env) : null,
    oidc: oidc(env),
  };
}

function port(value: string | undefined): number {
  if (!value) return 3000;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
  throw new SettingError(`PORT is “${value}”; allowed: a whole number from 0 to 65535 (0 takes a free port)`);
}

function databaseUrl(value: string | undefined): string | null {
  if (!value) return null;
  if (/^postgres(ql)?:\/\//.test(value)) return value;
  throw new SettingError('DATABASE_URL does not start with postgres:// or postgresql://');
}

function flag(name: string, value: string | undefined): boolean {
  if (!value || value === '1') return true;
  if (value === '0') return false;
  throw new SettingError(`${name} is “${value}”; allowed: 0 or 1`);
}

function memory(value: string | undefined): string {
  if (!value) return '2GB';
  if (/^\d+(MB|GB)$/.test(value)) return value;
  throw new SettingError(
    `BUSOLA_DUCKDB_MEMORY is “${value}”; allowed: a number with MB or GB, for example 2GB`,
  );
}

function proxies(value: string | undefined): string[] {
  const named = (value ?? '').split(',').flatMap((part) => part.trim() || []);
  const wrong = named.find((name) => !isNetwork(name));
  if (wrong === undefined) return named;
  throw new SettingError(
    `BUSOLA_TRUSTED_PROXIES names “${wrong}”; allowed: addresses and networks, for example 10.0.0.5,192.168.0.0/16`,
  );
}

function isNetwork(name: string): boolean {
  const [address = '', prefix, more] = name.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  if (prefix === undefined) return true;
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) === 0) return false;
  try {
    new BlockList().addSubnet(address, Number(prefix), family === 4 ? 'ipv4' : 'ipv6');
    return true;
  } catch {
    return false;
  }
}

/** Shorter ones can be tried out; `openssl rand -base64 32` makes one of 44 signs. */
const LEAST_SECRET = 32;

function secret(value: string | undefined): string | null {
  if (!value) return null;
  if (value.length >= LEAST_SECRET && new Set(value).size >= 10) return value;
  throw new SettingError(
    `BUSOLA_SECRET has ${value.length} signs, ${new Set(value).size} different ones; allowed: at least ${LEAST_SECRET}, 10 of them different`,
  );
}

const OIDC = [
  'BUSOLA_OIDC_ISSUER',
  'BUSOLA_OIDC_CLIENT_ID',
  'BUSOLA_OIDC_CLIENT_SECRET',
  'BUSOLA_PUBLIC_URL',
] as const;

function oidc(env: NodeJS.ProcessEnv): OidcSettings | null {
  if (!env['BUSOLA_OIDC_ISSUER']) return null;
  const missing = OIDC.filter((name) => !env[name]);
  if (missing.length > 0)
    throw new SettingError(`BUSOLA_OIDC_ISSUER is set; ${missing.join(', ')} must be set too`);
  return {
    issuer: safeUrl('BUSOLA_OIDC_ISSUER', env),
    clientId: env['BUSOLA_OIDC_CLIENT_ID']!,
    clientSecret: env['BUSOLA_OIDC_CLIENT_SECRET']!,
    rolesClaim: env['BUSOLA_OIDC_ROLES_CLAIM'] || 'roles',
  };
}

/** Codes and tokens of a sign-in go by TLS; an intranet without it has to say so in the address of the instance alone. */
function safeUrl(name: string, env: NodeJS.ProcessEnv): URL {
  const url = URL.canParse(env[name]!) ? new URL(env[name]!) : null;
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url?.hostname ?? '');
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && (here || name === 'BUSOLA_PUBLIC_URL')))
    return url;
  throw new SettingError(
    `${name} is “${env[name]}”; allowed: an https:// address (http:// on this machine only)`,
  );
}
