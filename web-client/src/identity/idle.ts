import { keep } from '../keep';
import { following } from '../live.svelte';
import { session } from '../session.svelte';
import { idleLimit } from './rules';
import { lockHere, tellActivity } from './settling';

const kept = 'active';
const look = 15_000;
const tell = 60_000;

/** The last time somebody did something here or in another tab of this browser. */
function lastActive(): number {
  return Number(keep.get(kept)) || 0;
}

/** Locks the page after its role's time without use. What is followed live and a meeting under way count as use. */
export function watchIdle(): () => void {
  const minutes = session.installation && idleLimit(session.roles, session.installation.idleMinutes);
  if (!minutes) return () => undefined;
  let mine = Date.now();
  let told = mine;
  const active = (): void => {
    const now = Date.now();
    if (now - mine < 5000) return;
    mine = now;
    keep.set(kept, String(now));
  };
  const timer = setInterval(() => {
    const now = Date.now();
    if (following() || document.querySelector('iframe')) active();
    const last = Math.max(mine, lastActive());
    if (now - last > minutes * 60_000) {
      void lockHere().catch(() => undefined);
      session.lock();
    } else if (last > told && now - told > tell) {
      told = now;
      void tellActivity().catch(() => undefined);
    }
  }, look);
  const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'];
  for (const event of events) window.addEventListener(event, active, { passive: true });
  return () => {
    clearInterval(timer);
    for (const event of events) window.removeEventListener(event, active);
  };
}
