import { expect, test } from 'vitest';
import { givable, loginOf, offSoon } from './accounts';

test('nobodyGivesARoleAboveTheirOwn', () => {
  expect(givable(['province_admin', 'cadre'])).toContain('province_admin');
  expect(givable(['unit_admin'])).not.toContain('province_admin');
  expect(givable(['cell_secretary', 'trainer', 'cadre'])).toEqual([]);
});

test('aLoginIsTheGivenNameAndTheInitialsWithoutMarks', () => {
  expect(loginOf('Vàng A Pao')).toBe('paova');
  expect(loginOf('Đặng Thị Hường')).toBe('huongdt');
  expect(loginOf('  ')).toBe('');
});

test('aWeekBeforeAnAccountIsSwitchedOffItIsSaid', () => {
  const now = new Date('2026-11-23T01:00:00Z');
  expect(offSoon({ offAt: '2026-11-30T00:59:00Z' }, now)).toBe(true);
  expect(offSoon({ offAt: '2026-11-30T01:01:00Z' }, now)).toBe(false);
  expect(offSoon({ offAt: '2026-11-20T01:01:00Z' }, now)).toBe(true);
  expect(offSoon({}, now)).toBe(false);
});
