// Builds dist/, unless nothing it is made of is newer than what stands there.
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const root = new URL('../', import.meta.url).pathname;
const sources = ['src', 'public', 'scripts', 'index.html', 'package-lock.json', 'vite.config.ts', 'svelte.config.js'];

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

const done = `${root}dist/.vite/done`;
const fresh = existsSync(done) && sources.every((source) => newest(root + source) <= statSync(done).mtimeMs);
if (!fresh) {
  console.log('web client: building pages (vite)');
  execSync('npm run --silent build', { cwd: root, stdio: 'inherit' });
}
