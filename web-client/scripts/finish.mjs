// After Vite: weighs the faces that must stay small, writes the service worker's list, compresses what is served.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = new URL('../', import.meta.url).pathname;
const dist = `${root}dist/`;
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`));
const { faces, precache, cacheFirst } = JSON.parse(readFileSync(`${root}faces.json`));

/** A page's piece of the build: under its own name, or under that of the pieces it stands in when others use it too. */
const piece = (name) =>
  manifest[name] ?? Object.values(manifest).find((chunk) => chunk.name === name.replace(/^.*\/|\.\w+$/g, ''));

/** The script and style files that come with an entry of the manifest, through static imports only. */
function closure(name, seen = new Set(), files = new Set()) {
  if (seen.has(name)) return files;
  seen.add(name);
  const chunk = piece(name);
  if (!chunk) throw new Error(`faces.json names ${name}, which the build does not have`);
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) closure(imported, seen, files);
  return files;
}

const weigh = (file) => gzipSync(readFileSync(dist + file), { level: 9 }).length;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const entry = closure('index.html');
let heavy = false;
for (const [face, { limit, modules }] of Object.entries(faces)) {
  const files = new Set([...entry, ...modules.flatMap((module) => [...closure(module)])]);
  const sum = [...files].reduce((total, file) => total + weigh(file), 0);
  const over = sum > limit * 1000;
  heavy ||= over;
  console.log(`${over ? 'TOO HEAVY ' : ''}${face}: ${kilobytes(sum)} kB gzip of script and style (limit ${limit})`);
  if (over) for (const file of files) console.log(`  ${kilobytes(weigh(file))} kB ${file}`);
}
if (heavy) process.exit(1);

// The offline shell: the entry, the pages that must open without a network, and the files in public/ they need.
const offline = new Set(['/', '/theme.js', '/icon.svg', '/icon-maskable.svg', '/app.webmanifest']);
for (const file of entry) offline.add(`/${file}`);
for (const [name, { file }] of Object.entries(manifest)) if (/\.(svg|woff2)$/.test(name)) offline.add(`/${file}`);
for (const page of precache) {
  for (const file of closure(page)) offline.add(`/${file}`);
}
const worker = `${root}src/worker/worker.js`;
if (existsSync(worker)) {
  const list = [...offline].sort();
  const hash = createHash('sha256');
  for (const path of list) hash.update(path).update(readFileSync(dist + (path === '/' ? 'index.html' : path.slice(1))));
  const version = hash.digest('hex').slice(0, 16);
  writeFileSync(
    `${dist}worker.js`,
    `const version = '${version}';\nconst shell = ${JSON.stringify(list)};\nconst cacheFirst = ${JSON.stringify(cacheFirst)};\n${readFileSync(worker, 'utf8')}`,
  );
}

let count = 0;
function compress(folder) {
  for (const name of readdirSync(folder)) {
    const path = `${folder}${name}`;
    if (statSync(path).isDirectory()) {
      if (name !== '.vite') compress(`${path}/`);
      continue;
    }
    if (!/\.(js|css|html|svg|json|webmanifest|txt|wasm)$/.test(name)) continue;
    const content = readFileSync(path);
    if (content.length < 512) continue;
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      }),
    );
    count += 1;
  }
}
compress(dist);
rmSync(`${dist}.vite/manifest.json`);
mkdirSync(`${dist}.vite`, { recursive: true });
writeFileSync(`${dist}.vite/done`, '');
console.log(`dist/ stands: ${count} files compressed`);
