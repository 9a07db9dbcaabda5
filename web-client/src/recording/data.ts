import { address, api, path, type Schema } from '../api';

export type Recording = Schema<'Recording'>;
export type RecordingList = Schema<'RecordingList'>;
export type Watched = Schema<'Watched'>;
export type Heat = Schema<'Heat'>;
export type Recorder = Schema<'Recorder'>;
export type Alarm = Schema<'RecordingAlarms'>['items'][number];
export type Track = 'captions' | 'chapters';

export function recording(id: string, signal?: AbortSignal): Promise<Recording> {
  return api.get(path`/recordings/${id}`, { signal });
}

export function allRecordings(signal?: AbortSignal): Promise<RecordingList> {
  return api.get('/recordings', { signal });
}

export function ofProgramme(programme: string, signal?: AbortSignal): Promise<RecordingList> {
  return api.get(path`/programmes/${programme}/recordings`, { signal });
}

export function ofSession(session: string, signal?: AbortSignal): Promise<RecordingList> {
  return api.get(path`/sessions/${session}/recordings`, { signal });
}

/** What is missing or will be removed, of the units one works for. */
export async function alarms(signal?: AbortSignal): Promise<readonly Alarm[]> {
  return (await api.get<Schema<'RecordingAlarms'>>('/recordings/alarms', { signal })).items;
}

/** The sessions of a day in Vietnam, by start. */
export async function sessionsOn(day: string, signal?: AbortSignal): Promise<readonly Schema<'SessionRow'>[]> {
  const from = new Date(`${day}T00:00:00+07:00`);
  const query = { from: from.toISOString(), to: new Date(from.getTime() + 86_400_000).toISOString() };
  return (await api.get<{ readonly items: readonly Schema<'SessionRow'>[] }>('/sessions', { query, signal })).items;
}

export function tie(recording: string, session: string): Promise<Recording> {
  return api.put(path`/recordings/${recording}/session`, { session });
}

export function untie(recording: string): Promise<Recording> {
  return api.delete<Recording>(path`/recordings/${recording}/session`);
}

export function expect(session: string): Promise<Recording> {
  return api.put(path`/sessions/${session}/recordings/expected`, {});
}

export function bring(session: string, id: string, upload: string, seconds: number): Promise<Recording> {
  return api.put(path`/sessions/${session}/recordings/${id}`, { upload, seconds, declared: true });
}

export function contentOf(id: string): string {
  return address(path`/recordings/${id}/content`);
}

export function posterOf(id: string): string {
  return address(path`/recordings/${id}/poster`);
}

export function trackOf(id: string, track: Track): string {
  return address(path`/recordings/${id}/tracks/${track}`);
}

export async function readTrack(id: string, track: Track): Promise<string> {
  return (await api.blob(path`/recordings/${id}/tracks/${track}`)).text();
}

export function putTrack(id: string, track: Track, text: string): Promise<Recording> {
  return api.put(path`/recordings/${id}/tracks/${track}`, { text });
}

export function putRule(id: string, percent: number, approval: boolean): Promise<Recording> {
  return api.put(path`/recordings/${id}/rule`, { percent, approval });
}

export function keepUntil(id: string, removeAfter: string): Promise<Recording> {
  return api.put(path`/recordings/${id}/retention`, { removeAfter });
}

export function remove(id: string): Promise<void> {
  return api.delete(path`/recordings/${id}`);
}

export function watched(id: string, signal?: AbortSignal): Promise<Watched> {
  return api.get(path`/recordings/${id}/watched`, { signal });
}

export function played(id: string, report: Schema<'Played'>, keepalive = false): Promise<Watched> {
  return api.post(path`/recordings/${id}/watched`, report, { keepalive });
}

export function heat(id: string, signal?: AbortSignal): Promise<Heat> {
  return api.get(path`/recordings/${id}/heat`, { signal });
}

export function decide(id: string, person: string, agreed: boolean): Promise<Watched> {
  return api.post(path`/recordings/${id}/made-up/${person}`, { agreed });
}

export function recorders(signal?: AbortSignal): Promise<{ readonly items: readonly Recorder[] }> {
  return api.get('/recorders', { signal });
}

export function addRecorder(name: string, host: string): Promise<Recorder> {
  return api.post('/recorders', host === '' ? { name } : { name, host });
}

/** A new token; the one before holds for two more days. */
export function renewRecorder(id: string): Promise<Recorder> {
  return api.post(path`/recorders/${id}/token`);
}

export function deleteRecorder(id: string): Promise<void> {
  return api.delete(path`/recorders/${id}`);
}
