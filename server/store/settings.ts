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
