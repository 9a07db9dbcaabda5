import type { Guard, Shut } from './guard';
import type { Entry } from './rules';

/**
 * An entry as it lies on the disk. Its place, its box and whether it waits are readable. What has to be sent lies under the
 * browser's own key, so that it goes also while the PIN is not typed; what the page shows of it, and all of it once it was
 * answered, lies under the PIN. Where no PIN was set, all of it lies under the browser's own key.
 */
interface ShutRow extends Pick<Entry, 'n' | 'id' | 'box' | 'state'> {
  readonly own?: Shut;
  readonly shut?: Shut;
}

/** In the clear: of a page without cryptography, or kept before entries were shut. */
export type Row = Entry | ShutRow;

/** What opens a box here: the browser's own key, and the PIN's once it was typed. */
export interface Keys {
  readonly own: Guard | undefined;
  readonly pin: Guard | undefined;
}

function isClear(row: Row): row is Entry {
  return !('own' in row) && !('shut' in row);
}

export async function shutRow(entry: Entry, { own, pin }: Keys): Promise<Row> {
  const { n, id, box, state, hidden, ...rest } = entry;
  const open = { ...(n === undefined ? {} : { n }), id, box, state };
  if (pin && (state !== 'waiting' || !own)) return { ...open, shut: await pin.shut(id, rest) };
  if (!own) return entry;
  if (!pin) return { ...open, own: await own.shut(id, rest), ...(hidden ? { shut: hidden } : {}) };
  const { about, ...sent } = rest;
  return { ...open, own: await own.shut(id, sent), shut: await pin.shut(id, { about }) };
}

/** The entry, as far as the keys open it; undefined where they open nothing that could be sent. */
export async function openRow(row: Row, { own, pin }: Keys): Promise<Entry | undefined> {
  if (isClear(row)) return row;
  const { own: byOwn, shut: byPin, ...open } = row;
  const [first, second] = await Promise.all([byOwn && own?.open(row.id, byOwn), byPin && pin?.open(row.id, byPin)]);
  if (byOwn ? first === undefined : second === undefined) return undefined;
  const hidden = byPin && second === undefined ? { hidden: byPin } : {};
  return { ...open, ...(first as object), ...(second as object), ...hidden } as Entry;
}

/** Whether it lies as these keys want it. */
export function liesRight(row: Row, { own, pin }: Keys): boolean {
  if (isClear(row)) return !own;
  if (!pin) return true;
  return row.shut !== undefined && (row.own !== undefined) === (row.state === 'waiting' && own !== undefined);
}

/** Whether nobody has written it since. */
export function isSame(row: Row, other: Row | undefined): boolean {
  return other !== undefined && stampOf(row) === stampOf(other);
}

function stampOf(row: Row): string {
  const nonces = isClear(row) ? [] : [row.own, row.shut];
  return [row.state, ...nonces.map((shut) => (shut ? shut.nonce.join() : ''))].join('|');
}
