import type { Policy, PolicyWish, Trainee } from './data';

/** What of a policy a proposal may change, in the order it is read. */
export const terms = [
  'lateMinutes',
  'earlyMinutes',
  'remotePercent',
  'rollCall',
  'otherSiteAccepted',
  'absentPercent',
  'excusedCounts',
  'appealDays',
  'remindMinutes',
  'ruleHours',
] as const;

export type Term = (typeof terms)[number];

/** The terms in which one policy is not the other. */
export function differing(one: Policy, other: Policy): readonly Term[] {
  return terms.filter((term) => one[term] !== other[term]);
}

/** Numbers as typed; each must be whole and within its bounds. */
export interface Draft {
  readonly lateMinutes: string;
  readonly earlyMinutes: string;
  readonly remotePercent: string;
  readonly absentPercent: string;
  readonly appealDays: string;
  readonly remindMinutes: string;
  readonly ruleHours: string;
  readonly rollCall: boolean;
  readonly otherSiteAccepted: boolean;
  readonly excusedCounts: boolean;
}

export type Figure = Exclude<keyof Draft, 'rollCall' | 'otherSiteAccepted' | 'excusedCounts'>;

export const bounds: Readonly<Record<Figure, readonly [number, number]>> = {
  lateMinutes: [0, 240],
  earlyMinutes: [0, 240],
  remotePercent: [1, 100],
  absentPercent: [0, 100],
  appealDays: [0, 366],
  remindMinutes: [0, 240],
  ruleHours: [0, 720],
};

export const figures = Object.keys(bounds) as readonly Figure[];

export function draftOf(policy: Policy): Draft {
  const texts = Object.fromEntries(figures.map((figure) => [figure, String(policy[figure])])) as Record<Figure, string>;
  const { rollCall, otherSiteAccepted, excusedCounts } = policy;
  return { ...texts, rollCall, otherSiteAccepted, excusedCounts };
}

export function wrong(draft: Draft, figure: Figure): boolean {
  const text = draft[figure].trim();
  const [least, most] = bounds[figure];
  return !/^\d{1,4}$/.test(text) || Number(text) < least || Number(text) > most;
}

/** The wish, or nothing while a figure is wrong, the reason is missing, or nothing would change. */
export function wishOf(draft: Draft, reason: string, now: Policy): PolicyWish | undefined {
  if (reason.trim() === '' || figures.some((figure) => wrong(draft, figure))) return undefined;
  const numbers = Object.fromEntries(figures.map((figure) => [figure, Number(draft[figure])])) as Record<
    Figure,
    number
  >;
  const { rollCall, otherSiteAccepted, excusedCounts } = draft;
  const wish = { ...numbers, rollCall, otherSiteAccepted, excusedCounts, reason: reason.trim() };
  return terms.some((term) => wish[term] !== now[term]) ? wish : undefined;
}

/** Whoever has lost the right to the exam first, then who is near it; the others are only counted. */
export function warned(all: readonly Trainee[]): readonly Trainee[] {
  return [...all.filter((one) => one.state === 'over'), ...all.filter((one) => one.state === 'near')];
}

/** The months before this one, the latest first, as 2026-10. */
export function monthsBefore(today: string, count: number): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const whole = year * 12 + (month - 1) - (back + 1);
    return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, '0')}`;
  });
}

/** 2026-10 as 10/2026. */
export function monthWritten(month: string): string {
  return month.split('-').reverse().join('/');
}

/** The beginning of a hash, in groups of four: what two people compare aloud. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
