type Guard = () => boolean;

const guards = new Set<Guard>();
let path = $state(location.pathname);
let search = $state(location.search);
let hash = $state(location.hash);
let asked = $state.raw<{ to: string; replace: boolean } | undefined>(undefined);
const query = $derived(new URLSearchParams(search));

history.scrollRestoration = 'manual';
const scrolls = new Map<string, number>();

/** Where we are. Reading it in a template follows it. */
export const place = {
  get path(): string {
    return path;
  },
  /** The address with its query, for `next=`. */
  get full(): string {
    return path + search + hash;
  },
  get hash(): string {
    return hash;
  },
  query(name: string): string | null {
    return query.get(name);
  },
  /** An address somebody wants to go to while unsaved work stands; the shell asks. */
  get asked(): string | undefined {
    return asked?.to;
  },
  leave(): void {
    const wanted = asked;
    asked = undefined;
    guards.clear();
    if (wanted) go(wanted.to, { replace: wanted.replace });
  },
  stay(): void {
    asked = undefined;
  },
};

let whole: readonly string[] = [];

/** Addresses that begin so are loaded from the server anew: its headers let in there what other pages refuse. */
export function loadWhole(beginnings: readonly string[]): void {
  whole = beginnings;
}

/** Goes to an address of this site. */
export function go(to: string, how: { replace?: boolean } = {}): void {
  const replace = how.replace === true;
  const target = new URL(to, location.href);
  if (target.pathname !== path && [...guards].some((guard) => guard())) {
    asked = { to, replace };
    return;
  }
  if (target.pathname !== path && whole.some((beginning) => target.pathname.startsWith(beginning))) {
    if (replace) location.replace(target);
    else location.assign(target);
    return;
  }
  scrolls.set(key(), window.scrollY);
  const state = { at: replace ? key() : String(Date.now() + Math.random()) };
  if (replace) history.replaceState(state, '', target);
  else history.pushState(state, '', target);
  read();
}

/** Changes the query in place (filters, tabs, the open row), so that reloading and sharing keep it. Null takes a name away. */
export function setQuery(changes: Readonly<Record<string, string | null>>): void {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  history.replaceState(history.state, '', path + (text === '' ? '' : `?${text}`) + hash);
  search = location.search;
}

/** Asks before leaving while `unsaved` says true. Call it while the component is being made. */
export function guardLeaving(unsaved: Guard): void {
  $effect(() => {
    guards.add(unsaved);
    const stop = (event: BeforeUnloadEvent): void => {
      if (unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', stop);
    return () => {
      guards.delete(unsaved);
      window.removeEventListener('beforeunload', stop);
    };
  });
}

/** How far the page was scrolled when it was left, if we have come back to it. */
export function scrollKept(): number {
  return scrolls.get(key()) ?? 0;
}

function key(): string {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'at' in state ? String(state.at) : 'first';
}

function read(): void {
  path = location.pathname;
  search = location.search;
  hash = location.hash;
}

/** Ordinary links stay within the page; everything a browser does with keys or targets stays the browser's. */
function follow(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return;
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target !== '' || link.hasAttribute('download') || link.rel === 'external') return;
  const target = new URL(link.href);
  if (target.origin !== location.origin || target.pathname.startsWith('/api/')) return;
  if (target.pathname === path && target.search === search && target.hash !== '') return;
  event.preventDefault();
  go(target.href);
}

window.addEventListener('popstate', read);
document.addEventListener('click', follow);
