// Refuses a lock file that `npm ci` on another platform would refuse: every optional dependency named must have an entry.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url)));
const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !names.has(name))
    .map((name) => `${path} wants ${name}`),
);
if (missing.length > 0) {
  console.error(`package-lock.json lacks optional packages:\n${missing.join('\n')}`);
  process.exit(1);
}
