import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';
import { shellConfig } from './build/shell-config.ts';

const serverUrl = process.env['SERVER_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), tailwindcss(), shellConfig(serverUrl), precompress()],
  build: {
    target: 'es2023',
    // Every browser that connect.js supports knows modulepreload.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Whatever the first page needs is one file, whoever else needs it: each more would be one more request before it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  server: {
    // The Origin must stay the page's own: the server refuses requests from elsewhere.
    proxy: Object.fromEntries(
      ['/api', '/auth', '/webhooks', '/livez', '/readyz'].map((path) => [path, { target: serverUrl }]),
    ),
  },
});
