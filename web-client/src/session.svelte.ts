import { api, whenLocked, whenSignedOut, type Schema } from './api';
import { ProblemError } from './problem';

export type Role = Schema<'Role'>;
/** A role and where it is held: a unit with all below it, or one site of a session. */
export type Grant = Schema<'HeldRole'>;
export type Me = Schema<'Me'>;
export type Installation = Schema<'Installation'>;

const order: readonly Role[] = [
  'province_admin',
  'unit_admin',
  'trainer',
  'cell_secretary',
  'steward',
  'kiosk',
  'cadre',
];

let me = $state.raw<Me | undefined>(undefined);
let installation = $state.raw<Installation | undefined>(undefined);
let ended = $state(false);
let known = $state(false);

/** Who is signed in, and what this installation is. */
export const session = {
  get me(): Me | undefined {
    return me;
  },
  get installation(): Installation | undefined {
    return installation;
  },
  /** False until the server has said who is signed in: at the door without a signal it may stay so. */
  get known(): boolean {
    return known;
  },
  /** True after the server ended a session that had stood. */
  get ended(): boolean {
    return ended;
  },
  /** Not used for a while: the page waits behind a cover. */
  get locked(): boolean {
    return me?.due.includes('unlock') ?? false;
  },
  /** A password of one's own or a second factor comes before everything else. */
  get unsettled(): boolean {
    return me?.due.some((due) => due !== 'unlock') ?? false;
  },
  /** The roles held, the widest first. */
  get roles(): readonly Role[] {
    const held = new Set(me?.grants.map((grant) => grant.role));
    return order.filter((role) => held.has(role));
  },
  /** The first grant of one of these roles: its unit is where that role works. */
  grant(...roles: readonly Role[]): Grant | undefined {
    for (const role of roles) {
      const found = me?.grants.find((grant) => grant.role === role);
      if (found) return found;
    }
    return undefined;
  },
  has(...roles: readonly Role[]): boolean {
    return me?.grants.some((grant) => roles.includes(grant.role)) ?? false;
  },
  /** Milliseconds that the server's clock is ahead of this device's. */
  clockOffset: 0,
  now(): Date {
    return new Date(Date.now() + session.clockOffset);
  },

  /** Learns what the installation is and who is signed in. Fails only when the server cannot be reached. */
  async start(): Promise<void> {
    const asked = Date.now();
    const [about, who] = await Promise.all([api.get<Installation>('/installation'), whoAmI()]);
    session.clockOffset = Date.parse(about.now) - (asked + Date.now()) / 2 || 0;
    installation = about;
    me = who;
    known = true;
  },
  signedIn(who: Me): void {
    me = who;
    ended = false;
    if (installation?.mode === 'empty') installation = { ...installation, mode: 'ready' };
  },
  lock(): void {
    if (me && !session.locked) me = { ...me, due: [...me.due, 'unlock'] };
  },
  async signOut(): Promise<void> {
    const told = await api.post<{ continueAt?: string } | undefined>('/sign-out');
    // Files kept for reading without a network are whoever's was signed in.
    if ('caches' in globalThis) await caches.delete('materials');
    me = undefined;
    ended = false;
    // whoever came through the provider is signed out there, too
    if (told?.continueAt !== undefined) location.assign(told.continueAt);
  },
};

async function whoAmI(): Promise<Me | undefined> {
  try {
    return await api.get<Me>('/me');
  } catch (failure) {
    if (failure instanceof ProblemError && failure.status === 401) return undefined;
    throw failure;
  }
}

whenLocked(() => session.lock());
whenSignedOut(() => {
  if (me) ended = true;
  me = undefined;
});
