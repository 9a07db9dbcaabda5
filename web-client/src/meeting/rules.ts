import type { Schema } from '../api';
import type { Tile } from '../live/data';
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

type Item = Schema<'AttendanceItem'>;

export interface MissingAt {
  readonly site: string;
  readonly name: string;
  readonly tile: Tile | undefined;
  readonly people: readonly Item[];
}

/** Who must still come, by site: sites with most missing first. Those who are exempt are not waited for. */
export function bySite(items: readonly Item[], tiles: readonly Tile[]): readonly MissingAt[] {
  const known = new Map(tiles.map((tile) => [tile.id, tile]));
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (item.standing !== 'required') continue;
    const site = item.site ?? '';
    groups.set(site, [...(groups.get(site) ?? []), item]);
  }
  return [...groups]
    .map(([site, people]) => ({ site, name: people[0]?.siteName ?? '', tile: known.get(site), people }))
    .sort((a, b) => b.people.length - a.people.length);
}

/** The one filled button of the class page: the screen while people come, closing once it is over, nothing once closed. */
export function mainDeed(endsAt: string, closed: boolean, now: Date): 'screen' | 'close' | 'none' {
  if (closed) return 'none';
  return Date.parse(endsAt) <= now.getTime() ? 'close' : 'screen';
}

/** Whose screen the class page opens: the chosen site's, else the main hall's, else the first. */
export function screenSite(tiles: readonly Tile[], chosen: string | null): string | undefined {
  return (tiles.find((tile) => tile.id === chosen) ?? tiles.find((tile) => tile.kind === 'main') ?? tiles[0])?.id;
}
