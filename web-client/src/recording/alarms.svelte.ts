import { alarms, type Alarm } from './data';

const pause = 120_000;

let known = $state.raw<readonly Alarm[]>([]);
let lookedAt = 0;

/** What a page has just learnt, for the number in the bar. */
export function tellAlarms(now: readonly Alarm[]): void {
  known = now;
  lookedAt = Date.now();
}

/** How many recordings are missing, as far as is known. */
export function missing(): number {
  return known.filter((alarm) => alarm.cause !== 'removal').length;
}

/** Asks again when the last answer is a while old; a bar that cannot ask shows what it knew. */
export async function lookForAlarms(): Promise<void> {
  if (document.visibilityState !== 'visible' || Date.now() - lookedAt < pause) return;
  lookedAt = Date.now();
  await alarms()
    .then(tellAlarms)
    .catch(() => undefined);
}

export { pause };
