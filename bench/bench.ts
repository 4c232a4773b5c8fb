import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { answers, reimport } from './answers';
import { api } from './api';
import { intake } from './intake';
import type { Bench } from './measure';
import { mirror, mirrorAnswers } from './mirror';
import { page } from './page';
import { refresh } from './refresh';
import { start } from './start';

/** Every measurement, in the order in which it is run. */
const BENCHES: Bench[] = [start, intake, answers, reimport, mirror, mirrorAnswers, refresh, api, page];

const USAGE = `npm run bench [-- name ...] [--rows N] [--json]\n\n${BENCHES.map(({ name, about }) => `  ${name}: ${about}`).join('\n')}\n`;

/** Measures what is named (everything without a name); exit 0 also where a goal is missed, 2 on a wrong call. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { rows: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
  const rows = values.rows === undefined ? null : Number(values.rows);
  if (unknown.length > 0 || (rows !== null && !(Number.isInteger(rows) && rows > 0))) {
    process.stderr.write(USAGE);
    return 2;
  }
  const chosen = BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  for (const bench of chosen) {
    const measured = await bench.run({
      rows,
      log: (line) => process.stderr.write(`${bench.name}: ${line}\n`),
    });
    process.stdout.write(values.json ? `${JSON.stringify(measured)}\n` : text(measured));
  }
  return 0;
}

function text({
  name,
  ratio,
  goal,
  ok,
  limit,
  peer,
  rss_mb,
  runs,
}: Awaited<ReturnType<Bench['run']>>): string {
  return `${name}: ratio ${ratio} (goal ${goal}, ${ok ? 'reached' : 'missed'}) · limit ${JSON.stringify(limit)} · peer ${JSON.stringify(peer)} · ${rss_mb} MB · runs ${runs.join(', ')} s\n`;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
    process.exitCode = 1;
  },
);
