import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { address, api, path, whenSignedOut } from './api';
import { asProblem, ProblemError } from './problem';
import { language } from './words/language.svelte';
import { sentence } from './words/sentences';

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly never?: boolean;
}

let server: Server;
let answer: Answer = {};
let got: { method: string; url: string; headers: IncomingMessage['headers']; body: string } | undefined;
const browserFetch = globalThis.fetch;

beforeEach(async () => {
  got = undefined;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      if (answer.never) return;
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body ?? '{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  globalThis.fetch = (to, how) => browserFetch(origin + String(to), how);
});

afterEach(() => {
  globalThis.fetch = browserFetch;
  server.closeAllConnections();
  server.close();
  document.cookie = 'diemcau_csrf=; max-age=0';
  language.choose('vi');
});

async function failure(call: Promise<unknown>): Promise<ProblemError> {
  return asProblem(
    await call.then(
      () => undefined,
      (reason: unknown) => reason,
    ),
  );
}

test('aChangingCallRepeatsTheTokenOfTheCookie', async () => {
  document.cookie = 'diemcau_csrf=a%2Bb';
  answer = { status: 201, body: '{"id":"1"}' };
  expect(await api.post('/units', { name: 'Đại Từ' })).toEqual({ id: '1' });
  expect(got).toMatchObject({ method: 'POST', url: '/api/v1/units', body: '{"name":"Đại Từ"}' });
  expect(got?.headers['x-csrf']).toBe('a+b');
});

test('aReadingCallCarriesNoToken', async () => {
  document.cookie = 'diemcau_csrf=secret';
  answer = {};
  await api.get('/units', { query: { below: 'a b', page: 2, none: undefined } });
  expect(got?.url).toBe('/api/v1/units?below=a+b&page=2');
  expect(got?.headers['x-csrf']).toBeUndefined();
});

test('nothingIsAnAnswerToo', async () => {
  answer = { status: 204, body: '' };
  expect(await api.delete('/units/1')).toBeUndefined();
});

test('aRefusalIsAProblemWithItsCodeAndField', async () => {
  answer = {
    status: 422,
    headers: { 'content-type': 'application/problem+json' },
    body: '{"status":422,"code":"login_form","field":"login","detail":"…"}',
  };
  expect(await failure(api.put('/accounts/1', {}))).toMatchObject({ status: 422, code: 'login_form', field: 'login' });
});

test('aRefusalThatIsNotJsonStillHasACode', async () => {
  answer = { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' };
  const problem = await failure(api.get('/units'));
  expect(problem.code).toBe('http_502');
  expect(sentence(problem)).toContain('http_502');
});

test('theEndOfASessionIsToldOnce', async () => {
  let told = 0;
  const forget = whenSignedOut(() => (told += 1));
  answer = { status: 401, body: '{"code":"not_signed_in"}' };
  await failure(api.get('/units'));
  await failure(api.get('/me'));
  await failure(api.post('/sign-in', {}));
  forget();
  expect(told).toBe(1);
});

test('aServerThatCannotBeReachedIsOfflineAndASlowOneATimeout', async () => {
  answer = { never: true };
  expect((await failure(api.get('/units', { timeout: 30 }))).code).toBe('timeout');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect((await failure(api.get('/units'))).code).toBe('offline');
});

test('anAbortAskedForIsNoProblem', async () => {
  answer = { never: true };
  const stop = new AbortController();
  const call = api.get('/units', { signal: stop.signal });
  stop.abort();
  await expect(call).rejects.not.toBeInstanceOf(ProblemError);
});

test('pathsAreEscaped', () => {
  expect(path`/units/${'a/b c'}/people`).toBe('/units/a%2Fb%20c/people');
  expect(address('/x', { q: '' })).toBe('/api/v1/x');
});

test('everyGeneralStatusHasASentenceInBothLanguages', async () => {
  for (const status of [400, 401, 403, 404, 409, 410, 413, 422, 429, 503]) {
    const problem = new ProblemError(status, 'no_feature_knows_this');
    const vietnamese = sentence(problem);
    expect(vietnamese).not.toContain('no_feature_knows_this');
    language.choose('en');
    // Another test may have left words whose English half is still to come.
    await expect.poll(() => language.current).toBe('en');
    expect(sentence(problem)).not.toBe(vietnamese);
    language.choose('vi');
  }
});
