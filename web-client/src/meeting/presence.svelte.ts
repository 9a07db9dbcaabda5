import { asProblem } from '../problem';
import { session as me } from '../session.svelte';
import { beat, leave } from './data';
import { answered, failed, goesOn, type Presence } from './rules';

const every = 20_000;

/** An id of this tab: another tab is another page, and the server counts both once. */
function newPage(): string {
  return crypto.randomUUID?.() ?? `p${Date.now()}-${Math.random().toString(36).slice(2)}`;
}

/** Tells the server every 20 s that this page is open, from the making of the component until it or the tab goes. */
export function present(session: string): { readonly state: Presence } {
  let state = $state.raw<Presence>({ is: 'first' });

  $effect(() => {
    const page = newPage();
    let n = 0;
    let sending = false;
    let stopped = false;

    async function send(): Promise<void> {
      if (sending || stopped) return;
      sending = true;
      try {
        n += 1;
        const answer = await beat(session, page, n, me.now());
        state = answered(answer, me.now());
      } catch (failure) {
        state = failed(state, asProblem(failure));
      } finally {
        sending = false;
        if (!goesOn(state)) stop();
      }
    }
    function stop(): void {
      stopped = true;
      clearInterval(timer);
    }
    const gone = (): void => void leave(session, page).catch(() => undefined);
    const back = (): void => {
      if (document.visibilityState === 'visible') void send();
    };
    const timer = setInterval(() => void send(), every);
    void send();
    window.addEventListener('pagehide', gone);
    window.addEventListener('online', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      stop();
      window.removeEventListener('pagehide', gone);
      window.removeEventListener('online', back);
      document.removeEventListener('visibilitychange', back);
      gone();
    };
  });

  return {
    get state() {
      return state;
    },
  };
}
