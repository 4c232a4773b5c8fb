import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../server/root';
import type { Check, Proof } from './prove';

const FACTOR = 20;

/** The property tests on fresh cases: what the fixed seed of `npm test` never draws. */
export const properties: Proof = {
  name: 'properties',
  minutes: 4,
  about: `runs every property test on ${FACTOR} times as many cases, from a fresh seed`,
  run,
};

async function run(check: Check, say: (line: string) => void): Promise<void> {
  const files = readdirSync(join(ROOT, 'server'), { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.spec.ts') &&
      readFileSync(join(ROOT, 'server', file), 'utf8').includes("from 'fast-check'"),
  );
  const seed = randomInt(2 ** 31);
  say(`seed ${seed}, ${files.length} files`);
  for (const file of files) {
    const code = await jest(file, seed, say);
    check(
      `${file}, ${FACTOR} times as many cases`,
      code === 0 ? null : `exit ${code}; PROPERTY_SEED=${seed} PROPERTY_FACTOR=${FACTOR} draws them again`,
    );
  }
}

function jest(file: string, seed: number, say: (line: string) => void): Promise<number | null> {
  const env = { ...process.env, PROPERTY_SEED: String(seed), PROPERTY_FACTOR: String(FACTOR) };
  const args = ['node_modules/jest/bin/jest.js', `server/${file}`, '--testTimeout', '600000'];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  createInterface(child.stderr).on('line', (line) => say(line.slice(0, 500)));
  return new Promise((done) => child.on('close', done));
}
