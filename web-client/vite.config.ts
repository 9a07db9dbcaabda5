import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { englishApart } from './scripts/english.ts';
import { fetchTogether } from './scripts/fetch.ts';
import { lean } from './scripts/lean.ts';

const server = process.env['DIEMCAU_SERVER'] ?? 'http://127.0.0.1:8080';

const svelteSource = /node_modules\/(svelte|clsx|esm-env)\/|rolldown|preload-helper/;
/** Of Svelte, what only some pages of the office use. */
const rare = /svelte\/src\/internal\/(client\/(dom\/elements\/bindings\/(select|size|input))|shared\/clone)/;
/** What is loaded first together comes as one file rather than twenty: it is smaller so, and there sooner. */
const together = {
  core: /\/src\/(app\/(App|decide|pages|shell|words)|route|\w+\/routes|routes|toast|words\/(words|number|language)|problem|api|keep|place|session|parts\/(Button|Icon|ErrorState|Skeleton|words))\.(svelte|ts)|(tokens|base)\.css/,
  asking: /\/src\/(ask\.svelte\.ts|parts\/Loaded\.svelte)/,
  form: /\/src\/parts\/(Field|TextField)\.svelte/,
  kept: /\/src\/outbox\/(disk|guard|rows|kept|rules)\.ts/,
  outbox: /\/src\/outbox\/(outbox\.svelte|send)\.ts/,
};

export default defineConfig({
  plugins: [svelte(), svelteTesting(), englishApart(), lean(), fetchTogether()],
  build: {
    target: ['es2022', 'chrome100', 'firefox100'],
    manifest: true,
    assetsDir: 'assets',
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [{ test: /\/src\/(words\/(figures|format)|parts\/shapes)\.ts/, sideEffects: false }],
      },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'core', test: (id) => (together.core.test(id) || svelteSource.test(id)) && !rare.test(id) },
            { name: 'asking', test: together.asking },
            { name: 'form', test: together.form },
            { name: 'kept', test: together.kept },
            { name: 'outbox', test: together.outbox },
          ],
        },
        entryFileNames: 'assets/[name]-[hash:8].js',
        chunkFileNames: 'assets/[name]-[hash:8].js',
        assetFileNames: 'assets/[name]-[hash:8][extname]',
      },
    },
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, dependencies) => dependencies.filter((one) => one.endsWith('.css')),
    },
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
