// Writes src/api-types.ts from the server's contract.
import { existsSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const contract = new URL('../../server/src/main/resources/api/openapi.yaml', import.meta.url);
if (!existsSync(contract)) {
    console.error(`no contract at ${contract.pathname}`);
    process.exit(1);
}
const banner = "// Generated from the server's OpenAPI contract by `npm run types`. Do not edit.\n\n";
writeFileSync(new URL('../src/api-types.ts', import.meta.url), banner + astToString(await openapi(contract)));
