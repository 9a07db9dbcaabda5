import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { englishApart } from './scripts/english.ts';

const server = process.env['DIEMCAU_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), svelteTesting(), englishApart()],
  build: {
    target: ['es2022', 'chrome100', 'safari15.4', 'firefox100'],
    manifest: true,
    assetsDir: 'assets',
    rolldownOptions: {
      output: {
        // What nearly every page uses comes as two files rather than twenty.
        codeSplitting: {
          groups: [
            { name: 'svelte', priority: 2, test: /node_modules\/(svelte|clsx|esm-env)\// },
            {
              name: 'core',
              priority: 1,
              test: /\/src\/(words\/(words|number|language)|problem|api|keep|place|session|parts\/(Button|Icon|Empty|Skeleton|words))\.(ts|svelte)/,
            },
          ],
        },
        entryFileNames: 'assets/[name]-[hash:8].js',
        chunkFileNames: 'assets/[name]-[hash:8].js',
        assetFileNames: 'assets/[name]-[hash:8][extname]',
      },
    },
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    port: Number(process.env['PORT'] ?? 5173),
    proxy: { '/api': { target: server, changeOrigin: false } },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing.ts'],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
  },
});
