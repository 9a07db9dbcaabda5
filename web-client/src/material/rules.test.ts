import { describe, expect, it } from 'vitest';
import { fromField, toField } from './rules';

describe('from when a material can be read', () => {
  it('is shown and kept in the time of Vietnam, whatever the device says', () => {
    expect(toField('2026-11-22T17:30:00Z')).toBe('2026-11-23T00:30');
    expect(fromField('2026-11-23T00:30')).toBe('2026-11-22T17:30:00.000Z');
    expect(fromField(toField('2026-01-31T23:59:00.000Z'))).toBe('2026-01-31T23:59:00.000Z');
  });
});
