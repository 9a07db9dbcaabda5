import { keep } from '../keep';

export type Language = 'vi' | 'en';
export type Both = { readonly vi: string; readonly en: string };

type Fetch = () => Promise<void>;

let current = $state<Language>(keep.get('language') === 'en' ? 'en' : 'vi');
let chosen: Language | undefined;
let arrived = $state(0);
const wanted = new Set<Fetch>();
const coming = new Set<Promise<void>>();

/** The language on the screen. Reading `current` in a template follows it. */
export const language = {
  get current(): Language {
    return current;
  },
  /** How many English halves have come: reading it makes a template follow them. */
  get arrived(): number {
    return arrived;
  },
  choose(next: Language): void {
    keep.set('language', next);
    chosen = next;
    const change = (): void => {
      // Somebody may have chosen again while the words were coming.
      if (chosen !== next) return;
      current = next;
      document.documentElement.lang = next;
    };
    if (next === 'en' && wanted.size > 0) void fetchWanted().then(change);
    else change();
  },
  /** An English half that is apart, fetched when English is read. */
  apart(fetch: Fetch): void {
    wanted.add(fetch);
    if (current === 'en') void fetchWanted();
  },
  /** Completes when the English halves of everything loaded so far are there, at once for those who read Vietnamese. */
  async ready(): Promise<void> {
    await Promise.all(coming);
  },
};

/** A half that could not be fetched stays Vietnamese on the screen and is asked for again with the next one. */
async function fetchWanted(): Promise<void> {
  const fetches = [...wanted];
  wanted.clear();
  const all = Promise.all(fetches.map((fetch) => fetch().catch(() => void wanted.add(fetch)))).then(() => {
    arrived += 1;
  });
  coming.add(all);
  await all;
  coming.delete(all);
}

/** The one of two texts that belongs to the language on the screen. */
export function inLanguage(both: Both): string {
  return both[current];
}
