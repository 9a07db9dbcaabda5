// Runs `npm ci`, unless the packages installed are already those of the lock file.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** What a lock file pins, without the root entry and the fields that npm leaves out of its own copy. */
function pinned(path) {
  const file = new URL(path, root);
  if (!existsSync(file)) return null;
  return Object.entries(JSON.parse(readFileSync(file)).packages ?? {})
    .filter(([place]) => place !== '')
    .map(([place, entry]) => [place, `${entry.version} ${entry.integrity}`, entry.optional === true]);
}

const wanted = pinned('package-lock.json');
const found = pinned('node_modules/.package-lock.json');
const installed = found && new Map(found.map(([place, version]) => [place, version]));
const same =
  installed !== null &&
  wanted.every(([place, version, optional]) => (installed.has(place) ? installed.get(place) === version : optional));
if (!same) {
  console.log('web client: installing packages (npm ci)');
  execSync('npm ci --no-audit --no-fund --prefer-offline', { cwd: root, stdio: 'inherit' });
}
