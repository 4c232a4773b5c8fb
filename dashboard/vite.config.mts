import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['API'] ?? 'http://localhost:3000';

/** What every page needs, and what stands around every chart. */
const GROUPS = [
  {
    name: 'base',
    priority: 3,
    test: /node_modules\/(react|react-dom|scheduler|@tanstack)\/|preload-helper|rolldown\/runtime|dashboard\/(words|language|answers|api|address|quarters)\.tsx?$|dashboard\/pages\/(authority|Waiting|Frame|AuthorityMenu|LostPage|SourceLink|marks)\.tsx?$/,
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
    test: /dashboard\/charts\/(ChartFrame|ChartMenu|ChartTable|Chips|browsing|Room|width|picture-role)\.tsx?$/,
  },
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
      // One file of what every page needs packs tighter than the ten that sharing alone would make.
      rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
    },
    server: { proxy: { '/api': api } },
  };
});
