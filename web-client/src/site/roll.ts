import type { MarkName } from '../parts/marks';
import type { Entry } from '../outbox/rules';
import type { Member, Pack } from './pack';

/** How somebody stands on this page's list. */
export type Stands = Extract<MarkName, 'present' | 'substitute' | 'excused' | 'unexcused' | 'undetermined'>;
export type Beside = Extract<MarkName, 'late' | 'early'>;

/** What the server last said of one person, and when it reached us (this device's clock). */
export interface Said {
  readonly stands: Stands;
  readonly beside: readonly Beside[];
  readonly at?: string | undefined;
  readonly heardAt: string;
}

/** What this device made of a scan or a tick, kept beside the entry. */
export interface About {
  readonly act: 'in' | 'out' | 'undo' | 'walk_in' | 'count' | 'report' | 'close' | 'link_up' | 'link_down' | 'check';
  readonly person?: string;
  readonly name?: string;
  readonly birthYear?: number;
  readonly unitName?: string;
  readonly late?: boolean;
  /** The entry that is undone. */
  readonly undoes?: string;
  readonly verdict?: Verdict;
  readonly count?: number;
  readonly moment?: 'start' | 'middle' | 'end';
  /** Entered from a paper list, with the time that stands on it. */
  readonly paper?: boolean;
  readonly at?: string;
}

/** The four answers at the door: found, here already, of another site (or none we know), refused. */
export type Verdict = 'found' | 'already' | 'elsewhere' | 'refused';

export interface Row {
  readonly member: Member;
  readonly stands: Stands;
  readonly beside: readonly Beside[];
  /** When they were seen, if they were. */
  readonly at: string | undefined;
  /** What makes them present has not been sent yet. */
  readonly waiting: boolean;
  /** This device's entries that stand for them and can be undone, the latest last. */
  readonly mine: readonly Entry[];
}

export interface Counts {
  readonly required: number;
  readonly present: number;
  /** Of those present, how many the server does not know yet. */
  readonly unsent: number;
  /** Present without being required: exempt, guests, walk-ins. */
  readonly others: number;
}

export function aboutOf(entry: Entry): About {
  return (entry.about ?? { act: 'count' }) as About;
}

/** The list as it stands: what the server said, with what this device has done since laid over it. */
export function rollOf(members: readonly Member[], said: ReadonlyMap<string, Said>, entries: readonly Entry[]): Row[] {
  const undone = undoneIn(entries);
  const mine = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { person } = aboutOf(entry);
    if (person !== undefined && entry.state !== 'refused') mine.set(person, [...(mine.get(person) ?? []), entry]);
  }
  return members.map((member) => rowOf(member, said.get(member.id), mine.get(member.id) ?? [], undone));
}

/** The ids of entries that a later entry of this device takes back. */
export function undoneIn(entries: readonly Entry[]): Set<string> {
  const undone = new Set<string>();
  for (const entry of entries) {
    const { act, undoes } = aboutOf(entry);
    if (act === 'undo' && undoes !== undefined && entry.state !== 'refused') undone.add(undoes);
  }
  return undone;
}

function rowOf(member: Member, said: Said | undefined, mine: readonly Entry[], undone: ReadonlySet<string>): Row {
  const alive = mine.filter((entry) => !undone.has(entry.id) && aboutOf(entry).act !== 'undo');
  const ins = alive.filter((entry) => aboutOf(entry).act === 'in');
  const news = mine.filter((entry) => isNews(entry, said));
  const base: Row = {
    member,
    stands: said?.stands ?? 'undetermined',
    beside: said?.beside ?? [],
    at: said?.at,
    waiting: false,
    mine: alive,
  };
  if (news.length === 0) return base;
  const first = ins[0];
  if (first) {
    const left = alive.some((entry) => aboutOf(entry).act === 'out');
    const beside: Beside[] = [];
    if (said?.stands === 'present' ? said.beside.includes('late') : aboutOf(first).late === true) beside.push('late');
    if (left) beside.push('early');
    return {
      ...base,
      stands: 'present',
      beside,
      at: said?.stands === 'present' ? said.at : (aboutOf(first).at ?? first.madeAt),
      waiting: said?.stands !== 'present' && ins.every((entry) => entry.state === 'waiting'),
    };
  }
  if (news.some((entry) => aboutOf(entry).act === 'undo') && said?.stands !== 'excused') {
    return { ...base, stands: 'undetermined', beside: [], at: undefined };
  }
  return news.some((entry) => aboutOf(entry).act === 'out') ? { ...base, beside: [...base.beside, 'early'] } : base;
}

/** A roll that reaches us this soon after an answer may have been written before it. */
const crossing = 1500;

/** Whether the server's word on the person is older than its answer to this entry, or there is no answer yet. */
function isNews(entry: Entry, said: Said | undefined): boolean {
  if (entry.state === 'waiting' || said === undefined || entry.answeredAt === undefined) return true;
  return Date.parse(entry.answeredAt) + crossing >= Date.parse(said.heardAt);
}

/** The figures of the list. `walkIns` is how many the server knows of; those of this device that it has not heard of come on top. */
export function countsOf(rows: readonly Row[], entries: readonly Entry[], walkIns?: number): Counts {
  const undone = undoneIn(entries);
  let required = 0;
  let present = 0;
  let unsent = 0;
  let others = walkIns ?? 0;
  for (const row of rows) {
    const isRequired = row.member.standing === 'required';
    if (isRequired) required += 1;
    if (row.stands !== 'present') continue;
    if (!isRequired) others += 1;
    else {
      present += 1;
      if (row.waiting) unsent += 1;
    }
  }
  for (const entry of entries) {
    if (aboutOf(entry).act !== 'walk_in' || entry.state === 'refused' || undone.has(entry.id)) continue;
    if (entry.state === 'waiting' || walkIns === undefined) others += 1;
  }
  return { required, present, unsent, others };
}

/** Whether somebody seen at this moment is late, by the pack's own times. */
export function isLate(pack: Pick<Pack, 'session' | 'lateMinutes'>, at: number): boolean {
  return at > Date.parse(pack.session.startsAt) + (pack.lateMinutes ?? 15) * 60_000;
}

/** The latest answers of this device, newest first: what came through the door. */
export function latest(entries: readonly Entry[], atMost = 5): Entry[] {
  return entries
    .filter((entry) => ['in', 'out', 'walk_in'].includes(aboutOf(entry).act))
    .slice(-atMost)
    .reverse();
}

/** Keys that come faster than fingers are a scanner that plays a keyboard. Give it each key; it answers a whole reading at Enter. */
export class Wedge {
  #text = '';
  #last = -Infinity;
  #slowest = 0;

  press(key: string, at: number): string | undefined {
    const gap = at - this.#last;
    if (key === 'Enter') return this.#end(gap);
    if (key.length !== 1) return undefined;
    if (gap > 500) this.#forget();
    else this.#slowest = Math.max(this.#slowest, gap);
    this.#text += key;
    this.#last = at;
    return undefined;
  }

  /** So many digits are never typed by hand, however slowly a busy phone hears them; fewer must come fast. */
  #end(gap: number): string | undefined {
    const text = this.#text;
    this.#last = -Infinity;
    const scanned = /^\d{179}$/.test(text) || (text.length >= 8 && Math.max(this.#slowest, gap) <= 60);
    this.#forget();
    return scanned ? text : undefined;
  }

  #forget(): void {
    this.#text = '';
    this.#slowest = 0;
  }
}
