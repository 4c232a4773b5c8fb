import { QueryFailedError } from 'typeorm';

/** Postgres' code of an error, or the system's. */
export const codeOf = (error: unknown): string | undefined =>
  (error instanceof QueryFailedError
    ? (error.driverError as { code?: string })
    : (error as { code?: string })
  )?.code;

/** Whether Postgres is shutting down, restarting or not reachable. */
export const isOutOfReach = (error: unknown): boolean =>
  /^(57P0[123]|08\d{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(codeOf(error) ?? '') ||
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|Driver not Connected/.test(
    (error as Error)?.message ?? '',
  );

/** Whether a disk has no room left: the system's, Postgres' or DuckDB's word for it. */
export const isFull = (error: unknown): boolean =>
  /^(ENOSPC|EDQUOT|53100)$/.test(codeOf(error) ?? '') ||
  /No space left on device|Disk quota exceeded/.test((error as Error)?.message ?? '');

/** Whether DuckDB's ceiling was too low. */
export const isOutOfMemory = (error: unknown): boolean =>
  /^(?:Error: )?Out of Memory Error/.test((error as Error)?.message ?? '');

/** Where it failed, and the beginning of why: messages of databases repeat whole rows, and a row may speak of a person. */
export function traceOf(error: unknown): string {
  const { name, message, stack } = error as Error;
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [
    `${name}: ${String(message ?? error)
      .split('\n')[0]!
      .slice(0, 120)}`,
    ...frames,
  ].join('\n');
}
