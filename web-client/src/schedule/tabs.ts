import type { Component } from 'svelte';
import type { Both } from '../words/language.svelte';
import type { ProgrammeWhole } from './data';

/** A tab that another feature adds to the page of a programme: its folder's `programme-tab.ts` exports `programmeTabs`. */
export interface ProgrammeTab {
  /** The value of `?muc=` in the address. */
  readonly value: string;
  readonly label: Both;
  /** Overview is 10, sessions 20, sites 30; last comes what is last. */
  readonly order: number;
  readonly load: () => Promise<{ default: Component<{ programme: ProgrammeWhole; changed: () => void }> }>;
}

const found = import.meta.glob<{ programmeTabs: readonly ProgrammeTab[] }>('../*/programme-tab.ts', { eager: true });

export const otherTabs: readonly ProgrammeTab[] = Object.values(found)
  .flatMap((feature) => feature.programmeTabs)
  .sort((a, b) => a.order - b.order);
