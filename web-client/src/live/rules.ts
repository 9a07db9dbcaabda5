import { isoDay } from '../words/format';
import type { SessionRow, Tile, Wall } from './data';

/** The day's sessions in the order people look for them: under way, to come, over. */
export interface Today {
  readonly now: readonly SessionRow[];
  readonly later: readonly SessionRow[];
  readonly over: readonly SessionRow[];
}

export function today(sessions: readonly SessionRow[], at: Date): Today {
  const shown = sessions.filter((session) => session.state === 'issued' || session.state === 'ended');
  const time = at.getTime();
  const begins = (session: SessionRow): number => Date.parse(session.startsAt) - 30 * 60_000;
  const over = (session: SessionRow): boolean => session.state === 'ended' || Date.parse(session.endsAt) < time;
  return {
    now: shown.filter((session) => !over(session) && begins(session) <= time),
    later: shown.filter((session) => !over(session) && begins(session) > time),
    over: shown.filter(over),
  };
}

/** Whose wall is what somebody comes for: the only session under way, or the only one of them that links several sites. */
export function wallOf(now: readonly SessionRow[]): SessionRow | undefined {
  const linked = now.length === 1 ? now : now.filter((session) => session.siteCount > 1);
  return linked.length === 1 ? linked[0] : undefined;
}

/** How many sites stand how. A closed site has reported; one closed by rule has not. */
export function states(tiles: readonly Tile[]): Record<'reported' | 'filling' | 'silent' | 'off', number> {
  const count = { reported: 0, filling: 0, silent: 0, off: 0 };
  for (const tile of tiles) count[mark(tile)] += 1;
  return count;
}

/** The mark of a tile. */
export function mark(tile: Tile): 'reported' | 'filling' | 'silent' | 'off' {
  switch (tile.state) {
    case 'reported':
    case 'closed':
      return 'reported';
    case 'filling':
      return 'filling';
    case 'link_down':
      return 'off';
    case 'silent':
    case 'closed_by_rule':
      return 'silent';
  }
}

/** Whom to call: silent sites first, then those whose link is down, each in the wall's order. */
export function calls(tiles: readonly Tile[]): readonly Tile[] {
  return [...tiles.filter((tile) => tile.state === 'silent'), ...tiles.filter((tile) => tile.state === 'link_down')];
}

/** What a technician's check found wrong, or nothing where there was none or all is well. */
export function faults(tile: Tile): readonly ('picture' | 'sound' | 'link' | 'power')[] {
  const { check } = tile;
  return check ? (['picture', 'sound', 'link', 'power'] as const).filter((thing) => check[thing] === false) : [];
}

/** Sites whose technician should have looked by now, an hour before the start, and has not, or has found a fault. */
export function unready(tiles: readonly Tile[], startsAt: Date, now: Date): readonly Tile[] {
  const left = startsAt.getTime() - now.getTime();
  if (left > 60 * 60_000 || left < -15 * 60_000) return [];
  return tiles.filter(
    (tile) =>
      tile.state !== 'closed' &&
      tile.state !== 'closed_by_rule' &&
      (tile.check === undefined || faults(tile).length > 0),
  );
}

/** The site's name without the words that every tile would repeat. */
export function shortName(name: string): string {
  return name.replace(/^(Điểm cầu )?(xã|phường|thị trấn) /iu, '');
}

/** Present of the required, never beyond it: those who visit from elsewhere are counted at home. */
export function share(tile: Tile): number {
  return tile.expected === 0 ? 0 : Math.min(1, tile.present / tile.expected);
}

/** The figures of the one sentence. A rate stands on reported sites only. */
export function headline(wall: Wall): {
  reported: number;
  sites: number;
  present: number;
  required: number;
  elsewhere: number;
} {
  const { present, required } = wall.reportedCounts;
  return { reported: wall.reported, sites: wall.sites, present, required, elsewhere: wall.elsewhere };
}

/** When a call from a site came, by the day and the hour that the office types; or which of the two cannot be, and why. */
export function calledAt(
  day: string,
  time: string,
  starts: Date,
  now: Date,
): { readonly at: string } | { readonly wrong: 'before' | 'ahead' | 'time' } {
  const read = /^\d{4}-\d\d-\d\d$/.test(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  const at = new Date(`${day}T${time}:00+07:00`);
  if (read && day > isoDay(now)) return { wrong: 'ahead' };
  if (!read || Number.isNaN(at.getTime()) || at.getTime() > now.getTime()) return { wrong: 'time' };
  return day < isoDay(starts) ? { wrong: 'before' } : { at: at.toISOString() };
}
