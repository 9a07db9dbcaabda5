import type { Shut } from './guard';

/** Something said to the server that must not be lost: kept on the device first, then sent until it is answered. */
export interface Entry {
  /** Its place among everything kept on this device; given when it is kept. */
  readonly n?: number;
  /** Made by this device; the server takes the same id once. */
  readonly id: string;
  /** The queue it belongs to: one site, one cell, one phone's check-ins. Each keeps its order. */
  readonly box: string;
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  /** Where several of one site may go together; each is answered by itself. */
  readonly batch?: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The entry as a line of the device's signed chain; absent where the page has no cryptography. */
  readonly line?: Line;
  /** What this device made of it, for its own pages; never sent. */
  readonly about?: unknown;
  /** By this device's clock. */
  readonly madeAt: string;
  readonly state: 'waiting' | 'accepted' | 'refused';
  readonly answer?: Answer;
  /** By this device's clock. */
  readonly answeredAt?: string;
  /** What lies under a PIN that nobody has typed here. */
  readonly hidden?: Shut;
}

/** An entry's very text, with its number and the hash of the one before it, and the device that signs it. */
export interface Line {
  readonly device: string;
  readonly text: string;
}

/** What the server said of one entry. */
export interface Answer {
  readonly result: 'counted' | 'already' | 'refused' | 'done';
  readonly reason?: string;
  readonly person?: {
    readonly id: string;
    readonly name: string;
    readonly birthYear?: number;
    readonly unitName?: string;
  };
  readonly outcome?: unknown;
  readonly expectedSite?: string;
  /** The whole body, where the entry went by itself. */
  readonly told?: unknown;
}

export const largestBatch = 200;

/**
 * What goes next from one box: the oldest waiting, with those right behind it that may go along. What takes another back
 * never goes with it: the server judges the entries of a batch side by side. A batch is of one device's hand.
 */
export function nextOf(waiting: readonly Entry[]): readonly Entry[] {
  const first = waiting[0];
  if (!first) return [];
  if (first.batch === undefined) return [first];
  const taken = new Set<string>();
  const end = waiting.findIndex((entry) => {
    const { undoes } = entry.body;
    const stops =
      entry.batch !== first.batch ||
      entry.line?.device !== first.line?.device ||
      (typeof undoes === 'string' && taken.has(undoes));
    taken.add(entry.id);
    return stops;
  });
  return waiting.slice(0, Math.min(end === -1 ? waiting.length : end, largestBatch));
}

/** What a failed call means: come back later, somebody must sign in again, or the server will never take it as it is. */
export function meaningOf(status: number): 'later' | 'signed_out' | 'never' {
  if (status === 401 || status === 403) return 'signed_out';
  if (status === 0 || status === 408 || status === 425 || status === 429 || status >= 500) return 'later';
  return 'never';
}

/** One entry with the server's answer. */
export function answered(entry: Entry, answer: Answer, at: string): Entry {
  return { ...entry, state: answer.result === 'refused' ? 'refused' : 'accepted', answer, answeredAt: at };
}

/** Milliseconds before the nth attempt after a failure: doubling to 30 s, spread so that a hall's phones do not come at once. */
export function pause(attempt: number, random: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.min(attempt, 6)) * (0.6 + random * 0.4);
}

/** How a box stands, for the line that says it. */
export interface Standing {
  readonly waiting: number;
  readonly accepted: number;
  readonly refused: number;
  /** When the last answer came, by this device's clock. */
  readonly sentAt: string | undefined;
}

export function standingOf(entries: readonly Entry[]): Standing {
  let waiting = 0;
  let accepted = 0;
  let refused = 0;
  let sentAt: string | undefined;
  for (const entry of entries) {
    if (entry.state === 'waiting') waiting += 1;
    else if (entry.state === 'accepted') accepted += 1;
    else refused += 1;
    if (entry.answeredAt !== undefined && (sentAt === undefined || entry.answeredAt > sentAt))
      sentAt = entry.answeredAt;
  }
  return { waiting, accepted, refused, sentAt };
}

/** A UUID of version 7: ids made later sort later. */
export function newId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint32(0, Math.floor(now / 65_536));
  new DataView(bytes.buffer).setUint16(4, now % 65_536);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
