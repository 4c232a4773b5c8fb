import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = process.env['API'] ?? 'http://localhost:3000';

/** What every page needs comes in few files: small ones pack badly, and the large one changes only with its packages. */
const CHUNKS = [
  // the first script stands alone: it asks for all the others
  {
    name: 'ahead',
    priority: 4,
    test: /preload-helper|dashboard\/(ahead|needs|spoken|questions|api|address)\.ts$/,
  },
  {
    name: 'base',
    priority: 3,
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\/|dashboard\/(main|routes|words|language|answers|quarters|figures)\.tsx?$|dashboard\/pages\/(authority|Waiting|Frame|AuthorityMenu|SourceLink|marks|Heads|Checksum)\.tsx?$/,
  },
  // the drawings stay apart: they come when a chart is in sight
  {
    name: 'indicator',
    priority: 1,
    test: /dashboard\/indicator\/(?!IndicatorTrendChart|IndicatorParts|TrendMarks|Histogram|Distribution|Units|UnitRows|Values|measure|words)/,
  },
  // the catalogue says measures, and draws nothing
  { name: 'measure', priority: 2, test: /dashboard\/indicator\/(measure|words)\.ts$/ },
  {
    name: 'frame',
    priority: 2,
    test: /dashboard\/charts\/(ChartFrame|ChartMenu|ChartTable|Chips|browsing|Room|width|picture-role|trend)\.tsx?$/,
  },
  // what the pages behind the sign-in share is not for readers
  { name: 'access', priority: 2, test: /dashboard\/access\// },
  { name: 'intake', priority: 2, test: /dashboard\/intake\// },
  { name: 'batch', priority: 3, test: /dashboard\/pages\/(Reconciliation|BatchFindings|batchWords)\.tsx?$/ },
  { name: 'copy', priority: 5, test: /dashboard\/(copy|data\/size)\.ts$/ },
  {
    name: 'shared',
    priority: 1,
    test: /dashboard[\\/](?!words\.(pl|en|card|overview|score))/,
    minShareCount: 3,
  },
  { name: 'list', priority: 1, test: /dashboard\/pages\/ConsultationTable\.tsx$/ },
  { name: 'card', test: /dashboard\/pages\/(ConsultationPage|facts|cardWords)\.tsx?$/ },
];

const EARLY = ['base', 'main', 'rolldown-runtime'];
const EARLY_FILE = new RegExp(`/(${EARLY.join('|')})-`);

/** The page names the large scripts itself: they need not wait for the small one to ask for them. */
const early: Plugin = {
  name: 'early',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      EARLY.map((name) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileOf(name, bundle)}` },
        injectTo: 'head-prepend',
      })),
  },
};

function fileOf(name: string, bundle: object): string {
  const chunk = Object.values(bundle).find((one) => one.type === 'chunk' && one.name === name);
  if (!chunk) throw new Error(`The build has no chunk named ${name}`);
  return chunk.fileName;
}

/** Packed once and as well as can be: the server sends these files as they lie. */
const packed: Plugin = {
  name: 'packed',
  writeBundle: ({ dir }) => {
    const folder = join(dir!, 'assets');
    for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one)))
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(readFileSync(join(folder, name))));
  },
};

export default defineConfig(({ command }) => {
  // What is built is what is served, also when a test run (NODE_ENV=test) finds the build stale.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react(), early, packed],
    // React has had this hook itself since 18: no stand-in need be sent
    resolve: {
      alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' },
    },
    // Every asset is a file: the content policy of the server allows no data: address for fonts, styles or scripts.
    build: {
      outDir: '../dist/dashboard',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // every browser of the last three years fetches ahead by itself
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, needed) => needed.filter((name) => !EARLY_FILE.test(name)),
      },
      rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
    },
    server: { proxy: { '/api': api } },
  };
});
