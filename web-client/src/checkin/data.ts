import { api, path } from '../api';
import { kept } from '../outbox/kept';
import type { Draft } from '../outbox/outbox.svelte';
import { newId } from '../outbox/rules';
import type { Mine, Target } from './rules';

/** One's own sessions from today on: from the server, else as this phone last knew them. */
export async function mySessions(person: string): Promise<readonly Mine[]> {
  const name = `my-sessions|${person}`;
  try {
    const { items } = await api.get<{ items: readonly Mine[] }>('/my/schedule', { timeout: 8000 });
    await kept.keep(name, items);
    return items;
  } catch (failure) {
    const before = await kept.thing<readonly Mine[]>(name);
    if (before) return before;
    throw failure;
  }
}

/** A code with the moment it was read, as the outbox takes it. */
export function checkIn(target: Target, code: string, seenAt: string): Draft {
  const id = newId();
  return {
    id,
    method: 'PUT',
    path: path`/sessions/${target.session}/check-ins/${id}`,
    body: { site: target.site, code, seenAt },
    about: target,
  };
}
