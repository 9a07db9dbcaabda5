import { place } from '../place.svelte';
import { session } from '../session.svelte';
import { isoDay } from '../words/format';
import type { Asking, Kind } from './data';
import { periodOf, readPeriod } from './rules';

const kinds: readonly string[] = [
  'class',
  'conference',
  'seminar',
  'resolution_study',
  'cell_meeting',
  'assessment',
  'contest',
];

/** The period, kind, tree, campaign and group of the address; without them today's quarter, all kinds, units as they were. Reading it in a template follows it. */
export const asking = {
  get now(): Asking {
    const kind = place.query('loai') ?? '';
    return {
      period: readPeriod(place.query('ky')) ?? periodOf('quarter', isoDay(session.now())),
      kind: kinds.includes(kind) ? (kind as Kind) : '',
      tree: place.query('tc') === 'hom-nay' ? 'today' : 'then',
      trend: place.query('xu') === 'thang' ? 'month' : 'period',
      campaign: place.query('dot') ?? '',
      group: place.query('dot') ? '' : (place.query('nhom') ?? ''),
    };
  },
  /** This page's query with changes, as a link: rows keep the period and kind. */
  link(path: string, changes: Readonly<Record<string, string>> = {}): string {
    const query = new URLSearchParams();
    for (const name of ['ky', 'loai', 'tc', 'xu', 'dot', 'nhom']) {
      const value = place.query(name);
      if (value) query.set(name, value);
    }
    for (const [name, value] of Object.entries(changes)) query.set(name, value);
    const text = query.toString();
    return path + (text === '' ? '' : `?${text}`);
  },
};
