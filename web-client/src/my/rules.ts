import type { MarkName } from '../parts/marks';
import { isoDay } from '../words/format';
import type { Attended, Mine } from './data';

const minute = 60_000;

export interface Grouped {
  readonly today: readonly Mine[];
  readonly week: readonly Mine[];
  readonly later: readonly Mine[];
}

/** Today, the seven days after it, and what comes later; each by start. */
export function grouped(items: readonly Mine[], now: Date): Grouped {
  const today = isoDay(now);
  const week = isoDay(new Date(now.getTime() + 7 * 24 * 60 * minute));
  const sorted = [...items].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return {
    today: sorted.filter((mine) => isoDay(mine.startsAt) <= today && isoDay(mine.endsAt) >= today),
    week: sorted.filter((mine) => isoDay(mine.startsAt) > today && isoDay(mine.startsAt) <= week),
    later: sorted.filter((mine) => isoDay(mine.startsAt) > week),
  };
}

/** Where a session stands by the clock. */
export type Phase = 'cancelled' | 'postponed' | 'ahead' | 'soon' | 'running' | 'over';

export function phase(mine: Mine, now: Date): Phase {
  if (mine.state === 'cancelled' || mine.state === 'postponed') return mine.state;
  const at = now.getTime();
  if (mine.state === 'ended' || at >= Date.parse(mine.endsAt)) return 'over';
  if (at >= Date.parse(mine.startsAt)) return 'running';
  return at >= Date.parse(mine.startsAt) - 60 * minute ? 'soon' : 'ahead';
}

/** The one thing to do at this hour. */
export type Deed = 'checkIn' | 'join' | 'reply' | 'review' | 'none';

export function deed(mine: Mine, now: Date): Deed {
  const remote = mine.mode === 'remote' || mine.reply === 'remote' || mine.site === null;
  switch (phase(mine, now)) {
    case 'cancelled':
    case 'postponed':
      return 'none';
    case 'over':
      return mine.join === undefined ? 'none' : 'review';
    case 'soon':
    case 'running':
      if (mine.absence?.state === 'approved') return 'none';
      if (remote && mine.join !== undefined) return 'join';
      return mine.attendance?.standing === 'present' ? 'none' : 'checkIn';
    case 'ahead':
      if (mine.absence && mine.absence.state !== 'refused') return 'none';
      return mine.reply === 'none' || mine.askAgain ? 'reply' : 'none';
  }
}

/** Whether somebody who must come may still ask to be excused. */
export function mayAsk(mine: Mine, now: Date): boolean {
  const asked = mine.absence !== undefined && mine.absence.state !== 'refused';
  const open = ['ahead', 'soon', 'running'].includes(phase(mine, now));
  return mine.standing === 'required' && open && !asked && mine.attendance?.standing !== 'present';
}

/** Notice is due a day before; later is late, and stays visible. */
export function noticeIsLate(mine: Mine, now: Date): boolean {
  return now.getTime() > Date.parse(mine.startsAt) - 24 * 60 * minute;
}

/** The ways to take part that the session offers. */
export function ways(mine: Mine): readonly ('room' | 'remote')[] {
  switch (mine.mode) {
    case 'in_room':
      return ['room'];
    case 'remote':
      return ['remote'];
    case 'hybrid':
      return ['room', 'remote'];
  }
}

/** The mark of a record: late and left early show within present, made up within an absence. */
export function markOf(attended: Attended | null): MarkName {
  if (attended === null) return 'undetermined';
  switch (attended.standing) {
    case 'present':
      if (attended.flags.includes('late')) return 'late';
      return attended.flags.includes('left_early') ? 'early' : 'present';
    case 'substituted':
      return 'substitute';
    case 'excused':
      return attended.madeUp ? 'madeUp' : 'excused';
    case 'unexcused':
      return attended.madeUp ? 'madeUp' : 'unexcused';
    case 'undetermined':
      return 'undetermined';
  }
}

/** The marks that occur, each once, in the order of the legend. */
export function legend(items: readonly Mine[]): readonly MarkName[] {
  const order: readonly MarkName[] = [
    'present',
    'late',
    'early',
    'substitute',
    'excused',
    'madeUp',
    'unexcused',
    'undetermined',
  ];
  const found = new Set(items.map((mine) => markOf(mine.attendance)));
  return order.filter((mark) => found.has(mark));
}

/** Where to sit by: a quarter of an hour before the start. */
export function seatedBy(mine: Mine): Date {
  return new Date(Date.parse(mine.startsAt) - 15 * minute);
}

/** The title, and the topic where it says more. */
export function named(mine: Mine): string {
  const topic = mine.topic ?? '';
  return topic === '' || mine.title.toLocaleLowerCase('vi').startsWith(topic.toLocaleLowerCase('vi'))
    ? mine.title
    : `${mine.title}: ${topic}`;
}
