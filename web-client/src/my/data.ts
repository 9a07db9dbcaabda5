import { address, api, path } from '../api';

export type Reply = 'none' | 'room' | 'remote';

export interface Attended {
  readonly standing: 'present' | 'substituted' | 'excused' | 'unexcused' | 'undetermined';
  readonly flags: readonly ('late' | 'left_early')[];
  readonly madeUp: boolean;
  readonly mode: string | null;
  readonly minutes: number;
}

export interface Absence {
  readonly id: string;
  readonly session: string;
  readonly reason: string;
  readonly late: boolean;
  readonly state: 'proposed' | 'open' | 'approved' | 'refused' | 'withdrawn' | 'to_confirm';
  readonly note: string | null;
  readonly substitute?: { readonly id: string; readonly name: string };
  readonly attachment?: { readonly name: string; readonly size: number };
}

/** One session the person is on the list of. */
export interface Mine {
  readonly session: string;
  readonly programme: string;
  readonly kind: string;
  readonly title: string;
  readonly topic: string | null;
  readonly number: number;
  readonly lecturer: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: 'in_room' | 'hybrid' | 'remote';
  readonly state: 'issued' | 'postponed' | 'cancelled' | 'ended';
  readonly rehearsal: boolean;
  readonly unitName: string;
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly address: string | null;
  } | null;
  readonly standing: 'required' | 'exempt' | 'suspended' | 'on_duty' | 'guest' | 'invited';
  readonly capacity?: string | null;
  readonly reply: Reply;
  readonly askAgain: boolean;
  readonly join?: string;
  readonly absence?: Absence;
  readonly attendance: Attended | null;
}

export interface Year {
  readonly year: number;
  readonly counts: Readonly<
    Record<
      | 'required'
      | 'present'
      | 'substituted'
      | 'excused'
      | 'unexcused'
      | 'undetermined'
      | 'late'
      | 'leftEarly'
      | 'madeUp',
      number
    >
  >;
  readonly items: readonly Mine[];
}

export interface Badge {
  readonly digits: string;
  readonly short: string;
  readonly name: string;
  readonly birthYear?: number;
}

export async function mySchedule(signal?: AbortSignal): Promise<readonly Mine[]> {
  const told = await api.get<{ items: readonly Mine[] }>('/my/schedule', { signal });
  return told.items;
}

export function myYear(year: number, signal?: AbortSignal): Promise<Year> {
  return api.get('/my/year', { signal, query: { year } });
}

/** How much of a programme was missed, where missing too much has a consequence. */
export interface Missed {
  readonly programme: string;
  readonly title: string;
  readonly unit: 'period' | 'session';
  readonly total: number;
  readonly absent: number;
  /** By approved leave for sessions that are not over. */
  readonly ahead: number;
  readonly allowed: number;
  readonly state: 'fine' | 'near' | 'over';
}

export async function myEligibility(signal?: AbortSignal): Promise<readonly Missed[]> {
  const told = await api.get<{ items: readonly Missed[] }>('/my/eligibility', { signal });
  return told.items;
}

export function reply(session: string, mode: Reply): Promise<void> {
  return api.put(path`/my/replies/${session}`, { mode });
}

/** The id is made once, so that sending twice is once. */
export function askAbsence(id: string, session: string, reason: string): Promise<Absence> {
  return api.put(path`/my/absences/${id}`, { session, reason });
}

/** What was uploaded becomes the paper of the request. */
export function attach(absence: string, upload: string): Promise<{ readonly name: string; readonly size: number }> {
  return api.put(path`/my/absences/${absence}/attachment`, { upload, declared: true });
}

export function paperOf(absence: string): string {
  return address(path`/absences/${absence}/attachment`);
}

export function withdrawAbsence(id: string): Promise<Absence> {
  return api.delete(path`/my/absences/${id}`);
}

export function myBadge(signal?: AbortSignal): Promise<Badge> {
  return api.get('/my/badge', { signal });
}

export interface Feed {
  readonly exists: boolean;
  readonly createdAt: string | null;
}

export function myFeed(signal?: AbortSignal): Promise<Feed> {
  return api.get('/my/feed', { signal });
}

export function createFeed(): Promise<{ readonly url: string }> {
  return api.post('/my/feed');
}

export function revokeFeed(): Promise<void> {
  return api.delete('/my/feed');
}
