import { Outbox, type Heard } from '../outbox/outbox.svelte';
import { deviceAt, handOf } from './device';

/** What this phone has to send from a place, and what signs for it; it works behind the PIN and before it. */
export async function queueAt(box: string, session: string, site: string, heard: Heard): Promise<Outbox> {
  const device = await deviceAt(box);
  const hand = device.keys ? { hand: await handOf(box, device, session, site) } : {};
  return new Outbox(box, device.id, { ...hand, ...heard });
}
