import { kept } from './kept';
import { newId, pause, standingOf, type Entry, type Standing } from './rules';
import { sendBox, type Ended, type Told } from './send';

/** What is to be said: everything of an entry but what the outbox itself adds. */
export type Draft = Pick<Entry, 'method' | 'path' | 'batch' | 'body' | 'about'> & { readonly id?: string };

const channel = 'diemcau.outbox';

/** What a page hears of its outbox. */
export type Heard = Partial<Told>;

/** One queue on this device: keeps first, then sends, by itself, whenever it can. Several tabs share it and only one sends. */
export class Outbox {
  entries = $state.raw<readonly Entry[]>([]);
  /** How the last round ended; undefined before the first. */
  ended = $state<Ended | undefined>(undefined);
  sending = $state(false);
  /** The disk would not take something. */
  failed = $state.raw<unknown>(undefined);
  readonly standing: Standing = $derived(standingOf(this.entries));
  readonly box: string;

  readonly #device: string;
  readonly #told: Heard;
  readonly #channel: BroadcastChannel | undefined;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again = false;
  #closed = false;

  constructor(box: string, device: string, told: Heard = {}) {
    this.box = box;
    this.#device = device;
    this.#told = told;
    if ('BroadcastChannel' in globalThis) {
      this.#channel = new BroadcastChannel(channel);
      this.#channel.onmessage = (event: MessageEvent<{ box: string; entries: Entry[] }>) => {
        if (event.data.box === this.box) this.#merge(event.data.entries);
      };
    }
    window.addEventListener('online', this.flush);
    document.addEventListener('visibilitychange', this.#seen);
  }

  /** Reads what the device has kept, then begins to send. */
  async start(): Promise<void> {
    this.#merge(await kept.of(this.box));
    void this.flush();
    // What cannot be shut now lies as it lay; the next page tries again.
    void kept
      .carryOver()
      .then(() => kept.rewrite(this.box))
      .catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.flush);
    document.removeEventListener('visibilitychange', this.#seen);
    // What is on its way is still told to those who come after.
    if (!this.sending) this.#channel?.close();
  }

  /** Keeps it; fulfilled once it is on the disk. Sending follows by itself. */
  async add(draft: Draft): Promise<Entry> {
    try {
      const made: Entry = {
        ...draft,
        id: draft.id ?? newId(),
        box: this.box,
        madeAt: new Date().toISOString(),
        state: 'waiting',
      };
      const { hand } = this.#told;
      const entry = await (hand && made.batch !== undefined ? hand.add(made) : kept.add(made));
      this.failed = undefined;
      this.#share([entry]);
      void this.flush();
      return entry;
    } catch (failure) {
      this.failed = failure;
      throw failure;
    }
  }

  /** Sends what waits, unless another tab is at it. */
  flush = async (): Promise<void> => {
    if (this.#closed) return;
    if (this.sending) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.sending = true;
    let mine = true;
    try {
      do {
        this.#again = false;
        mine = await this.#round();
      } while (this.#again && !this.#closed);
    } finally {
      this.sending = false;
    }
    if (this.#closed) return this.#channel?.close();
    // Whoever is sending now may be closed before all is sent: look again.
    if (!mine || this.ended === 'later') {
      this.#timer = setTimeout(() => void this.flush(), pause(this.#attempt, Math.random()));
      this.#attempt += 1;
    } else {
      this.#attempt = 0;
    }
  };

  /** False when another tab is sending. */
  async #round(): Promise<boolean> {
    const send = async (): Promise<boolean> => {
      this.ended = await sendBox(await kept.waiting(this.box), this.#device, {
        ...this.#told,
        settled: (entries) => {
          this.#share(entries);
          this.#told.settled?.(entries);
        },
      });
      return true;
    };
    if (!('locks' in navigator)) return send();
    const name = `${channel}:${this.box}`;
    return navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? send() : false));
  }

  #share(entries: readonly Entry[]): void {
    this.#merge(entries);
    this.#channel?.postMessage({ box: this.box, entries });
  }

  #merge(some: readonly Entry[]): void {
    const byN = new Map(this.entries.map((entry) => [entry.n, entry]));
    for (const entry of some) {
      const known = byN.get(entry.n);
      // A tab that is locked tells less of an entry than this one knows, and what was read may be older than what was heard.
      byN.set(entry.n, known && known.state !== 'waiting' ? { ...entry, ...known } : { ...known, ...entry });
    }
    this.entries = [...byN.values()].sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
  }

  #seen = (): void => {
    if (document.visibilityState === 'visible' && this.standing.waiting > 0) void this.flush();
  };
}
