import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ITEMS, MAPPING, writeAnswers } from './answers';
import { distribution, duration, instants, killServer, onStage, type Stage } from './cut';
import { fillDisk, onDisk } from './cut-disk';
import { abandonPostgres, holdPostgres } from './cut-postgres';
import { killRun } from './cut-run';
import { AUTHORITY, type Wanted } from './kill-state';
import type { Check, Proof } from './prove';

const RESPONSES = 100_000;
/** Of each kind. */
const INSTANTS = 25;
/** Kills of an import that was begun step by step. */
const RUNS = 8;

/** A large file of answers, cut in every way in which a machine lets a program down, is in the store as a whole or not at all. */
export const cutAnswers: Proof = {
  name: 'cut-answers',
  minutes: 15,
  about: `cuts an import of ${RESPONSES * ITEMS} answers at ${INSTANTS} instants each by kill -9 of the server, SIGSTOP of its Postgres and a full disk (needs root: the disk is a tmpfs), and ${RUNS} runs begun step by step: whole or absent, the next start serves, a second import completes it`,
  run,
};

function run(check: Check, say: (line: string) => void): Promise<void> {
  return onStage(check, generate, async (stage) => {
    const took = await duration(stage);
    say(
      `${RESPONSES} responses, ${stage.bad} of them bad: ${took} ms from the first byte received to the answer`,
    );
    check('an import takes long enough to be cut in', took >= 500 ? null : `${took} ms`);
    await cutAt(stage, took, (of, at) => killServer(of, at), say);
    await cutAt(stage, took, (of, at, i) => [holdPostgres, abandonPostgres][i % 2]!(of, at), say);
    for (const at of instants(took, RUNS)) say(await killRun(stage, at));
    await onDisk(stage, async (disk) => {
      const quicker = await duration(disk, 1);
      say(`${quicker} ms on the disk that is to be filled`);
      await cutAt(disk, quicker, fillDisk, say);
    });
  });
}

/** One kind of cut at instants spread over an import. */
async function cutAt(
  stage: Stage,
  took: number,
  cut: (stage: Stage, at: number, index: number) => Promise<string>,
  say: (line: string) => void,
): Promise<void> {
  const outcomes: string[] = [];
  for (const [i, at] of instants(took, INSTANTS).entries()) outcomes.push(await cut(stage, at, i));
  for (const line of distribution(outcomes)) say(line);
}

async function generate(folder: string): Promise<Wanted & { command: string[] }> {
  const [file, mapping] = [join(folder, 'answers.csv'), join(folder, 'mapping.json')];
  const good = await writeAnswers(RESPONSES, file);
  await writeFile(mapping, JSON.stringify({ ...MAPPING, authority: AUTHORITY }));
  return {
    command: ['import', file, '--mapping', mapping, '--json'],
    good,
    bad: RESPONSES - good,
    type: 'survey_response',
    tables: { survey: 1, survey_item: ITEMS, survey_response: good },
  };
}
