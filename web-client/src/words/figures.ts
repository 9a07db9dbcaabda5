import { language } from './language.svelte';
import { minus, number } from './number';

/** Hundredths of a percent of part in whole, rounded half up, but never up to a whole percent it has not reached, nor down to nothing. */
export function hundredths(part: number, whole: number): number {
  const scaled = BigInt(part) * 10_000n;
  const divisor = BigInt(whole);
  const rounded = (scaled * 2n + divisor) / (divisor * 2n);
  const exceeds = rounded * divisor > scaled;
  if (exceeds && rounded % 100n === 0n) return Number(rounded) - 1;
  if (rounded === 0n && part > 0) return 1;
  return Number(rounded);
}

/** 99,16% from exact integers; a dash when nobody was required. 89,996% shows as 89,99%, never as 90. */
export function rate(part: number, whole: number): string {
  if (whole <= 0) return '–';
  return `${decimals(hundredths(part, whole), 2)}%`;
}

/** The difference of two rates in percentage points with its sign: +0,6 or −3,1; a dash when one has no base. */
export function points(part: number, whole: number, partBefore: number, wholeBefore: number): string {
  if (whole <= 0 || wholeBefore <= 0) return '–';
  const difference = (part / whole - partBefore / wholeBefore) * 1000;
  const tenths = Math.sign(difference) * Math.round(Math.abs(difference));
  if (tenths === 0) return decimals(0, 1);
  return `${tenths > 0 ? '+' : minus}${decimals(Math.abs(tenths), 1)}`;
}

function decimals(value: number, digits: number): string {
  const unit = 10 ** digits;
  const fraction = String(value % unit).padStart(digits, '0');
  return `${number(Math.floor(value / unit))}${language.current === 'vi' ? ',' : '.'}${fraction}`;
}

/** 12 kB, 3,4 MB. */
export function bytes(size: number): string {
  if (size < 1000) return `${number(size)} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = size / 1000;
  let at = 0;
  while (value >= 999.5 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  const tenths = Math.round(value * 10);
  return `${value < 10 && tenths % 10 !== 0 ? decimals(tenths, 1) : number(Math.round(value))} ${units[at]}`;
}
