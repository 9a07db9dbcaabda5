import { api, path, type Schema } from '../api';

export type Notice = Schema<'Notice'>;
export type Reading = Schema<'Reading'>;
export type DataRequest = Schema<'DataRequest'>;
export type KeptKind = Schema<'KeptKind'>;
/** Everything held about a person, by kind, as it is stored. */
export type MyData = Omit<Schema<'MyData'>, 'held'> & {
  readonly held: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};
export type RequestKind = DataRequest['kind'];

export function readNotice(): Promise<Notice> {
  return api.get('/my/notice');
}

export function sawNotice(version: number): Promise<void> {
  return api.post('/my/notice', { version });
}

export function writeNotice(notice: Omit<Notice, 'seen'>): Promise<Notice> {
  return api.put('/notice', notice);
}

/** Everything held about whoever asks. */
export function myData(): Promise<MyData> {
  return api.get('/my/data');
}

export async function myReaders(): Promise<readonly Reading[]> {
  return (await api.get<{ items: readonly Reading[] }>('/my/readers')).items;
}

export async function myRequests(): Promise<readonly DataRequest[]> {
  return (await api.get<{ items: readonly DataRequest[] }>('/my/data-requests')).items;
}

export function fileRequest(id: string, kind: RequestKind, text: string): Promise<DataRequest> {
  return api.put(path`/my/data-requests/${id}`, { kind, text });
}

export async function openRequests(): Promise<readonly DataRequest[]> {
  return (await api.get<{ items: readonly DataRequest[] }>('/data-requests')).items;
}

export function answerRequest(
  id: string,
  state: 'acknowledged' | 'done' | 'refused',
  answer: string,
): Promise<DataRequest> {
  return api.post(path`/data-requests/${id}/answer`, { state, answer });
}

export async function keptKinds(): Promise<readonly KeptKind[]> {
  return (await api.get<{ items: readonly KeptKind[] }>('/retention')).items;
}

export function runRetention(): Promise<unknown> {
  return api.post('/retention/runs');
}
