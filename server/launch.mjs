// Runs one of the built programs, after building what is stale: `node server/launch.mjs main|cli|build|… [arguments]`.
// One process from here on: a signal sent to it reaches the program itself.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const require = createRequire(import.meta.url);

const PARTS = {
  server: {
    sources: [
      'server',
      'migrations',
      'bench',
      'seed-data',
      'tsconfig.json',
      'tsconfig.build.json',
      'package.json',
    ],
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  },
  dashboard: {
    sources: ['dashboard', 'server/publish', 'package.json'],
    command: ['node_modules/vite/bin/vite.js', 'build', 'dashboard', '--logLevel', 'warn'],
  },
};

/** Digest of every source file of a part, tests left out. */
function digest(sources) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else if (!/\.spec\.tsx?$|\.(csv|md|png)$/.test(path))
      hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  };
  for (const source of sources) if (existsSync(join(ROOT, source))) add(join(ROOT, source));
  return hash.digest('hex');
}

const stamp = (name) => join(DIST, `${name}.built`);
const isFresh = (name, wanted) => existsSync(stamp(name)) && readFileSync(stamp(name), 'utf8') === wanted;

function run([program, ...args]) {
  if (!existsSync(join(ROOT, program))) {
    throw new Error(
      `The build is stale and ${program} is not installed; run npm ci (with development packages) and npm run build`,
    );
  }
  return new Promise((done, failed) => {
    // what a build says belongs to people: standard output is the program's own
    const child = spawn(process.execPath, [join(ROOT, program), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
    });
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`${program} ended with ${code}`))));
  });
}

/** Two programs started at once: one builds, the other waits. */
async function holdingLock(work) {
  const lock = join(DIST, 'building');
  mkdirSync(DIST, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (!builderLives(lock)) rmSync(lock, { force: true });
      else await sleep(200);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function builderLives(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!pid) return Date.now() - statSync(lock).mtimeMs < 2000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function buildStale() {
  const stale = () => Object.entries(PARTS).filter(([name, { sources }]) => !isFresh(name, digest(sources)));
  if (stale().length === 0) return;
  await holdingLock(() =>
    Promise.all(
      stale().map(async ([name, { sources, command }]) => {
        process.stderr.write(`Building the ${name}…\n`);
        const wanted = digest(sources);
        rmSync(stamp(name), { force: true });
        await run(command);
        writeFileSync(stamp(name), wanted);
      }),
    ),
  );
}

const [program = 'main', ...args] = process.argv.slice(2);
try {
  await buildStale();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
if (program !== 'build') {
  const file = join(DIST, program.includes('/') ? program : join('server', program)) + '.js';
  process.argv = [process.argv[0], file, ...args];
  require(file);
}
