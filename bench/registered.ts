import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instance, startInstance } from '../server/testing/instance';
import { REGISTER_MAPPING, writeRegister } from './register';

const ROWS = 1_000_000;

/** Runs a measurement on an instance that holds a register of so many rows (less the bad ones). */
export async function withRegister<T>(
  rows: number | null,
  log: (line: string) => void,
  work: (instance: Instance, rows: number, log: (line: string) => void) => Promise<T>,
): Promise<T> {
  const folder = await mirrorFolder();
  const instance = await startInstance(null);
  try {
    const [dirty, clean] = [join(folder.path, 'register.csv'), join(folder.path, 'clean.csv')];
    const good = await writeRegister(rows ?? ROWS, dirty, clean);
    await instance.import(dirty, { mapping: REGISTER_MAPPING });
    await instance.foundation.dataSource.query('CHECKPOINT');
    log(`${good} rows are stored`);
    return await work(instance, good, log);
  } finally {
    await instance.stop();
    await folder.remove();
  }
}

/** A folder of its own for one mirror. */
export async function mirrorFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'busola-bench-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
