import type { Schema } from '../api';
import type { ProblemError } from '../problem';

/** Refusals of joining that the page has its own words for. */
const refusals = [
  'not_on_list',
  'session_not_open',
  'session_over',
  'session_cancelled',
  'session_postponed',
  'not_found',
] as const;
export type Refusal = (typeof refusals)[number];

export function refusalOf(problem: ProblemError | undefined): Refusal | undefined {
  return refusals.find((code) => code === problem?.code);
}

/** When a session that is not open yet opens, if the refusal tells it. */
export function opensAt(problem: ProblemError | undefined): Date | undefined {
  if (problem?.code !== 'session_not_open' || problem.detail === undefined) return undefined;
  const at = new Date(problem.detail);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** Milliseconds until to ask again: a moment after the opening, never sooner than 2 s, at most an hour, for a phone sleeps. */
export function askAgainIn(opens: Date, now: Date): number {
  return Math.min(3_600_000, Math.max(2000, opens.getTime() - now.getTime() + 500));
}

/** How the recording of one's presence by this page stands. */
export type Presence =
  | { readonly is: 'first' }
  | { readonly is: 'taken'; readonly at: Date }
  | { readonly is: 'lost'; readonly at: Date | undefined }
  | { readonly is: 'refused'; readonly reason: string };

/** After the server's answer to a beat. */
export function answered(answer: Pick<Schema<'EvidenceAnswer'>, 'result' | 'reason'>, at: Date): Presence {
  if (answer.result === 'refused') return { is: 'refused', reason: answer.reason ?? 'malformed' };
  return { is: 'taken', at };
}

/** After a beat that failed: a refusal is told as such, anything else is a connection to be had again. */
export function failed(before: Presence, problem: ProblemError): Presence {
  const refused = problem.status >= 400 && problem.status < 500 && problem.status !== 408 && problem.status !== 429;
  if (refused) return { is: 'refused', reason: problem.code };
  return { is: 'lost', at: before.is === 'taken' || before.is === 'lost' ? before.at : undefined };
}

/** Whether beating goes on: a session not open yet opens, a lost connection comes back, any other refusal stands. */
export function goesOn(presence: Presence): boolean {
  return presence.is !== 'refused' || presence.reason === 'session_not_open';
}
