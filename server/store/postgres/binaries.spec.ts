import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries, type Binaries } from './binaries';

let folder: string;
let native: string;

/** The package as npm unpacks it: without any symbolic link. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'busola-binaries-'));
  chmodSync(folder, 0o777);
  native = join(folder, 'package', 'native');
  const { postgres } = await findBinaries(join(folder, 'unused'));
  execFileSync('mkdir', [join(folder, 'package')]);
  execFileSync('cp', ['-a', join(dirname(postgres), '..'), native]);
  execFileSync('find', [native, '-type', 'l', '-delete']);
});

afterEach(() => {
  execFileSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true, force: true });
});

const links = (path: string) =>
  readdirSync(path).filter((name) => lstatSync(join(path, name)).isSymbolicLink());

it('links the libraries in the package where its own script has not', async () => {
  const found = await findBinaries(join(folder, 'spare'), native);
  expect(found).toMatchObject({ major: '18', postgres: join(native, 'bin', 'postgres') });
  expect(found.version).toMatch(/^18\.\d+$/);
  expect(found.env).not.toHaveProperty('LD_LIBRARY_PATH');
  expect(links(join(native, 'lib'))).toContain('libicui18n.so.60');
  expect(readdirSync(folder)).toEqual(['package']);
});

it('links them in a folder of the home where the package cannot be written', async () => {
  const spare = join(folder, 'spare');
  chmodSync(join(native, 'lib'), 0o555);
  const code = `require(${JSON.stringify(join(__dirname, 'binaries'))}).findBinaries(${JSON.stringify(spare)}, ${JSON.stringify(native)})
    .then((found) => console.log(JSON.stringify(found)))`;
  // modes do not bind root
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['-r', join(__dirname, 'child.cjs'), '-e', code],
    { ...user, cwd: '/' },
  );
  const found = JSON.parse(stdout) as Binaries;
  expect(found.env).toMatchObject({ LD_LIBRARY_PATH: spare });
  expect(found.major).toBe('18');
  expect(links(spare)).toContain('libicui18n.so.60');
  expect(links(join(native, 'lib'))).toEqual([]);
});
