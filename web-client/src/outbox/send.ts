import { api } from '../api';
import { asProblem } from '../problem';
import type { Hand } from './hand';
import { kept } from './kept';
import { answered, meaningOf, nextOf, type Answer, type Entry } from './rules';

/** How a round of sending ended for a box. */
export type Ended = 'all_sent' | 'later' | 'signed_out';

interface BatchAnswer {
  readonly serverTime: string;
  readonly results: readonly (Answer & { readonly id: string })[];
}

export interface Told {
  /** Entries whose state has changed. */
  readonly settled: (entries: readonly Entry[]) => void;
  /** The server's time, and ours in the middle of the call: how far the clocks stand apart. */
  readonly clocks?: (server: Date, here: Date) => void;
  /** Signs what goes, where this device has a key. */
  readonly hand?: Hand;
  /** Puts into an address what only an earlier answer could tell; undefined while that answer is missing. */
  readonly resolve?: (path: string) => string | undefined;
}

/** Sends what one box has, oldest first, until nothing waits or the server cannot be had. A refused entry stands in nobody's way. */
export async function sendBox(waiting: readonly Entry[], device: string, told: Told): Promise<Ended> {
  let left = waiting;
  while (left.length > 0) {
    const now = nextOf(left);
    try {
      const known = await deliver(now, device, told);
      await settle(known, told);
      if (known.length < now.length) return 'later';
    } catch (failure) {
      const problem = asProblem(failure);
      const meaning = problem.code === 'unknown' && problem.status === 0 ? 'later' : meaningOf(problem.status);
      if (meaning !== 'never') return meaning;
      if (now.length > 1) {
        const ended = await oneByOne(now, device, told);
        if (ended !== 'all_sent') return ended;
      } else {
        await settle(
          now.map((entry) => answered(entry, { result: 'refused', reason: problem.code }, new Date().toISOString())),
          told,
        );
      }
    }
    left = left.slice(now.length);
  }
  return 'all_sent';
}

/** A batch the server would not take as a whole goes one by one, so that only the bad entry is refused. */
async function oneByOne(entries: readonly Entry[], device: string, told: Told): Promise<Ended> {
  for (const entry of entries) {
    const ended = await sendBox([entry], device, told);
    if (ended !== 'all_sent') return ended;
  }
  return 'all_sent';
}

async function deliver(entries: readonly Entry[], device: string, told: Told): Promise<Entry[]> {
  const first = entries[0];
  const at = (): string => new Date().toISOString();
  if (!first) return [];
  const address = (path: string): string | undefined => (told.resolve ? told.resolve(path) : path);
  const to = address(first.batch ?? first.path);
  if (to === undefined) return [];
  if (first.batch !== undefined) {
    const sentAt = Date.now();
    const times = { sentAt: new Date(sentAt).toISOString() };
    const lines = entries.flatMap((entry) => entry.line ?? []);
    const sealed = lines.length === entries.length ? await told.hand?.seal(lines, times) : undefined;
    const bare = (): unknown => ({ device, ...times, entries: entries.map(({ id, body }) => ({ id, ...body })) });
    const answer = await api.post<BatchAnswer>(to, sealed ? { device, sealed } : bare());
    told.clocks?.(new Date(answer.serverTime), new Date((sentAt + Date.now()) / 2));
    const byId = new Map(answer.results.map((result) => [result.id, result]));
    return entries.flatMap((entry) => {
      const result = byId.get(entry.id);
      return result ? [answered(entry, result, at())] : [];
    });
  }
  const call = first.method === 'PUT' ? api.put<unknown> : api.post<unknown>;
  const body = 'seenAt' in first.body ? { ...first.body, sentAt: at() } : first.body;
  return [answered(first, answerOf(await call(to, body)), at())];
}

function answerOf(told: unknown): Answer {
  if (typeof told === 'object' && told !== null && 'result' in told) return { ...(told as Answer), told };
  return { result: 'done', told };
}

async function settle(entries: readonly Entry[], told: Told): Promise<void> {
  await kept.put(entries);
  told.settled(entries);
}
