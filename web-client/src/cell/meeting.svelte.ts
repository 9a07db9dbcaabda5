import { kept } from '../outbox/kept';
import { Outbox } from '../outbox/outbox.svelte';
import { newId, type Entry } from '../outbox/rules';
import { asProblem, type ProblemError } from '../problem';
import { meetingAt, readCell, type Cell, type CellMeeting, type Closed } from './data';
import { beganAt, minutesOf, rowsOf, sentenceOf, type About, type Row } from './rules';

/** What this phone knows of the meeting under way, kept past a restart. */
interface Plan {
  readonly id: string;
  readonly topic: string;
  readonly startsAt: string;
  readonly minutes: number;
  /** The server has been asked to make it. */
  readonly begun: boolean;
  /** Who was said to be absent without reason; the server hears of it at the close. */
  readonly absent: readonly string[];
}

/** A cell's meeting on the secretary's phone: ticks, excuses and the close, kept first and sent in their order. */
export class Meeting {
  readonly unit: string;
  cell = $state.raw<Cell | undefined>(undefined);
  plan = $state.raw<Plan | undefined>(undefined);
  outbox = $state.raw<Outbox | undefined>(undefined);
  problem = $state.raw<ProblemError | undefined>(undefined);

  readonly entries: readonly Entry[] = $derived(this.outbox?.entries ?? []);
  readonly rows: readonly Row[] = $derived(
    rowsOf(this.cell?.people ?? [], this.entries, new Set(this.plan?.absent ?? [])),
  );
  readonly minutes = $derived(minutesOf(this.rows, this.plan?.minutes ?? 0));
  readonly closing: Entry | undefined = $derived(
    this.entries.findLast((entry) => (entry.about as About).act === 'close' && entry.state !== 'refused'),
  );
  /** The minutes' sentence: the server's numbers once it has closed the meeting, this phone's until then. */
  readonly sentence = $derived.by(() => {
    const told = this.closing?.answer?.told as Closed | undefined;
    if (told?.sentenceParts) return sentenceOf(told.sentenceParts);
    if (!this.closing) return sentenceOf(this.minutes, this.minutes.unknown);
    const { absent, unexcused, unknown } = this.minutes;
    return sentenceOf({ ...this.minutes, absent: absent + unknown, unexcused: unexcused + unknown });
  });

  readonly #topic: string;

  constructor(unit: string, topic: string) {
    this.unit = unit;
    this.#topic = topic;
  }

  async start(): Promise<void> {
    this.cell = await kept.thing<Cell>(this.#name('cell'));
    this.plan = await kept.thing<Plan>(this.#name('meeting'));
    if (this.plan) await this.#open(this.plan.id);
    await this.load();
  }

  stop(): void {
    this.outbox?.close();
  }

  /** Asks the server; without it the page works with what it knows. */
  async load(): Promise<void> {
    try {
      const cell = await readCell(this.unit);
      this.cell = cell;
      this.problem = undefined;
      await kept.keep(this.#name('cell'), cell);
      // A meeting that another phone has begun is the meeting, as long as this one has said nothing.
      if (!this.plan || (!this.plan.begun && cell.draft)) await this.#make(cell.draft ?? cell.last, cell.draft);
    } catch (failure) {
      this.problem = asProblem(failure);
      if (this.cell && !this.plan) await this.#make(this.cell.last);
    }
  }

  /** The next meeting, after one was closed; its hour, length and topic are last month's. */
  async renew(): Promise<void> {
    this.outbox?.close();
    this.outbox = undefined;
    this.plan = undefined;
    await kept.keep(this.#name('meeting'), undefined);
    await this.load();
  }

  async change(more: Partial<Pick<Plan, 'topic' | 'startsAt' | 'minutes'>>): Promise<void> {
    if (!this.plan) return;
    await this.#keep({ ...this.plan, ...more });
    if (this.plan.begun) await this.#tell();
  }

  async tick(row: Row): Promise<void> {
    if (row.standing === 'present') {
      if (row.tick === undefined) return;
      await this.#evidence(
        { kind: 'undo', undoes: row.tick },
        { act: 'undo', person: row.member.id, undoes: row.tick },
      );
      return;
    }
    await this.#speak(row, false);
    const since = this.plan?.startsAt;
    await this.#evidence({ kind: 'in', person: row.member.id, since }, { act: 'in', person: row.member.id });
  }

  async excuse(row: Row, reason: string): Promise<void> {
    await this.#speak(row, false);
    if (row.tick !== undefined) await this.tick(row);
    await this.#say({ person: row.member.id, reason }, { act: 'excuse', person: row.member.id, reason }, '/excuses');
  }

  async absent(row: Row, without: boolean): Promise<void> {
    if (row.standing === 'excused') await this.excuse(row, '');
    await this.#speak(row, without);
  }

  async close(): Promise<void> {
    await this.#begin();
    if (!this.plan) return;
    const path = `${meetingAt(this.unit, this.plan.id)}/close`;
    await this.outbox?.add({ method: 'POST', path, body: {}, about: { act: 'close' } });
  }

  async #speak(row: Row, without: boolean): Promise<void> {
    if (!this.plan) return;
    const others = this.plan.absent.filter((person) => person !== row.member.id);
    await this.#keep({ ...this.plan, absent: without ? [...others, row.member.id] : others });
  }

  async #make(like: CellMeeting | undefined, draft?: CellMeeting): Promise<void> {
    const plan: Plan = {
      id: draft?.session ?? newId(),
      topic: like?.topic ?? this.#topic,
      startsAt: draft?.startsAt ?? beganAt(like?.startsAt, new Date()).toISOString(),
      minutes: like?.minutes ?? 90,
      begun: draft !== undefined,
      absent: [],
    };
    if (draft) await kept.keep(this.#name('session'), { meeting: plan.id, session: draft.session, site: draft.site });
    this.outbox?.close();
    await this.#keep(plan);
    await this.#open(plan.id);
  }

  async #open(meeting: string): Promise<void> {
    const known = await kept.thing<{ meeting: string; session: string; site: string }>(this.#name('session'));
    let at = known?.meeting === meeting ? known : undefined;
    const outbox = new Outbox(`cell:${this.unit}|${meeting}`, 'cell', {
      settled: (entries) => {
        const made = entries.find((entry) => (entry.about as About).act === 'meeting')?.answer?.told;
        if (!made) return;
        const { session, site } = made as CellMeeting;
        at = { meeting, session, site };
        void kept.keep(this.#name('session'), at);
      },
      resolve: (path) => {
        if (!path.includes('{session}')) return path;
        return (
          at && path.replace('{session}', encodeURIComponent(at.session)).replace('{site}', encodeURIComponent(at.site))
        );
      },
    });
    this.outbox = outbox;
    await outbox.start();
  }

  async #keep(plan: Plan): Promise<void> {
    this.plan = plan;
    await kept.keep(this.#name('meeting'), plan);
  }

  /** The first thing said makes the meeting; until then nothing is made of a page that was only looked at. */
  async #begin(): Promise<void> {
    if (!this.plan || this.plan.begun) return;
    await this.#keep({ ...this.plan, begun: true });
    await this.#tell();
  }

  async #tell(): Promise<void> {
    if (!this.plan) return;
    const { topic, startsAt, minutes } = this.plan;
    await this.#say({ topic, startsAt, minutes }, { act: 'meeting' });
  }

  async #say(body: Record<string, unknown>, about: About, under = ''): Promise<void> {
    if (about.act !== 'meeting') await this.#begin();
    if (!this.plan) return;
    await this.outbox?.add({ method: 'PUT', path: meetingAt(this.unit, this.plan.id) + under, body, about });
  }

  async #evidence(body: Record<string, unknown>, about: About): Promise<void> {
    await this.#begin();
    const id = newId();
    await this.outbox?.add({
      id,
      method: 'PUT',
      path: `/sessions/{session}/sites/{site}/evidence/${id}`,
      batch: '/sessions/{session}/sites/{site}/evidence/batch',
      body: { ...body, by: 'tick', seenAt: new Date().toISOString() },
      about,
    });
  }

  #name(what: string): string {
    return `${what}|${this.unit}`;
  }
}
