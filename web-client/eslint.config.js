import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/api-types.ts', 'target/'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only src/api.ts calls the server.' },
        { name: 'EventSource', message: 'Only src/live.svelte.ts listens to the server.' },
        { name: 'localStorage', message: 'Only src/keep.ts keeps settings on the device.' },
        { name: 'alert', message: 'Use a toast or a Dialog.' },
        { name: 'confirm', message: 'Use a Dialog.' },
        { name: 'prompt', message: 'Use a Dialog.' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['src/api.ts', 'src/worker/**'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['src/live.svelte.ts', 'src/keep.ts', 'public/theme.js'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['src/**/*.test.ts', 'src/testing.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['scripts/**'], languageOptions: { globals: { ...globals.node } }, rules: { 'no-console': 'off' } },
);
