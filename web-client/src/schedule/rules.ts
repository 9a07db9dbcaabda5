import { clock, isoDay } from '../words/format';
import type { AgendaItem, NewSession, PlanState, ProgrammeKind, SessionRow, Site, Slot, TimetableRow } from './data';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export type Part = 'morning' | 'afternoon' | 'evening';

export interface Block {
  readonly from: string;
  readonly to: string;
  readonly periods: number;
}

/** The usual spans of a day, with their periods of 45 minutes. */
export const usual: Readonly<Record<Part, Block>> = {
  morning: { from: '07:30', to: '11:00', periods: 4 },
  afternoon: { from: '13:30', to: '17:00', periods: 4 },
  evening: { from: '19:00', to: '21:00', periods: 2 },
};

/** The instant of a time of day in the country, which has no daylight saving. */
export function instant(day: string, time: string): string {
  return new Date(`${day}T${time}:00+07:00`).toISOString();
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
}

/** An id that this browser makes, so that asking twice is asking once. */
export function newId(): string {
  return crypto.randomUUID();
}

/** So many days from the first one on, each in these blocks; weekends are left out when asked, but never the first day itself. */
export function slotsOf(first: string, days: number, blocks: readonly Block[], skipWeekends: boolean): Slot[] {
  const slots: Slot[] = [];
  const inOrder = [...blocks].sort((a, b) => a.from.localeCompare(b.from));
  let held = 0;
  for (let day = first; held < days; day = plusDays(day, 1)) {
    const weekend = weekdayOf(day) === 'saturday' || weekdayOf(day) === 'sunday';
    if (skipWeekends && weekend && day !== first) continue;
    held += 1;
    for (const block of inOrder) {
      slots.push({ startsAt: instant(day, block.from), endsAt: instant(day, block.to), periods: block.periods });
    }
  }
  return slots;
}

/** What a programme of this kind is usually: a class runs for days, a conference for one sitting. */
export function usualLength(kind: ProgrammeKind): { readonly days: number; readonly parts: readonly Part[] } {
  switch (kind) {
    case 'class':
      return { days: 5, parts: ['morning', 'afternoon'] };
    case 'resolution_study':
    case 'assessment':
    case 'contest':
      return { days: 1, parts: ['morning', 'afternoon'] };
    case 'conference':
    case 'seminar':
    case 'cell_meeting':
      return { days: 1, parts: ['morning'] };
  }
}

export interface TimetablePlan {
  /** Sessions that are not there yet. */
  readonly add: readonly TimetableRow[];
  /** Sessions that stand at the same start and get topic, lecturer and periods from the row. */
  readonly fill: readonly { readonly session: SessionRow; readonly row: TimetableRow }[];
  /** Rows that say what stands there already. */
  readonly same: number;
  readonly faulty: number;
}

/** What a timetable adds to the sessions there are: a row at the start of a session is that session. */
export function planTimetable(rows: readonly TimetableRow[], sessions: readonly SessionRow[]): TimetablePlan {
  const standing = new Map(
    sessions.filter((one) => one.state !== 'cancelled').map((one) => [Date.parse(one.startsAt), one] as const),
  );
  const add: TimetableRow[] = [];
  const fill: { session: SessionRow; row: TimetableRow }[] = [];
  let same = 0;
  let faulty = 0;
  for (const row of rows) {
    if (row.startsAt === undefined) {
      faulty += 1;
      continue;
    }
    const session = standing.get(Date.parse(row.startsAt));
    if (!session) add.push(row);
    else if (
      (row.topic ?? session.topic) === session.topic &&
      (row.lecturer ?? session.lecturer) === session.lecturer &&
      row.periods === session.periods
    ) {
      same += 1;
    } else fill.push({ session, row });
  }
  return { add, fill, same, faulty };
}

/** A row or a slot as a session to be added, under a new id. */
export function asNew(row: Slot | TimetableRow): NewSession {
  const named = row as TimetableRow;
  return {
    id: newId(),
    startsAt: row.startsAt ?? '',
    endsAt: row.endsAt ?? '',
    periods: row.periods ?? 0,
    ...(named.topic === undefined ? {} : { topic: named.topic }),
    ...(named.lecturer === undefined ? {} : { lecturer: named.lecturer }),
  };
}

/** An agenda as lines that can be edited and are read back as they were. */
export function agendaText(items: readonly AgendaItem[]): string {
  return items
    .map((item) => [item.at === undefined ? undefined : clock(item.at), item.topic, item.presenter])
    .map((cells) => cells.filter((cell) => cell !== undefined).join('\t'))
    .join('\n');
}

/** How many people find no seat at a site; 0 while seats or people are unknown. */
export function overflow(site: Pick<Site, 'seats'>, expected: number | undefined): number {
  return site.seats > 0 && expected !== undefined ? Math.max(0, expected - site.seats) : 0;
}

/** First and last day, the second one only when it is another. */
export function days(from: string | undefined, to: string | undefined): readonly string[] {
  if (from === undefined) return [];
  const first = isoDay(from);
  const last = to === undefined ? first : isoDay(to);
  return first === last ? [first] : [first, last];
}

/** Whether the session lies behind: it ended by the clock or by somebody's word. */
export function over(session: Pick<SessionRow, 'state' | 'endsAt'>, now: Date): boolean {
  return session.state === 'ended' || session.state === 'cancelled' || Date.parse(session.endsAt) < now.getTime();
}

export interface Step {
  readonly name: 'sessions' | 'topics' | 'sites' | 'issue';
  readonly done: boolean;
}

/** What is left to do before a programme can be held, in the order in which it is usually done. */
export function steps(
  programme: { readonly state: string; readonly mode: string; readonly sites: readonly Site[] },
  sessions: readonly SessionRow[],
): readonly Step[] {
  const held = sessions.filter((session) => session.state !== 'cancelled');
  const sitesNeeded = programme.mode !== 'remote';
  return [
    { name: 'sessions', done: held.length > 0 },
    {
      name: 'topics',
      done: held.length > 0 && held.every((session) => session.topic !== undefined || held.length === 1),
    },
    { name: 'sites', done: !sitesNeeded || programme.sites.length > 0 },
    { name: 'issue', done: held.length > 0 && held.every((session) => session.state !== 'draft') },
  ];
}

/** The state as people see it: what was issued and lies behind has ended, whether or not somebody said so. */
export function shownState(plan: { readonly state: PlanState; readonly endsAt?: string }, now: Date): PlanState {
  const behind = plan.endsAt !== undefined && Date.parse(plan.endsAt) < now.getTime();
  return plan.state === 'issued' && behind ? 'ended' : plan.state;
}
