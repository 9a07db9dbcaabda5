import { keep } from './keep';

export type Theme = 'system' | 'light' | 'dark';

const kept = keep.get('theme');
let current = $state<Theme>(kept === 'light' || kept === 'dark' ? kept : 'system');

/** Light, dark, or as the system has it. `public/theme.js` sets the kept one before paint. */
export const theme = {
  get current(): Theme {
    return current;
  },
  choose(next: Theme): void {
    current = next;
    keep.set('theme', next === 'system' ? null : next);
    if (next === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
  },
};
