import { instant } from '../schedule/rules';
import { clock, isoDay } from '../words/format';
import type { Times, TimesWord } from './data';

/** What the office types of a session's actual times. */
export interface TimesDraft {
  /** Empty: the whole session. */
  readonly site: string;
  /** 07:30; for a site empty where it is as the whole session. */
  readonly start: string;
  readonly end: string;
  readonly breaks: readonly { readonly from: string; readonly to: string }[];
  readonly reason: string;
}

export type TimesFault = 'time' | 'order' | 'break' | 'reason';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is in force for the whole session, or for one site, as a form begins with it. */
export function timesDraft(now: Times, site: string): TimesDraft {
  const own = site === '' ? now : now.sites.find((one) => one.site === site);
  const breaks = (own?.breaks ?? []).map(({ from, to }) => ({ from: clock(from), to: clock(to) }));
  const at = (when: string | undefined): string => (when === undefined ? '' : clock(when));
  return { site, start: at(own?.startsAt), end: at(own?.endsAt), breaks, reason: '' };
}

const hour = 3_600_000;

/** The instant that a time means around a session: within the day that begins six hours before it, also past midnight. */
function meant(text: string, startsAt: string): number {
  const first = Date.parse(startsAt) - 6 * hour;
  const at = Date.parse(instant(isoDay(startsAt), text));
  return at - Math.floor((at - first) / (24 * hour)) * 24 * hour;
}

/** The word to send, or the first thing that is wrong with it. */
export function timesWord(draft: TimesDraft, now: Times): Omit<TimesWord, 'id'> | TimesFault {
  const { site, start, end } = draft;
  const may = (text: string): boolean => time.test(text) || (site !== '' && text === '');
  if (!may(start) || !may(end)) return 'time';
  const from = start === '' ? Date.parse(now.startsAt) : meant(start, now.startsAt);
  const to = end === '' ? Date.parse(now.endsAt) : meant(end, now.startsAt);
  if (from >= to) return 'order';
  if (draft.breaks.some((one) => !time.test(one.from) || !time.test(one.to))) return 'break';
  const breaks = draft.breaks.map((one) => ({
    from: meant(one.from, now.startsAt),
    to: meant(one.to, now.startsAt),
  }));
  if (breaks.some((one) => one.from >= one.to)) return 'break';
  if (draft.reason.trim() === '') return 'reason';
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    ...(site === '' ? {} : { site }),
    ...(start === '' ? {} : { startsAt: iso(from) }),
    ...(end === '' ? {} : { endsAt: iso(to) }),
    breaks: breaks.map((one) => ({ from: iso(one.from), to: iso(one.to) })),
    reason: draft.reason.trim(),
  };
}
