import { openAsBlob } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockOf, type Server, until } from '../server/testing/process';
import type { ImportView } from '../server/intake/imports/import.view';
import { BOUND, freshHome, leftProblem, serve, type Stage, stop } from './cut';
import { phaseOf, problemOf } from './kill-state';

/** Kills the server so many milliseconds into a run begun step by step; the next one has to go on with it by itself. */
export async function killRun(stage: Stage, at: number): Promise<string> {
  const home = await freshHome(stage);
  const first = await serve(home);
  const id = await begun(stage, first);
  await sleep(at);
  const phase = phaseOf(home);
  first.signal('SIGKILL');
  await first.ended;
  const second = await serve(home);
  const found = await call(home, second, id);
  let last = found;
  await until(
    async () => (last = await call(home, second, id)).state !== 'running',
    'the run has ended',
    BOUND,
  );
  const title = `server killed ${at} ms into a run (${phase})`;
  stage.check(`${title}: the next start goes on with it`, endProblem(last, phase));
  stage.check(`${title}: there is one batch, whole`, await problemOf(stage, home, 'whole'));
  await until(() => phaseOf(home) === 'answered', 'the work folder is emptied', BOUND);
  leftProblem(stage, title);
  await stop(second);
  return `run killed at ${at} ms: ${phase}, found ${found.state}, ended as ${last.state} with ${last.interruptions} interruptions`;
}

/** It was done before it could be interrupted, or it was interrupted and is done. */
function endProblem({ state, interruptions, batch, refusal }: ImportView, phase: string): string | null {
  const isRight = state === 'done' && batch !== null && interruptions <= 1;
  if (isRight && (interruptions === 1 || ['answered', 'findings and commit'].includes(phase))) return null;
  return JSON.stringify({ state, interruptions, batch, refusal });
}

/** Brings the file and has it taken in; returns the id of the import. */
async function begun({ command, home }: Stage, server: Server): Promise<string> {
  const [, file, , mapping] = command as [string, string, string, string];
  const form = new FormData();
  form.append('file', await openAsBlob(file), 'answers.csv');
  const { id } = await call(home, server, '', { method: 'POST', body: form });
  const body = JSON.stringify({ mapping: JSON.parse(await (await openAsBlob(mapping)).text()) as object });
  await call(home, server, `${id}/run`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  });
  return id;
}

async function call(
  home: string,
  { url }: Server,
  path: string,
  init: RequestInit = {},
): Promise<ImportView> {
  const headers = { ...init.headers, Authorization: `Bearer ${lockOf(home)!.token}` };
  const response = await fetch(`${url}/api/v1/imports${path && `/${path}`}`, { ...init, headers });
  if (!response.ok) throw new Error(`imports/${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as ImportView;
}
