import { afterEach, describe, expect, test } from 'vitest';
import {
  ago,
  asOf,
  bytes,
  clock,
  day,
  duration,
  hundredths,
  isoDay,
  longDay,
  nearDay,
  number,
  points,
  rate,
  span,
} from './format';
import { language } from './language.svelte';

afterEach(() => language.choose('vi'));

describe('figures', () => {
  test('areGroupedAsTheLanguageWritesThem', () => {
    expect(number(48200)).toBe('48.200');
    expect(number(1204)).toBe('1.204');
    expect(number(-3)).toBe('−3');
    language.choose('en');
    expect(number(48200)).toBe('48,200');
  });

  test('ratesComeFromExactIntegers', () => {
    expect(rate(35599, 35900)).toBe('99,16%');
    expect(rate(12480, 12683)).toBe('98,40%');
    expect(rate(2771, 2862)).toBe('96,82%');
    expect(rate(370, 412)).toBe('89,81%');
    language.choose('en');
    expect(rate(35599, 35900)).toBe('99.16%');
  });

  test('aRateNeverShowsAWholePercentItHasNotReached', () => {
    expect(rate(8996, 10000)).toBe('89,96%');
    expect(rate(89_999, 100_000)).toBe('89,99%');
    expect(rate(99_999, 100_000)).toBe('99,99%');
    expect(rate(100_000, 100_000)).toBe('100,00%');
    expect(rate(90_000, 100_000)).toBe('90,00%');
  });

  test('somebodyPresentIsNeverNothing', () => {
    expect(rate(1, 1_000_000)).toBe('0,01%');
    expect(rate(0, 40)).toBe('0,00%');
    expect(rate(0, 0)).toBe('–');
  });

  test('roundedRatesStayWithinHalfAHundredth', () => {
    for (let whole = 1; whole < 400; whole += 7) {
      for (let part = 0; part <= whole; part += 1) {
        const shown = hundredths(part, whole);
        expect(Math.abs(shown - (part / whole) * 10_000)).toBeLessThanOrEqual(1);
        if (part < whole) expect(shown).toBeLessThan(10_000);
      }
    }
  });

  test('differencesCarryTheirSign', () => {
    expect(points(984, 1000, 978, 1000)).toBe('+0,6');
    expect(points(898, 1000, 929, 1000)).toBe('−3,1');
    expect(points(1, 2, 1, 2)).toBe('0,0');
    expect(points(1, 2, 0, 0)).toBe('–');
  });

  test('sizesOfFiles', () => {
    expect(bytes(512)).toBe('512 B');
    expect(bytes(3_400_000)).toBe('3,4 MB');
    expect(bytes(160_000)).toBe('160 kB');
  });
});

describe('times', () => {
  const instant = '2026-11-22T02:41:00Z';

  test('areThoseOfTheCountry', () => {
    expect(clock(instant)).toBe('09:41');
    expect(clock('2026-11-21T17:00:00Z')).toBe('00:00');
    expect(day('2026-11-21T18:00:00Z')).toBe('22/11/2026');
    expect(isoDay('2026-11-21T18:00:00Z')).toBe('2026-11-22');
    expect(longDay(instant)).toBe('Chủ nhật, 22/11/2026');
    expect(asOf(instant)).toBe('Tính đến 09:41 ngày 22/11/2026');
  });

  test('aPlainDayStaysThatDay', () => {
    expect(day('2026-01-05')).toBe('05/01/2026');
  });

  test('spansNameTheDayOnlyWhenItChanges', () => {
    expect(span('2026-11-22T01:00:00Z', '2026-11-22T04:30:00Z')).toBe('08:00–11:30');
    expect(span('2026-11-22T01:00:00Z', '2026-11-23T04:30:00Z')).toBe('08:00 22/11/2026 – 11:30 23/11/2026');
  });

  test('nearOnesAreSaidInWords', () => {
    expect(nearDay('2026-11-23', instant)).toBe('ngày mai');
    expect(nearDay('2026-11-26', instant)).toBe('Thứ năm, 26/11/2026');
    expect(ago('2026-11-22T02:36:00Z', instant)).toBe('5 phút trước');
    expect(ago('2026-11-22T04:41:00Z', instant)).toBe('2 giờ nữa');
    expect(ago('2026-11-20T02:36:00Z', instant)).toBe('09:36 ngày 20/11/2026');
    expect(duration(95)).toBe('95 phút');
    expect(duration(125)).toBe('2 giờ 5 phút');
  });
});
