import { say } from './words';

/** Seconds from, and until which, something was played. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** Gathers what was really played, and hands it over until the server has answered for it. */
export class Playing {
  #spans: Span[] = [];
  #at: number | undefined;

  /** The picture stands at this place while it plays. A leap is no playing. */
  at(place: number): void {
    const before = this.#at;
    this.#at = place;
    if (before === undefined || place <= before || place - before > 2.5) return;
    const last = this.#spans.at(-1);
    if (last && Math.abs(last.until - before) < 0.001)
      this.#spans[this.#spans.length - 1] = { from: last.from, until: place };
    else this.#spans.push({ from: before, until: place });
  }

  /** It stands still, or somebody looks for another place. */
  leap(): void {
    this.#at = undefined;
  }

  /** In whole seconds, ready to be sent. */
  get spans(): Span[] {
    return this.#spans
      .map(({ from, until }) => ({ from: Math.round(from), until: Math.round(until) }))
      .filter(({ from, until }) => until > from)
      .slice(-200);
  }

  /** The server has answered for what was handed over; what was played since stays. */
  answered(until: number): void {
    const last = this.#spans.at(-1);
    this.#spans = last && last.until > until ? [{ from: Math.max(last.from, until), until: last.until }] : [];
  }

  get end(): number {
    return this.#spans.at(-1)?.until ?? 0;
  }
}

export interface Chapter {
  readonly from: number;
  readonly title: string;
}

/** The cues of a WebVTT text as chapters, by time. */
export function chapters(text: string): Chapter[] {
  const found: Chapter[] = [];
  for (const block of text.replaceAll('\r', '').split(/\n{2,}/)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => line.includes('-->'));
    const from = at < 0 ? undefined : seconds(lines[at]?.split('-->')[0] ?? '');
    const title = lines
      .slice(at + 1)
      .join(' ')
      .trim();
    if (from !== undefined && title !== '') found.push({ from, title });
  }
  return found.sort((a, b) => a.from - b.from);
}

function seconds(time: string): number | undefined {
  const parts = time
    .trim()
    .split(':')
    .map((part) => Number(part));
  if (parts.length < 2 || parts.some((part) => Number.isNaN(part))) return undefined;
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

/** 75 → 1:15, 3700 → 1:01:40 */
export function time(whole: number): string {
  const all = Math.floor(whole);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor(all / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

/** The whole percent that was reached, never rounded up. */
export function percent(seen: number, whole: number): number {
  return whole <= 0 ? 0 : Math.floor((Math.min(seen, whole) * 100) / whole);
}

/** What a key does in the player. */
export type Deed = 'toggle' | 'back' | 'on' | 'slower' | 'faster' | 'captions' | 'full' | 'mute';

export function deed(key: string): Deed | undefined {
  const keys: Readonly<Record<string, Deed>> = {
    ' ': 'toggle',
    k: 'toggle',
    ArrowLeft: 'back',
    j: 'back',
    ArrowRight: 'on',
    l: 'on',
    '<': 'slower',
    '>': 'faster',
    c: 'captions',
    f: 'full',
    m: 'mute',
  };
  return keys[key];
}

/** The next speed in that direction. */
export function speedAfter(now: number, step: 1 | -1): number {
  const here = speeds.findIndex((speed) => speed >= now);
  const next = Math.min(speeds.length - 1, Math.max(0, (here < 0 ? speeds.length - 1 : here) + step));
  return speeds[next] ?? 1;
}

const reasons = ['file_kind', 'file_too_large', 'file_empty', 'file_name', 'checksum_differs'] as const;

/** The words for why a recorder could not bring a file; what has none is shown as it came. */
export function why(code: string): string {
  const known = reasons.find((each) => each === code);
  return known ? say(`failure.${known}`) : code;
}

/** Who plays, for the server: this tab, whatever it plays and however often it is loaded again. */
export function thisTab(): string {
  const fresh = crypto.randomUUID?.() ?? String(Math.random());
  try {
    const known = sessionStorage.getItem('diemcau.tab') ?? fresh;
    sessionStorage.setItem('diemcau.tab', known);
    return known;
  } catch {
    return fresh;
  }
}
