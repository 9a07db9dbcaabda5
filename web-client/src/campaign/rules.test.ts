import { describe, expect, it } from 'vitest';
import type { Part } from './data';
import { lowestFirst, measure, stage } from './rules';

const part = (name: string, more: Partial<Part>): Part => ({
  id: name,
  name,
  children: 0,
  members: 0,
  persons: 0,
  turnsRequired: 0,
  turnsPresent: 0,
  others: 0,
  held: 0,
  collectives: 0,
  reached: 0,
  met: false,
  lags: false,
  ...more,
});

describe('the progress of a campaign', () => {
  it('goes by persons, and by units where units review themselves', () => {
    const one = part('A', { members: 10, persons: 4, collectives: 3, reached: 2 });
    expect(measure('resolution_study', one)).toEqual({ done: 4, whole: 10 });
    expect(measure('self_review', one)).toEqual({ done: 2, whole: 3 });
  });

  it('puts units that lag first and those without anybody last', () => {
    const parts = [
      part('A', { members: 0 }),
      part('B', { members: 10, persons: 9 }),
      part('C', { members: 10, persons: 1 }),
    ];
    expect(lowestFirst('other', parts).map((one) => one.name)).toEqual(['C', 'B', 'A']);
  });

  it('is coming, runs, and is over', () => {
    const one = { from: '2026-03-01', to: '2026-03-31' };
    expect(stage(one, '2026-02-28')).toBe('coming');
    expect(stage(one, '2026-03-31')).toBe('running');
    expect(stage(one, '2026-04-01')).toBe('over');
  });
});
