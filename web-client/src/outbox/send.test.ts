import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kept } from './kept';
import { newId, type Entry } from './rules';
import { sendBox } from './send';

/** A server of the test's own: takes each id once, refuses what it is told to refuse. */
class Server {
  readonly seen: string[] = [];
  readonly calls: string[] = [];
  bad = '';
  down = false;
  status = 200;
  answersOnly = Infinity;

  answer = async (url: string | URL | Request, options?: RequestInit): Promise<Response> => {
    if (this.down) throw new TypeError('failed to fetch');
    const path = String(url);
    this.calls.push(path);
    if (this.status !== 200) return json(this.status, { code: 'told' });
    const body = JSON.parse(String(options?.body)) as { id?: string; entries?: { id: string }[] };
    if (path.endsWith('/batch')) {
      const entries = body.entries ?? [];
      if (entries.some((entry) => entry.id === 'poison')) return json(400, { code: 'malformed' });
      const results = entries.slice(0, this.answersOnly).map(({ id }) => this.take(id));
      return json(200, { serverTime: '2026-11-22T02:00:00Z', results });
    }
    return json(200, this.take(path.split('/').at(-1) ?? ''));
  };

  take(id: string) {
    if (id === this.bad) return { id, result: 'refused', reason: 'badge_revoked' };
    this.seen.push(id);
    return { id, result: 'counted' };
  }
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

let server: Server;
let box: string;

async function keep(id: string, more: Partial<Entry> = {}): Promise<Entry> {
  const path = `/sessions/s/sites/a/evidence/${id}`;
  const batch = '/sessions/s/sites/a/evidence/batch';
  const body = { kind: 'in' };
  return kept.add({ id, box, method: 'PUT', path, batch, body, madeAt: 'now', state: 'waiting', ...more });
}

async function round(settled: (entries: readonly Entry[]) => void = () => undefined) {
  const waiting = (await kept.of(box)).filter((entry) => entry.state === 'waiting');
  return sendBox(waiting, 'device', { settled });
}

async function states(): Promise<Record<string, string>> {
  return Object.fromEntries((await kept.of(box)).map((entry) => [entry.id.slice(-8), entry.state]));
}

beforeEach(() => {
  server = new Server();
  box = newId();
  vi.stubGlobal('fetch', server.answer);
});

afterEach(() => void vi.unstubAllGlobals());

describe('sending', () => {
  it('takes everything in order, each once', async () => {
    const ids = [newId(1), newId(2), newId(3)];
    for (const id of ids) await keep(id);
    expect(await round()).toBe('all_sent');
    expect(server.seen).toEqual(ids);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['accepted']));
    expect(await round()).toBe('all_sent');
    expect(server.seen).toEqual(ids);
  });

  it('loses nothing while the server is away', async () => {
    await keep(newId());
    server.down = true;
    expect(await round()).toBe('later');
    server.down = false;
    server.status = 503;
    expect(await round()).toBe('later');
    server.status = 200;
    expect(await round()).toBe('all_sent');
    expect(server.seen).toHaveLength(1);
  });

  it('stops when somebody must sign in, and keeps what waits', async () => {
    await keep(newId());
    server.status = 401;
    expect(await round()).toBe('signed_out');
    expect(Object.values(await states())).toEqual(['waiting']);
  });

  it('refuses the bad entry alone, and the others go through', async () => {
    const good = [newId(1), newId(2)];
    await keep(good[0] ?? '');
    await keep('poison');
    await keep(good[1] ?? '');
    expect(await round()).toBe('all_sent');
    expect(server.seen).toEqual(good);
    const poison = (await kept.of(box)).find((entry) => entry.id === 'poison');
    expect(poison).toMatchObject({ state: 'refused', answer: { reason: 'malformed' } });
    await kept.forget(box);
  });

  it('keeps the reason of a refusal', async () => {
    server.bad = newId();
    await keep(server.bad);
    await round();
    expect((await kept.of(box))[0]).toMatchObject({ state: 'refused', answer: { reason: 'badge_revoked' } });
  });

  it('goes on with what was left unanswered', async () => {
    for (let n = 0; n < 3; n += 1) await keep(newId(n));
    server.answersOnly = 2;
    expect(await round()).toBe('later');
    expect(await round()).toBe('all_sent');
    expect(server.seen).toHaveLength(3);
  });

  it('waits with what an earlier answer must complete', async () => {
    const path = '/sessions/{session}/sites/cell/evidence/x';
    await keep(newId(1), { path: '/cells/u/meetings/m', batch: undefined });
    await keep(newId(2), { path, batch: '/sessions/{session}/sites/cell/evidence/batch' });
    const waiting = await kept.of(box);
    let session: string | undefined;
    const ended = await sendBox(waiting, 'device', {
      settled: (entries) => {
        if (entries[0]?.path.startsWith('/cells/')) session = 'made';
      },
      resolve: (to) => (to.includes('{session}') ? session && to.replace('{session}', session) : to),
    });
    expect(ended).toBe('all_sent');
    expect(server.calls.at(-1)).toBe('/api/v1/sessions/made/sites/cell/evidence/batch');
  });
});

describe('what is kept', () => {
  it('stands past everything but the removal of what was sent', async () => {
    await keep(newId(1));
    await round();
    await keep(newId(2));
    await kept.forget(box);
    expect(await kept.of(box)).toHaveLength(1);
    expect((await kept.unsent()).get(box)).toBe(1);
  });
});
