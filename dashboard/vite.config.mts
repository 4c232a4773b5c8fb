import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['API'] ?? 'http://localhost:3000';

export default defineConfig(({ command }) => {
  // What is built is what is served, also when a test run (NODE_ENV=test) finds the build stale.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react()],
    // Every asset is a file: the content policy of the server allows no data: address for fonts, styles or scripts.
    build: { outDir: '../dist/dashboard', emptyOutDir: true, assetsInlineLimit: 0 },
    server: { proxy: { '/api': api } },
  };
});
