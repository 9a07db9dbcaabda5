import { expect, test } from 'vitest';
import { givable, loginOf } from './accounts';

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
