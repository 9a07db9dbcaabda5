import type { Match } from '../route';
import type { Role } from '../session.svelte';

export const signInPath = '/dang-nhap';
export const firstRunPath = '/khoi-tao';
export const settlePath = '/hoan-tat';
/** Where somebody lands whose roles have no first page. */
const accountPath = '/tai-khoan';

interface Asked {
  readonly path: string;
  readonly full: string;
  readonly match: Match | undefined;
  /** Whether an administrator exists. */
  readonly installed: boolean;
  /** Undefined when nobody is signed in. */
  readonly roles: readonly Role[] | undefined;
  /** Something comes first: a password of one's own, a second factor. */
  readonly unsettled?: boolean;
  readonly home: string | undefined;
  readonly may: boolean;
}

type Step =
  | { readonly do: 'show'; readonly match: Match }
  | { readonly do: 'go'; readonly to: string }
  | { readonly do: 'lost'; readonly why: 'not-found' | 'not-allowed' };

/** What an address leads to, for whoever asks. */
export function decide(asked: Asked): Step {
  const { path, full, match, installed, roles, unsettled = false, home, may } = asked;
  if (!installed && path !== firstRunPath && match?.route.path !== '/kieu-dang') return { do: 'go', to: firstRunPath };
  if (installed && path === firstRunPath) return { do: 'go', to: '/' };
  if (unsettled && path !== settlePath) return { do: 'go', to: settlePath };
  if (!unsettled && path === settlePath) return { do: 'go', to: '/' };
  if (path === '/') {
    if (roles === undefined) return { do: 'go', to: signInPath };
    return { do: 'go', to: home ?? accountPath };
  }
  if (match === undefined) return { do: 'lost', why: 'not-found' };
  if (path === signInPath && roles !== undefined) return { do: 'go', to: '/' };
  if (may) return { do: 'show', match };
  if (roles === undefined) return { do: 'go', to: `${signInPath}?next=${encodeURIComponent(full)}` };
  return { do: 'lost', why: 'not-allowed' };
}

/** Where to go after signing in: only an address of this site, never elsewhere. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith(signInPath) ? next : '/';
}
