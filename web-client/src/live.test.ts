import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backoff, Live } from './live.svelte';

/** As much of a browser's EventSource as the client uses, reading a real stream. */
class StreamReader extends EventTarget {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #stop = new AbortController();

  constructor(path: string) {
    super();
    void this.#read(origin + path);
  }

  close(): void {
    this.#stop.abort();
  }

  async #read(url: string): Promise<void> {
    try {
      const response = await fetch(url, { signal: this.#stop.signal });
      if (!response.body) throw new Error('no body');
      this.onopen?.();
      let text = '';
      const stream = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let read = await stream.read(); !read.done; read = await stream.read()) {
        text += read.value;
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) this.#tell(part);
      }
      this.onerror?.();
    } catch {
      if (!this.#stop.signal.aborted) this.onerror?.();
    }
  }

  #tell(part: string): void {
    const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
    const data = field('data');
    if (data === undefined) return;
    this.dispatchEvent(new MessageEvent(field('event') ?? 'message', { data, lastEventId: field('id') ?? '' }));
  }
}

let server: Server;
let origin = '';
let readers: ServerResponse[] = [];
let asked: string[] = [];

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('the condition did not come true');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

beforeEach(async () => {
  readers = [];
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    readers.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(globalThis, { EventSource: StreamReader });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('theStateIsTheLastOneSent', async () => {
  const live = new Live<{ n: number }>('/sessions/1/live');
  await until(() => live.status === 'connected');
  readers[0]?.write('event: state\ndata: {"n":1}\n\nevent: state\ndata: {"n":2}\n\n');
  await until(() => live.state?.n === 2);
  expect(asked).toEqual(['/api/v1/sessions/1/live']);
  live.close();
  expect(live.status).toBe('closed');
});

test('anOlderRevisionIsIgnored', async () => {
  const live = new Live<{ n: number }>('/x');
  await until(() => readers.length === 1);
  readers[0]?.write('id: 7\ndata: {"n":7}\n\nid: 5\ndata: {"n":5}\n\nid: 8\ndata: {"n":8}\n\n');
  await until(() => live.state?.n === 8);
  live.close();
});

test('changesAreFoldedIntoTheState', async () => {
  const live = new Live<number>('/x', {
    events: ['more'],
    take: (before, message) => (message.event === 'more' ? (before ?? 0) + Number(message.data) : Number(message.data)),
  });
  await until(() => readers.length === 1);
  readers[0]?.write('event: state\ndata: 40\n\nevent: more\ndata: 2\n\n');
  await until(() => live.state === 42);
  live.close();
});

test('aLostConnectionIsMadeAgainFromWhereItWas', async () => {
  let returns = 0;
  const live = new Live<number>('/x', { again: () => (returns += 1) });
  await until(() => readers.length === 1);
  readers[0]?.write('id: 3\ndata: 3\n\n');
  await until(() => live.state === 3);
  readers[0]?.end();
  await until(() => live.status === 'reconnecting');
  expect(live.state).toBe(3);
  window.dispatchEvent(new Event('online'));
  await until(() => live.status === 'connected' && returns === 1);
  expect(asked.at(-1)).toBe('/api/v1/x?after=3');
  live.close();
});

test('waitsGrowAreSpreadAndEnd', () => {
  expect(backoff(0, 0)).toBe(500);
  expect(backoff(0, 1)).toBe(1000);
  expect(backoff(3, 1)).toBe(8000);
  expect(backoff(30, 1)).toBe(30_000);
});
