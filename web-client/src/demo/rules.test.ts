import { describe, expect, it } from 'vitest';
import { kept, readFigures, stepOf } from './rules';

describe('the tour', () => {
  it('goes on where it was left, else begins', () => {
    expect(stepOf('cut')).toBe(2);
    expect(stepOf('gone')).toBe(0);
    expect(stepOf(null)).toBe(0);
  });

  it('reads back the figures it noted, and nothing else', () => {
    expect(readFigures('3120/4000')).toEqual({ present: 3120, required: 4000 });
    expect(readFigures('a/b')).toBeUndefined();
    expect(readFigures('')).toBeUndefined();
    expect(readFigures(null)).toBeUndefined();
  });

  it('figures are kept when nobody was lost', () => {
    expect(kept({ present: 10, required: 20 }, { present: 12, required: 20 })).toBe(true);
    expect(kept({ present: 10, required: 20 }, { present: 9, required: 20 })).toBe(false);
  });
});
