import { describe, expect, it } from 'vitest';
import { atDayOf, atToday, rowOf } from './moments';

describe('times as they are written at a site', () => {
  const noon = new Date('2026-11-22T05:00:00Z');

  it('are of the country’s day', () => {
    expect(atToday('07:30', noon)).toBe('2026-11-22T00:30:00.000Z');
    expect(atToday('00:10', new Date('2026-11-22T17:30:00Z'))).toBe('2026-11-22T17:10:00.000Z');
  });

  it('are never still to come', () => {
    expect(atToday('12:01', noon)).toBeUndefined();
    expect(atToday('25:00', noon)).toBeUndefined();
    expect(atToday('', noon)).toBeUndefined();
  });

  it('are of the evening before when midnight has just passed', () => {
    const past = new Date('2026-11-22T17:05:00Z');
    expect(atToday('23:40', past)).toBe('2026-11-22T16:40:00.000Z');
    expect(atToday('12:04', past)).toBeUndefined();
  });

  it('of a paper list lie on the session’s own day, whenever they are entered', () => {
    expect(atDayOf('14:05', new Date('2026-11-20T00:30:00Z'))).toBe('2026-11-20T07:05:00.000Z');
    expect(atDayOf('23:59', new Date('2026-11-20T16:30:00Z'))).toBe('2026-11-20T16:59:00.000Z');
  });
});

it('aRowOfThePaperListNamesItsPersonAndABadgeDoesNot', () => {
  expect(rowOf('DIEMCAU-HANG:p-1')).toBe('p-1');
  expect(rowOf('0123456789')).toBeUndefined();
});
