import { language } from './language.svelte';
import { number } from './number';

export { bytes, hundredths, points, rate } from './figures';
export { number };

const zone = 'Asia/Ho_Chi_Minh';
const clockParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const dayParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const weekdays = {
  vi: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const weekdaysShort = {
  vi: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** An instant (a Date, or ISO text as the server sends it), or a plain day `yyyy-mm-dd`. */
export type When = Date | string;

/** Two digits, as minutes of meetings write them: 01. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** 09:41, by the clock of the country. */
export function clock(when: When): string {
  return clockParts.format(new Date(when)).replace(/^24/, '00');
}

/** 22/11/2026, by the calendar of the country. */
export function day(when: When): string {
  const plain = isoDay(when);
  return `${plain.slice(8, 10)}/${plain.slice(5, 7)}/${plain.slice(0, 4)}`;
}

/** 22/11, for lists within a year. */
export function dayShort(when: When): string {
  return day(when).slice(0, 5);
}

/** The day `yyyy-mm-dd` of an instant, by the calendar of the country. */
export function isoDay(when: When): string {
  if (typeof when === 'string' && /^\d{4}-\d\d-\d\d$/.test(when)) return when;
  const [date = '', month = '', year = ''] = dayParts.format(new Date(when)).split('/');
  return `${year}-${month}-${date}`;
}

/** Chủ nhật / Sunday. */
export function weekday(when: When): string {
  return weekdays[language.current][weekdayOf(when)] ?? '';
}

/** CN, T2 … / Sun, Mon … */
export function weekdayShort(when: When): string {
  return weekdaysShort[language.current][weekdayOf(when)] ?? '';
}

function weekdayOf(when: When): number {
  return new Date(`${isoDay(when)}T00:00:00Z`).getUTCDay();
}

/** Chủ nhật, 22/11/2026. */
export function longDay(when: When): string {
  return `${weekday(when)}, ${day(when)}`;
}

/** 09:41 ngày 22/11/2026. */
export function moment(when: When): string {
  return `${clock(when)} ${language.current === 'vi' ? 'ngày' : 'on'} ${day(when)}`;
}

/** Tính đến 09:41 ngày 22/11/2026. */
export function asOf(when: When): string {
  return `${language.current === 'vi' ? 'Tính đến' : 'As of'} ${moment(when)}`;
}

/** 08:00–11:30, or with both days when the end is on another one. */
export function span(from: When, to: When): string {
  if (isoDay(from) === isoDay(to)) return `${clock(from)}–${clock(to)}`;
  return `${clock(from)} ${day(from)} – ${clock(to)} ${day(to)}`;
}

/** hôm nay, hôm qua, ngày mai, or the weekday and the day. */
export function nearDay(when: When, now: When = new Date()): string {
  const days = Math.round((Date.parse(isoDay(when)) - Date.parse(isoDay(now))) / 86_400_000);
  const near = { vi: ['hôm qua', 'hôm nay', 'ngày mai'], en: ['yesterday', 'today', 'tomorrow'] };
  return near[language.current][days + 1] ?? longDay(when);
}

/** vừa xong, 5 phút trước, 2 giờ nữa; beyond a day, the moment itself. */
export function ago(when: When, now: When = new Date()): string {
  const seconds = Math.round((new Date(now).getTime() - new Date(when).getTime()) / 1000);
  const vi = language.current === 'vi';
  const past = seconds >= 0;
  const minutes = Math.floor(Math.abs(seconds) / 60);
  if (minutes < 1) return past ? (vi ? 'vừa xong' : 'just now') : vi ? 'ngay bây giờ' : 'any moment now';
  if (minutes >= 1440) return moment(when);
  const hours = Math.floor(minutes / 60);
  const length = hours > 0 ? duration(hours * 60) : duration(minutes);
  return past ? `${length} ${vi ? 'trước' : 'ago'}` : vi ? `${length} nữa` : `in ${length}`;
}

/** 95 phút; 2 giờ; 2 giờ 5 phút from two hours on. */
export function duration(minutes: number): string {
  const vi = language.current === 'vi';
  const unit = (value: number, word: string, one: string): string =>
    vi ? `${number(value)} ${word}` : `${number(value)} ${one}${value === 1 ? '' : 's'}`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0 || (hours === 1 && rest > 0)) return unit(minutes, 'phút', 'minute');
  return unit(hours, 'giờ', 'hour') + (rest > 0 ? ` ${unit(rest, 'phút', 'minute')}` : '');
}
