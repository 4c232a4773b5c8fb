import { execFile } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Ended, removeHomes, type Server, type Started, until, within } from '../server/testing/process';
import { BOUND, freshHome, next, serve, type Stage, startImport } from './cut';
import { phaseOf } from './kill-state';

/** Room for the home and for what an import takes. */
const SIZE = '640m';
const PIECE = Buffer.alloc(1 << 20);
/** Milliseconds after which what an import has given back is taken again. */
const PACE = 10;

/** Puts homes on a disk of their own. Throws where none can be mounted. */
export async function onDisk(stage: Stage, play: (stage: Stage) => Promise<void>): Promise<void> {
  const disk = join(dirname(stage.made), 'disk');
  await mkdir(disk);
  await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=711`, 'none', disk]).catch(
    ({ message }: Error) => {
      throw new Error(`A tmpfs cannot be mounted on ${disk}; filling a disk needs root: ${message}`);
    },
  );
  const home = join(disk, 'home');
  try {
    await play({ ...stage, home });
  } finally {
    await removeHomes(home, [home]);
    await promisify(execFile)('umount', [disk]);
  }
}

/** Fills the disk so many milliseconds into an import and keeps it full until the command ends. */
export async function fillDisk(stage: Stage, at: number): Promise<string> {
  const filler = join(dirname(stage.home), 'filler');
  const home = await freshHome(stage);
  const server = await serve(home);
  const command = await startImport(stage, home);
  await sleep(at);
  const phase = phaseOf(home);
  const end = await fullUntilEnded(filler, command);
  await rm(filler);
  const title = `disk full after ${at} ms (${phase})`;
  stage.check(`${title}: the server ends when asked`, await endOf(server));
  stage.check(`${title}: the refusal names its cause`, causeProblem(end));
  const state = await next(stage, end, title);
  return `disk full at ${at} ms: ${phase}, ${state}, the command ended with ${end.code} ${end.stderr.trim().split('\n')[0]}`;
}

/** What an import gives back while it ends is taken again: the disk has no room at any moment. */
async function fullUntilEnded(filler: string, command: Started): Promise<Ended> {
  let over = false;
  void command.ended.then(() => (over = true));
  await until(
    async () => {
      await fill(filler);
      await sleep(PACE);
      return over;
    },
    'the import has ended on a full disk',
    BOUND,
  );
  return command.ended;
}

async function fill(filler: string): Promise<void> {
  const file = await open(filler, 'a');
  try {
    // a write takes what there is room for, down to the last byte
    for (;;) await file.write(PIECE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
}

/** Asks a server that may have lost its database to end. */
async function endOf(server: Server): Promise<string | null> {
  server.signal('SIGTERM');
  const { code, stderr } = await within(BOUND, server);
  return code === 0 ? null : `it ended with ${code}: ${stderr}`;
}

/** A full disk is called that, or the loss of the database that it led to; nothing else is to blame. */
const causeProblem = ({ code, stderr }: Ended): string | null =>
  code === 0 || /disk of the server is full|database does not answer/.test(stderr) ? null : stderr;
