import type { Component } from 'svelte';
import type { IconName } from './parts/icons';
import type { Role } from './session.svelte';
import type { Both } from './words/language.svelte';

/** What stands around a page: the office's bar and menu, a phone's narrow bar, the hall's nothing (system fonts), or nothing at all. */
export type Face = 'office' | 'phone' | 'hall' | 'bare';

/** The values of `:name` parts, each an attribute of the page component too. */
export type Params = Readonly<Record<string, string>>;

export interface Route {
  /** `/lop/:programme` */
  readonly path: string;
  readonly title: Both;
  // A page takes the params as its props, so its type of props is its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly load: () => Promise<{ default: Component<any> }>;
  /** Who may open it: these roles, anybody signed in, or everybody. The server decides; this only spares a refusal. */
  readonly who: readonly Role[] | 'signed-in' | 'everybody';
  readonly face?: Face;
  /** Opens without the server too; the page copes, and asks `session.known` before it relies on who is signed in. */
  readonly offline?: boolean;
  /** About the person signed in: not in the navigation of an account that is nobody's on the roster. */
  readonly own?: boolean;
  /** Its place in the main navigation (10 live, 20 programmes, 30 units, 40 reports, 50 directory …). */
  readonly nav?: { readonly order: number; readonly icon: IconName; readonly label?: Both };
  /** The page these roles see first. */
  readonly home?: readonly Role[];
}

export interface Match {
  readonly route: Route;
  readonly params: Params;
}

/** The params of a path that fits a pattern, or undefined. */
export function fit(pattern: string, path: string): Params | undefined {
  const wanted = parts(pattern);
  const given = parts(path);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decode(value);
    else if (part !== value) return undefined;
  }
  return params;
}

/** The route of a path. A pattern with fewer params wins, so that `/lop/moi` is not a programme called "moi". */
export function find(routes: readonly Route[], path: string): Match | undefined {
  let best: Match | undefined;
  for (const route of routes) {
    const params = fit(route.path, path);
    if (params && (!best || Object.keys(params).length < Object.keys(best.params).length)) best = { route, params };
  }
  return best;
}

/** Whether somebody with these roles may open a route. */
export function mayOpen(route: Route, roles: readonly Role[] | undefined): boolean {
  if (route.who === 'everybody') return true;
  if (roles === undefined) return false;
  return route.who === 'signed-in' || route.who.some((role) => roles.includes(role));
}

/** The first page of somebody: that of the widest role held. */
export function homeOf(routes: readonly Route[], roles: readonly Role[]): string | undefined {
  for (const role of roles) {
    const found = routes.find((route) => route.home?.includes(role));
    if (found) return found.path;
  }
  return routes.find((route) => route.nav && mayOpen(route, roles))?.path;
}

function parts(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
