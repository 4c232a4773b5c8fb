import 'reflect-metadata';
import { coverage } from './coverage';
import { cutAnswers } from './cut-answers';
import { killImport } from './kill-import';
import { mirror } from './prove-mirror';
import { properties } from './properties';

/** Says that something was checked: the problem found, or null where all is well. */
export type Check = (what: string, problem: string | null) => void;

/** Something shown to hold by trying hard to break it; too long for the tests. */
export interface Proof {
  name: string;
  /** How long it takes on two cores. */
  minutes: number;
  about: string;
  run(check: Check, say: (line: string) => void): Promise<void>;
}

/** Every proof, in the order in which it is run. */
const PROOFS: Proof[] = [properties, coverage, killImport, cutAnswers, mirror];

const USAGE = `npm run prove [-- name ...]\n\n${PROOFS.map(
  ({ name, minutes, about }) => `  ${name} (${minutes} minutes): ${about}\n`,
).join('')}`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs the proofs named, all of them without a name; exit 1 on a failure, 2 on an unknown name. */
async function main(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !PROOFS.some((proof) => proof.name === name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no proof “${unknown.join('”, “')}”\n\n${USAGE}`);
    return 2;
  }
  const tally = { passed: 0, failed: 0 };
  for (const proof of PROOFS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const check: Check = (what, problem) => {
      tally[problem === null ? 'passed' : 'failed']++;
      say(problem === null ? `ok    ${proof.name}: ${what}` : `FAIL  ${proof.name}: ${what}: ${problem}`);
    };
    const before = tally.passed + tally.failed;
    try {
      await proof.run(check, (line) => say(`      ${proof.name}: ${line}`));
      if (tally.passed + tally.failed === before) check('has checks', 'none ran');
    } catch (error) {
      check('ran to its end', (error as Error)?.stack ?? String(error));
    }
  }
  say(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
