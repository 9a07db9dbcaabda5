import { api, path, type Schema } from '../api';

export type MeetingState = Schema<'MeetingState'>;
export type Hand = MeetingState['hands'][number];
export type MeetingServer = Schema<'MeetingServer'>;

/** Where the state of a session's meeting streams from. */
export function meetingAt(session: string): string {
  return path`/sessions/${session}/meeting/live`;
}

export function raise(session: string): Promise<void> {
  return api.put(path`/sessions/${session}/hand`, {});
}

export function lower(session: string): Promise<void> {
  return api.delete(path`/sessions/${session}/hand`);
}

export function call(session: string, subject: string): Promise<void> {
  return api.post(path`/sessions/${session}/hands/${subject}/call`);
}

export function takeDown(session: string, subject: string): Promise<void> {
  return api.delete(path`/sessions/${session}/hands/${subject}`);
}

export async function servers(signal?: AbortSignal): Promise<readonly MeetingServer[]> {
  return (await api.get<{ items: MeetingServer[] }>('/meeting-servers', { signal })).items;
}

/** How the meeting within the page stands. */
export type Is = 'loading' | 'open' | 'left' | 'ended' | 'blocked' | 'stuck' | 'lost' | 'expired';

/** What went wrong with a device; the meeting goes on without it. */
export type DeviceFault = 'noPermission' | 'noCamera' | 'noMicrophone';

/** What an error of the meeting means for the page; undefined when the meeting itself deals with it. */
export function isAfter(error: unknown): Is | undefined {
  const { name, isFatal } = (error as { error?: { name?: string; isFatal?: boolean } } | null)?.error ?? {};
  if (name === undefined) return 'lost';
  if (name.startsWith('gum.')) return undefined;
  if (name === 'connection.passwordRequired' || name.includes('authenticationRequired') || name.includes('notAllowed'))
    return 'expired';
  if (name === 'conference.destroyed') return 'ended';
  return isFatal === false ? undefined : 'lost';
}

/** Why a camera or microphone does not work, by the browser's name of it. */
export function faultOf(kind: 'camera' | 'microphone', type: string | undefined): DeviceFault {
  if (type === 'gum.permission_denied' || type === 'NotAllowedError' || type === 'SecurityError') return 'noPermission';
  return kind === 'camera' ? 'noCamera' : 'noMicrophone';
}

/** One's own place in the queue: 0 when the word is given, 1 for the first who waits; undefined when the hand is down. */
export function placeOf(hands: readonly Hand[], subject: string): number | undefined {
  const mine = hands.findIndex((hand) => hand.subject === subject);
  if (mine < 0) return undefined;
  if (hands[mine]?.called) return 0;
  return hands.slice(0, mine).filter((hand) => !hand.called).length + 1;
}
