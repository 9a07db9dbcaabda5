import { api, path, type Schema } from '../api';
import { activate, choosePin } from '../identity/data';
import { ProblemError } from '../problem';
import type { Me } from '../session.svelte';

export type DemoToday = Schema<'DemoToday'>;
export type DemoVisitor = Schema<'DemoVisitor'>;
export type DemoSlip = Schema<'DemoSlip'>;
export type Wall = Schema<'Wall'>;

export function readDemo(signal?: AbortSignal): Promise<DemoToday> {
  return api.get('/demo', { signal });
}

/** Makes a delegate of that name who is checked in at once, while this browser stays signed in as it is. */
export function welcomeHere(name: string): Promise<DemoVisitor> {
  return api
    .post<DemoVisitor>('/demo/visitors', { name, here: true })
    .then((visitor) => counted(visitor.result, visitor));
}

/** A visitor is told of being present only when the check-in was counted. */
function counted<T>(result: string | undefined, value: T): T {
  if (result !== 'counted' && result !== 'already') throw new ProblemError(422, 'demo_over');
  return value;
}

/** The visitor's own phone: a delegate, an activated phone, a check-in with the room's code. */
export async function welcome(name: string): Promise<{ readonly visitor: DemoVisitor; readonly me: Me }> {
  const visitor = await api.post<DemoVisitor>('/demo/visitors', { name });
  const activation = await activate(visitor.code, visitor.birthYear);
  const me = await choosePin(activation.token, '274913');
  const answer = await api.put<{ readonly result: string }>(
    path`/sessions/${visitor.session}/check-ins/${crypto.randomUUID()}`,
    {
      site: visitor.site,
      code: visitor.roomCode,
      seenAt: new Date().toISOString(),
    },
  );
  return counted(answer.result, { visitor, me });
}

export function readSlip(): Promise<DemoSlip> {
  return api.post('/demo/steward');
}

/** Cuts the line of the visitors' site, or mends it. */
export function putLine(up: boolean): Promise<Schema<'DemoLine'>> {
  return api.put('/demo/line', { up });
}

export function readWall(session: string): Promise<Wall> {
  return api.get(path`/sessions/${session}/wall`);
}
