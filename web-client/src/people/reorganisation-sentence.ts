import { say } from './reorganisation-words';
import type { ReorganisationRow } from './reorganising';

/** What is decided, in one sentence. */
export function sentenceOf(one: ReorganisationRow): string {
  return say(one.kind === 'undo' && one.units.length > 0 ? 'sentence.undoOf' : `sentence.${one.kind}`, {
    units: one.units.map((unit) => unit.name).join(', '),
    into: one.into?.name ?? '…',
    fresh: one.fresh.map((unit) => unit.name).join(', '),
    name: one.name ?? '…',
  });
}
