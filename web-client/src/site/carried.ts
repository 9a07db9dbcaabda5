import { carry, type Carried } from '../outbox/file';
import { deviceAt, handOf } from './device';
import type { RollCall } from './roll-call.svelte';

/** What this phone has still to send, as it goes into a file. */
export async function carriedBy(call: RollCall): Promise<Carried> {
  const { session, site } = call;
  const device = await deviceAt(call.box);
  const hand = device.keys ? await handOf(call.box, device, session, site) : undefined;
  const waiting = call.entries.filter((entry) => entry.state === 'waiting');
  const names = { siteName: call.pack?.site.name ?? '', title: call.pack?.session.title ?? '' };
  const offset = Math.round(call.now() - Date.now());
  return carry({ session, site, ...names }, waiting, device.id, hand, offset, new Date());
}
