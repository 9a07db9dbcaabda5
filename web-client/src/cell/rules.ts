import type { Entry } from '../outbox/rules';

/** A member of the cell, as the secretary's page lists them. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly sortKey?: string;
  readonly birthYear?: number;
  readonly exempt?: boolean;
  readonly outcome?: { readonly standing: string };
}

/** What an entry of the meeting is about, for the page. */
export type About =
  | { readonly act: 'meeting' }
  | { readonly act: 'in'; readonly person: string }
  | { readonly act: 'undo'; readonly person: string; readonly undoes: string }
  | { readonly act: 'excuse'; readonly person: string; readonly reason: string }
  | { readonly act: 'unexcused'; readonly person: string }
  | { readonly act: 'close' };

export type Standing = 'present' | 'excused' | 'unexcused' | 'unknown' | 'exempt';

export interface Row {
  readonly member: Member;
  readonly standing: Standing;
  readonly reason?: string;
  /** The tick that can be taken back. */
  readonly tick?: string;
}

/** The cell as it stands: nobody is here until ticked, nobody is absent until said. */
export function rowsOf(members: readonly Member[], entries: readonly Entry[], absent: ReadonlySet<string>): Row[] {
  const undone = new Set<string>();
  for (const entry of entries) {
    const about = entry.about as About;
    if (about.act === 'undo' && entry.state !== 'refused') undone.add(about.undoes);
  }
  return members.map((member) => {
    if (member.exempt === true) return { member, standing: 'exempt' };
    const mine = entries.filter((entry) => isOf(entry, member.id) && entry.state !== 'refused');
    const tick = mine.findLast((entry) => (entry.about as About).act === 'in' && !undone.has(entry.id));
    if (tick) return { member, standing: 'present', tick: tick.id };
    const excuse = mine.findLast((entry) => (entry.about as About).act === 'excuse')?.about as About | undefined;
    if (excuse?.act === 'excuse' && excuse.reason !== '') return { member, standing: 'excused', reason: excuse.reason };
    if (absent.has(member.id)) return { member, standing: 'unexcused' };
    return { member, standing: mine.length > 0 ? 'unknown' : fromServer(member) };
  });
}

/** What another phone has said already, where this one has said nothing. */
function fromServer(member: Member): Standing {
  const standing = member.outcome?.standing;
  return standing === 'present' || standing === 'excused' ? standing : 'unknown';
}

function isOf(entry: Entry, person: string): boolean {
  const about = entry.about as About;
  return 'person' in about && about.person === person;
}

/** The numbers that the minutes write. Members = present + absent + exempt, once nobody is unknown. */
export interface Minutes {
  readonly members: number;
  readonly present: number;
  readonly absent: number;
  readonly excused: number;
  readonly unexcused: number;
  readonly exempt: number;
  readonly minutes: number;
}

export function minutesOf(rows: readonly Row[], minutes: number): Minutes & { readonly unknown: number } {
  const count = (standing: Standing): number => rows.filter((row) => row.standing === standing).length;
  const excused = count('excused');
  const unexcused = count('unexcused');
  return {
    members: rows.length,
    present: count('present'),
    absent: excused + unexcused,
    excused,
    unexcused,
    exempt: count('exempt'),
    unknown: count('unknown'),
    minutes,
  };
}

/** The sentence as minutes write it, in Vietnamese whatever the page speaks: two digits from one to nine, a plain nought. */
export function sentenceOf(minutes: Minutes, unknown = 0): string {
  const n = (value: number): string => (value === 0 ? '0' : String(value).padStart(2, '0'));
  const open = unknown === 0 ? '' : `; chưa rõ ${n(unknown)}`;
  return (
    `Tổng số đảng viên: ${n(minutes.members)}; có mặt ${n(minutes.present)}; ` +
    `vắng ${n(minutes.absent)} (có lý do ${n(minutes.excused)}, không lý do ${n(minutes.unexcused)}); ` +
    `được miễn ${n(minutes.exempt)}${open}. Thời lượng: ${minutes.minutes} phút.`
  );
}

/** When a meeting that is entered now began: at last month's hour if that was just now, else now, to five minutes. */
export function beganAt(last: string | undefined, now: Date): Date {
  const five = 300_000;
  if (last !== undefined) {
    const before = new Date(last);
    const today = new Date(now);
    today.setHours(before.getHours(), before.getMinutes(), 0, 0);
    const since = now.getTime() - today.getTime();
    if (since >= 0 && since <= 6 * 3_600_000) return today;
  }
  return new Date(Math.floor(now.getTime() / five) * five);
}
