// Writes src/api-types.ts from the server's contract (with --check: says whether it is what stands there): openapi.yaml holds what all share, FEATURE.yaml one feature's paths and schemas.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const folder = new URL('../../server/src/main/resources/api/', import.meta.url);
if (!existsSync(folder)) {
  console.error(`no contract at ${folder.pathname}`);
  process.exit(1);
}
const read = (name) => parse(readFileSync(new URL(name, folder), 'utf8')) ?? {};
const whole = read('openapi.yaml');
whole.paths ??= {};
whole.components ??= {};
const parts = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'openapi.yaml');
for (const name of parts.sort()) {
  const part = read(name);
  Object.assign(whole.paths, part.paths);
  for (const [kind, entries] of Object.entries(part.components ?? {})) {
    whole.components[kind] ??= {};
    for (const [key, value] of Object.entries(entries ?? {})) {
      if (key in whole.components[kind]) throw new Error(`two parts of the contract name ${kind}/${key}`);
      whole.components[kind][key] = value;
    }
  }
}

const banner = "// Generated from the server's OpenAPI contract by `npm run types`. Do not edit.\n\n";
const types = banner + astToString(await openapi(whole));
const target = new URL('../src/api-types.ts', import.meta.url);
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== types) {
    console.error('src/api-types.ts is not what the contract says: npm run types');
    process.exit(1);
  }
} else writeFileSync(target, types);
