import { describe, expect, it } from 'vitest';
import type { Plan } from './data';
import { undecided, writes, written } from './rules';

const mark = { standing: 'present', remote: false } as const;
const question = (row: number): Plan['questions'][number] => ({
  row,
  name: 'Nông Thị Huệ',
  unitName: 'Chi bộ Nà Tu',
  kind: 'name_only',
  candidates: [{ name: 'Nông Thị Huệ', unitName: 'Chi bộ Nà Tu', mark }],
});
const plan: Plan = {
  plan: 'p',
  closed: false,
  rows: 6,
  present: 2,
  excused: 1,
  absent: 0,
  unchanged: 1,
  asked: 2,
  refused: 0,
  writes: [],
  questions: [question(4), question(9)],
  refusals: [],
};

describe('decisions about a file', () => {
  it('leaves out rows nobody decided on', () => {
    expect(written({})).toBe('');
    expect(written({ 9: 0, 4: 1 })).toBe('4:1,9:0');
  });

  it('counts a question as answered by a no as well', () => {
    expect(undecided(plan, {})).toBe(2);
    expect(undecided(plan, { 4: 0 })).toBe(1);
  });

  it('writes only what somebody said yes to', () => {
    expect(writes(plan, {})).toBe(3);
    expect(writes(plan, { 4: 1, 9: 0 })).toBe(4);
  });
});
