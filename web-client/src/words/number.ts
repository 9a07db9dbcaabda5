import { language } from './language.svelte';

export const minus = '−';

const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

/** 48.200 in Vietnamese, 48,200 in English. */
export function number(value: number): string {
  return numbers[language.current].format(value).replace('-', minus);
}
