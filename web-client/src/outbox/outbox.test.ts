import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Outbox } from './outbox.svelte';
import { newId, type Entry } from './rules';

/** Locks as browsers give them to tabs; jsdom has none. */
class Locks {
  readonly #held = new Set<string>();

  async request(name: string, _: unknown, work: (lock: object | null) => Promise<unknown>): Promise<unknown> {
    if (this.#held.has(name)) return work(null);
    this.#held.add(name);
    try {
      return await work({});
    } finally {
      this.#held.delete(name);
    }
  }
}

/** What one page of a browser says and its others hear. */
class Channel {
  static all = new Set<Channel>();
  onmessage?: (event: { data: unknown }) => void;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    Channel.all.add(this);
  }

  postMessage(data: unknown): void {
    if (!Channel.all.has(this)) throw new DOMException('closed', 'InvalidStateError');
    for (const one of Channel.all) if (one !== this && one.name === this.name) one.onmessage?.({ data });
  }

  close(): void {
    Channel.all.delete(this);
  }
}

let box: string;
let answer: () => void;
let sent: string[];

const draft = { method: 'PUT', path: '/p', batch: '/sessions/s/sites/a/evidence/batch', body: {} } as const;

beforeEach(() => {
  box = `site:s|${newId()}`;
  sent = [];
  vi.stubGlobal('BroadcastChannel', Channel);
  Object.defineProperty(navigator, 'locks', { value: new Locks(), configurable: true });
  vi.stubGlobal('fetch', async (_: string, options: RequestInit) => {
    const { entries } = JSON.parse(String(options.body)) as { entries: { id: string }[] };
    sent.push(...entries.map(({ id }) => id));
    await new Promise<void>((give) => (answer = give));
    const results = entries.map(({ id }) => ({ id, result: 'counted' }));
    const body = JSON.stringify({ serverTime: '2026-11-22T02:00:00Z', results });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'locks');
});

function states({ entries }: Outbox): string[] {
  return entries.map((entry: Entry) => entry.state);
}

describe('one queue in two pages', () => {
  it('goes on with what the page before was sending when it was left, and sends it once', async () => {
    const before = new Outbox(box, 'device');
    await before.start();
    await before.add(draft);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    const after = new Outbox(box, 'device');
    await after.start();
    before.close();
    await after.add(draft);
    expect(states(after)).toEqual(['waiting', 'waiting']);
    answer();
    await vi.waitFor(() => expect(sent).toHaveLength(2), { timeout: 5000 });
    answer();
    await vi.waitFor(() => expect(states(after)).toEqual(['accepted', 'accepted']), { timeout: 5000 });
    expect(new Set(sent).size).toBe(2);
    after.close();
  });
});
