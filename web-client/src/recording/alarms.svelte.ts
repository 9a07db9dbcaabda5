import type { Both } from '../words/language.svelte';
import { alarms, type Alarm } from './data';

const pause = 120_000;

let known = $state.raw<readonly Alarm[]>([]);
let lookedAt = 0;
let following = false;

/** What a page has just learnt, for the number in the bar. */
export function tellAlarms(now: readonly Alarm[]): void {
  known = now;
  lookedAt = Date.now();
}

/** Asks again when the last answer is a while old; a bar that cannot ask shows what it knew. */
async function look(): Promise<void> {
  if (document.visibilityState !== 'visible' || Date.now() - lookedAt < pause) return;
  lookedAt = Date.now();
  await alarms()
    .then(tellAlarms)
    .catch(() => undefined);
}

/** The words in the bar, with how many recordings are missing. Whoever shows them first begins to ask. */
export function navLabel(): Both {
  if (!following) {
    following = true;
    setTimeout(() => void look(), 0);
    setInterval(() => void look(), pause);
  }
  const missing = known.filter((alarm) => alarm.cause !== 'removal').length;
  const count = missing > 0 ? ` (${missing})` : '';
  return { vi: `Bản ghi${count}`, en: `Recordings${count}` };
}
