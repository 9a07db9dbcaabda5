import { api, path } from '../api';
import { kept } from '../outbox/kept';

export interface RoomKey {
  readonly key: string;
  readonly stepSeconds: number;
  /** Ends where the code begins. */
  readonly url: string;
  /** Milliseconds that the server's clock is ahead of this screen's. */
  readonly offset: number;
}

export interface AgendaItem {
  readonly at?: string;
  readonly topic: string;
  readonly presenter?: string;
}

/** The key of a room's code: from the server, else as this screen last had it. */
export async function roomKey(session: string, site: string): Promise<RoomKey> {
  const name = `room|${session}|${site}`;
  try {
    const asked = Date.now();
    const told = await api.get<Omit<RoomKey, 'offset'> & { serverTime: string }>(
      path`/sessions/${session}/room-code/${site}`,
    );
    const { key, stepSeconds, url, serverTime } = told;
    const room: RoomKey = { key, stepSeconds, url, offset: Date.parse(serverTime) - (asked + Date.now()) / 2 };
    await kept.keep(name, room).catch(() => undefined);
    return room;
  } catch (failure) {
    const before = await kept.thing<RoomKey>(name).catch(() => undefined);
    if (before) return before;
    throw failure;
  }
}

/** The agenda, for screens whose account may read it; a steward's may not, and shows none. */
export async function agendaOf(session: string): Promise<readonly AgendaItem[]> {
  const whole = await api.get<{ agenda?: readonly AgendaItem[] }>(path`/sessions/${session}`).catch(() => undefined);
  return whole?.agenda ?? [];
}

/** What is on by the clock: the latest item that has begun. */
export function currentItem(agenda: readonly AgendaItem[], now: number): AgendaItem | undefined {
  return agenda.findLast((item) => item.at !== undefined && Date.parse(item.at) <= now);
}

/** What somebody types by hand: the address without its scheme and its query. */
export function typable(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\?.*$/, '');
}
