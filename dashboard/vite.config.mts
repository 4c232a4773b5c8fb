import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['API'] ?? 'http://localhost:3000';

/** What every page needs comes in two files: small files pack badly, and the first one changes only with its packages. */
const CHUNKS = [
  {
    name: 'base',
    test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|@tanstack)[\\/]/,
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
      rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
    },
    server: { proxy: { '/api': api } },
  };
});
