import { expect, test } from 'vitest';
import { pinFault, slipCode } from './rules';

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
