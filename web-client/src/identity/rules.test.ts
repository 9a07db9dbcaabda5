import { expect, test } from 'vitest';
import { deviceOf, idleLimit, pinFault, slipCode } from './rules';

test('aSlipCodeMayBeTypedWithSpacesAndSmallLetters', () => {
  expect(slipCode(' k7m2-94 qxab ')).toBe('K7M294QXAB');
});

test('aPinHasSixDigitsAndIsNotGuessedFirst', () => {
  expect(pinFault('12345', '1984')).toBe('pinSix');
  expect(pinFault('12345a', '1984')).toBe('pinSix');
  for (const weak of ['123456', '654321', '111111', '121212', '483483', '198401', '221984']) {
    expect(pinFault(weak, '1984')).toBe('pinWeak');
  }
  expect(pinFault('483915', '1984')).toBeUndefined();
});

test('theShortestLimitOfTheRolesLocksThePage', () => {
  const minutes = { administrator: 5, office: 15, cadre: 720 };
  expect(idleLimit(['unit_admin', 'cadre'], minutes)).toBe(5);
  expect(idleLimit(['cell_secretary', 'cadre'], minutes)).toBe(15);
  expect(idleLimit(['cadre'], minutes)).toBe(720);
  expect(idleLimit(['steward'], minutes)).toBeUndefined();
  expect(idleLimit(['province_admin'], { administrator: 0, office: 0, cadre: 0 })).toBeUndefined();
});

test('aBrowserIsNamedAsPeopleNameIt', () => {
  expect(deviceOf('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36')).toBe(
    'Chrome, Android',
  );
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) Version/17.1 Mobile Safari/604.1')).toBe(
    'Safari, iPhone',
  );
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36 Edg/120.0')).toBe(
    'Edge, Windows',
  );
  expect(deviceOf('curl/8')).toBe('');
});
