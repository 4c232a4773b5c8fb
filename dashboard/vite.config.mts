import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['API'] ?? 'http://localhost:3000';

/** What every page needs comes in two files: small files pack badly, and the first one changes only with its packages. */
const CHUNKS = [
  {
    name: 'base',
    priority: 3,
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\/|preload-helper|rolldown\/runtime|dashboard\/(words|language|answers|api|address|quarters|figures)\.tsx?$|dashboard\/pages\/(authority|Waiting|Frame|AuthorityMenu|LostPage|SourceLink|marks)\.tsx?$/,
  },
  // the drawings stay apart: they come when a chart is in sight
  {
    name: 'indicator',
    priority: 1,
    test: /dashboard\/indicator\/(?!IndicatorTrendChart|TrendMarks|Histogram|UnitRows)/,
  },
  {
    name: 'frame',
    priority: 2,
    test: /dashboard\/charts\/(ChartFrame|ChartMenu|ChartTable|Chips|browsing|Room|width|picture-role|trend)\.tsx?$/,
  },
  { name: 'shared', test: /dashboard[\\/](?!words\.(pl|en|card|overview|score))/, minShareCount: 3 },
];

export default defineConfig(({ command }) => {
  // What is built is what is served, also when a test run (NODE_ENV=test) finds the build stale.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react()],
    // Every asset is a file: the content policy of the server allows no data: address for fonts, styles or scripts.
    build: {
      outDir: '../dist/dashboard',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // every browser of the last three years fetches ahead by itself
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
    },
    server: { proxy: { '/api': api } },
  };
});
