import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

/**
 * The way of a record through the server. A folder may import only itself and the folders before it. Statistics are no
 * stage: functions on numbers that know nothing of records, so any stage may use them.
 */
const ORDER = [
  'statistics',
  'contracts',
  'store',
  'access',
  'intake',
  'snapshot',
  'indicators',
  'scores',
  'releases',
  'publish',
];

const IMPORT = /(?:from|import|require\()\s*'(\.[^']+)'/g;

/** Folders below server that a file of `folder` imports and that stand after it, or outside the order. */
function laterFolders(folder: string, file: string, source: string): string[] {
  const imported = [...source.matchAll(IMPORT)].map(
    ([, path]) => normalize(join(file, '..', path!)).split('/')[0]!,
  );
  return imported.filter(
    (name) => name !== folder && (ORDER.indexOf(name) < 0 || ORDER.indexOf(name) > ORDER.indexOf(folder)),
  );
}

const sources = ORDER.filter((folder) => existsSync(join(__dirname, folder))).flatMap((folder) =>
  readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => ({ folder, file: join(folder, file) })),
);

it.each(sources)('$file imports nothing from a later folder', ({ folder, file }) => {
  expect(laterFolders(folder, file, readFileSync(join(__dirname, file), 'utf8'))).toEqual([]);
});

it('sees an import that goes the wrong way', () => {
  expect(laterFolders('store', 'store/postgres/data.ts', `import { x } from '../../publish/view';`)).toEqual([
    'publish',
  ]);
});

it('keeps contracts free of the service, HTTP and the database driver', () => {
  const foreign = sources
    .filter(({ folder }) => folder === 'contracts')
    .filter(({ file }) =>
      /from '(@nestjs\/(common|core|platform)|pg|fastify|@duckdb)/.test(
        readFileSync(join(__dirname, file), 'utf8'),
      ),
    );
  expect(foreign).toEqual([]);
});

it('lets the dashboard import types only, and only from the views', () => {
  const dashboard = join(__dirname, '../dashboard');
  // browser.ts is what the specs drive the pages with, not a part of them
  const files = readdirSync(dashboard, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(?<!\.spec)\.tsx?$/.test(file) && file !== 'browser.ts',
  );
  const wrong = files.flatMap((file) =>
    readFileSync(join(dashboard, file), 'utf8')
      .split(';')
      .filter((statement) => /from '(\.\.\/)+server\//.test(statement))
      .filter(
        (statement) =>
          !/^\s*(import|export) type [^']+from '(\.\.\/)+server\/[\w/]+\/[\w-]+\.view'/.test(
            statement.replace(/\/\*.*?\*\//gs, ''),
          ),
      )
      .map((statement) => `${file}: ${statement.trim()}`),
  );
  expect(wrong).toEqual([]);
});

it('has no folder whose name says nothing', () => {
  const folders = ['server', 'dashboard', 'bench'].flatMap((top) =>
    readdirSync(join(__dirname, '..', top), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    ),
  );
  expect(folders.filter(({ name }) => /^(shared|common|utils?|core|helpers?|misc)$/.test(name))).toEqual([]);
});
