import { keep } from '../keep';

export type Language = 'vi' | 'en';
export type Both = { readonly vi: string; readonly en: string };

let current = $state<Language>(keep.get('language') === 'en' ? 'en' : 'vi');

/** The language on the screen. Reading `current` in a template follows it. */
export const language = {
  get current(): Language {
    return current;
  },
  choose(next: Language): void {
    current = next;
    keep.set('language', next);
    document.documentElement.lang = next;
  },
};

/** The one of two texts that belongs to the language on the screen. */
export function inLanguage(both: Both): string {
  return both[current];
}
