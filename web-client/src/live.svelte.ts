import { address } from './api';

export type LiveStatus = 'connecting' | 'connected' | 'reconnecting' | 'closed';

export interface LiveMessage {
  /** The name of the server's event; `state` unless it names another. */
  readonly event: string;
  readonly revision: number | undefined;
  readonly data: unknown;
}

export interface LiveOptions<T> {
  readonly query?: Record<string, string | number | undefined>;
  /** The names of events to hear; `state` and unnamed ones always. */
  readonly events?: readonly string[];
  /** The next state from the one before and a message; by default the message's data is the state. */
  readonly take?: (before: T | undefined, message: LiveMessage) => T | undefined;
  /** Called after a new connection follows a lost one. */
  readonly again?: () => void;
}

let running = 0;

/** Whether anything is followed live on this page. */
export function following(): boolean {
  return running > 0;
}

const first = 1000;
const longest = 30_000;

/** How long to wait before the nth attempt: doubling, at most 30 s, spread so that a hall's phones do not come back at once. */
export function backoff(attempt: number, random: number): number {
  return Math.min(longest, first * 2 ** Math.min(attempt, 10)) * (0.5 + random / 2);
}

/** State that the server keeps sending. Messages of an older revision are ignored; a lost connection is made again. */
export class Live<T> {
  state = $state.raw<T | undefined>(undefined);
  status = $state<LiveStatus>('connecting');
  /** When the last message came. */
  heardAt = $state.raw<Date | undefined>(undefined);

  #source: EventSource | undefined;
  #revision: number | undefined;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #path: string;
  readonly #options: LiveOptions<T>;

  constructor(path: string, options: LiveOptions<T> = {}) {
    this.#path = path;
    this.#options = options;
    window.addEventListener('online', this.#soon);
    document.addEventListener('visibilitychange', this.#soon);
    running += 1;
    this.#open();
  }

  close(): void {
    window.removeEventListener('online', this.#soon);
    document.removeEventListener('visibilitychange', this.#soon);
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
    if (this.status !== 'closed') running -= 1;
    this.status = 'closed';
  }

  #open(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    const source = new EventSource(address(this.#path, { ...this.#options.query, after: this.#revision }));
    this.#source = source;
    source.onopen = () => {
      const lost = this.#attempt > 0;
      this.#attempt = 0;
      this.status = 'connected';
      if (lost) this.#options.again?.();
    };
    source.onerror = () => this.#lost(source);
    const hear = (event: Event): void => this.#hear(event as MessageEvent<string>);
    for (const name of new Set(['message', 'state', ...(this.#options.events ?? [])]))
      source.addEventListener(name, hear);
  }

  #hear(event: MessageEvent<string>): void {
    const revision = /^\d+$/.test(event.lastEventId) ? Number(event.lastEventId) : undefined;
    if (revision !== undefined && this.#revision !== undefined && revision < this.#revision) return;
    if (revision !== undefined) this.#revision = revision;
    const name = event.type === 'message' ? 'state' : event.type;
    const data: unknown = event.data === '' ? undefined : JSON.parse(event.data);
    const message: LiveMessage = { event: name, revision, data };
    this.heardAt = new Date();
    this.state = this.#options.take ? this.#options.take(this.state, message) : (data as T);
  }

  #lost(source: EventSource): void {
    if (source !== this.#source) return;
    source.close();
    this.status = 'reconnecting';
    this.#timer = setTimeout(() => this.#open(), backoff(this.#attempt, Math.random()));
    this.#attempt += 1;
  }

  #soon = (): void => {
    if (this.status === 'reconnecting' && document.visibilityState === 'visible') this.#open();
  };
}

/** Live state for as long as the component stands. Call it while the component is being made. */
export function live<T>(path: string, options: LiveOptions<T> = {}): Live<T> {
  const one = new Live<T>(path, options);
  $effect(() => () => one.close());
  return one;
}
