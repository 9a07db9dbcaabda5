import { live, type Live } from '../live.svelte';
import { kept, persisted } from '../outbox/kept';
import type { Outbox } from '../outbox/outbox.svelte';
import { newId, type Entry } from '../outbox/rules';
import { ProblemError } from '../problem';
import { read } from './badge';
import { readPack, readRoll, siteAt, type Roll } from './data';
import { boxOf, doorBoxOf } from './device';
import { Judge } from './judge';
import { opened, parsed, type Member, type Pack, type PublicKey, type SignedPack } from './pack';
import { queueAt } from './queue';
import { shortened, whoOf, type Result } from './result';
import { aboutOf, countsOf, isLate, rollOf, undoneIn, type About, type Said } from './roll';
import { loadReasons } from './reason.svelte';
import { saidBy } from './said';
import { Shelf } from './shelf';
import { signal } from './signal';

interface KeptPack {
  readonly signed: SignedPack;
  readonly keys: readonly PublicKey[];
  readonly at: string;
}

/** One site's roll on this phone: the list, what was done here, what the server has said; all of it without a network too. */
export class RollCall {
  readonly session: string;
  readonly site: string;
  readonly door: boolean;
  readonly box: string;
  pack = $state.raw<Pack | undefined>(undefined);
  /** When the list was loaded from the server. */
  packAt = $state<string | undefined>(undefined);
  /** No list on this phone and none to be had; or one that the server has not signed. */
  trouble = $state<'no_pack' | 'unsigned' | undefined>(undefined);
  starting = $state(true);
  signedOut = $state(false);
  persistent = $state(true);
  /** Minutes that this phone's clock is off, once the server has told. */
  clockOff = $state(0);
  roll = $state.raw<Roll | undefined>(undefined);
  outbox = $state.raw<Outbox | undefined>(undefined);
  result = $state.raw<Result | undefined>(undefined);
  said = $state.raw<ReadonlyMap<string, Said>>(new Map());
  /** A site that opened late: whoever is recorded now is declared here since then. */
  since = $state<string | undefined>(undefined);

  readonly entries: readonly Entry[] = $derived(this.outbox?.entries ?? []);
  readonly rows = $derived(rollOf(this.pack?.people ?? [], this.said, this.entries));
  readonly counts = $derived(countsOf(this.rows, this.entries, this.walkIns()));
  readonly undone = $derived(undoneIn(this.entries));
  readonly reported: Entry | undefined = $derived(this.#latest('report'));
  readonly closing: Entry | undefined = $derived(this.#latest('close'));
  readonly linkDown: Entry | undefined = $derived(this.#linkDown());
  readonly closed = $derived(this.closing !== undefined || this.roll?.closed === true);

  #judge: Judge | undefined;
  #live: Live<Roll> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #offset = 0;
  #turn = 0;
  readonly #page = newId();
  readonly #shelf: Shelf;

  /**
   * Call it while the component is being made. At the door it knows the list and what was scanned here, and hears nothing of the roll.
   */
  constructor(session: string, site: string, { door = false } = {}) {
    this.session = session;
    this.site = site;
    this.door = door;
    this.box = door ? doorBoxOf(session, site) : boxOf(session, site);
    this.#shelf = new Shelf(this.box);
    if (!door) this.#listen();
    $effect(() => {
      void this.#start();
      return () => this.outbox?.close();
    });
  }

  #listen(): void {
    const { session, site } = this;
    this.#live = live<Roll>(`${siteAt(session, site)}/live`, {
      take: (_, message) => {
        const roll = message.data as Roll;
        this.#hear(roll);
        return roll;
      },
    });
  }

  get connected(): boolean {
    return this.#live?.status === 'connected';
  }

  /** The server's clock, as far as this phone knows it. */
  now(): number {
    return Date.now() + this.#offset;
  }

  async #start(): Promise<void> {
    this.#offset = (await kept.thing<number>(`offset|${this.box}`)) ?? 0;
    this.since = await kept.thing<string>(`since|${this.box}`);
    const outbox = await queueAt(this.box, this.session, this.site, {
      clocks: (server, here) => this.#clocks(server, here),
      settled: (entries) => this.#settled(entries),
    });
    this.outbox = outbox;
    await outbox.start();
    const said = await kept.thing<[string, Said][]>(`said|${this.box}`);
    if (said && this.said.size === 0) this.said = new Map(said);
    void loadReasons();
    const before = await kept.thing<KeptPack>(`pack|${this.box}`);
    if (before) await this.#use(before.signed, before.keys, before.at);
    this.starting = before === undefined;
    await this.refresh(before);
    this.starting = false;
    this.persistent = await persisted();
    await import('./camera').then(({ loadReader }) => loadReader());
  }

  /** Takes the newest list from the server, when it can be had. */
  async refresh(before?: KeptPack): Promise<void> {
    try {
      const signed = await readPack(this.session, this.site);
      this.signedOut = false;
      const at = new Date().toISOString();
      const keys = before?.keys ?? signed.keys;
      const good = (await this.#use(signed, keys, at)) || (await this.#use(signed, signed.keys, at));
      if (good) await this.#shelf.keep('pack', { signed, keys: signed.keys, at } satisfies KeptPack);
      if (!this.connected && !this.door) this.#hear(await readRoll(this.session, this.site));
    } catch (failure) {
      if (failure instanceof ProblemError && (failure.status === 401 || failure.status === 403)) this.signedOut = true;
      if (!this.pack && this.trouble === undefined) this.trouble = 'no_pack';
    }
  }

  async #use(signed: SignedPack, keys: readonly PublicKey[], at: string): Promise<boolean> {
    const pack = isSecureContext ? await opened(signed, keys) : parsed(signed);
    if (!pack) {
      if (!this.pack) this.trouble = 'unsigned';
      return false;
    }
    this.pack = pack;
    this.packAt = at;
    this.trouble = undefined;
    this.#judge = new Judge(pack);
    return true;
  }

  /** A badge was scanned, by camera or by a scanner that plays a keyboard, or its short code was typed. */
  scanned(text: string): Promise<void> {
    return this.inTurn(async () => {
      const judged = await this.#judge?.judge(read(text), (person) => this.#isPresent(person));
      if (!judged) return this.showNoBadge(text);
      const { verdict, member, reason } = judged;
      const late = verdict === 'found' && this.#isLate();
      const since = member && this.#row(member.id)?.at;
      const entry = await this.record(
        { kind: 'in', by: 'badge', badge: judged.badge },
        { act: 'in', verdict, late, ...whoOf(member), ...(member ? {} : { name: shortened(judged.badge) }) },
      );
      this.#show({
        verdict,
        entry,
        late,
        ...(reason ? { reason } : {}),
        ...(since ? { since } : {}),
        ...whoOf(member),
      });
      signal(verdict);
    });
  }

  /** Somebody was ticked by name. */
  tick(member: Member, by: 'tick' | 'search'): Promise<void> {
    return this.inTurn(async () => {
      if (this.#isPresent(member.id)) return;
      const late = this.#isLate();
      const entry = await this.record(
        { kind: 'in', by, person: member.id },
        { act: 'in', verdict: 'found', late, ...whoOf(member) },
      );
      this.#show({ verdict: 'found', entry, late, ...whoOf(member) });
      signal('found');
    });
  }

  /** Somebody leaves before the end. */
  leave(member: Member): Promise<void> {
    return this.inTurn(async () => {
      await this.record({ kind: 'out', by: 'tick', person: member.id }, { act: 'out', ...whoOf(member) });
    });
  }

  /** Takes an entry of this phone back. The entry stays, with what takes it back beside it. */
  undo(entry: Entry): Promise<void> {
    return this.inTurn(async () => {
      if (this.undone.has(entry.id)) return;
      const { person, name } = aboutOf(entry);
      await this.record(
        { kind: 'undo', by: 'tick', undoes: entry.id },
        { act: 'undo', undoes: entry.id, ...(person ? { person } : {}), ...(name ? { name } : {}) },
      );
      if (this.result?.entry?.id === entry.id) this.result = { ...this.result, undone: true };
    });
  }

  /** @param insteadOf whose place they take; somebody who may decides on it afterwards */
  walkIn(name: string, birthYear: number | undefined, unitText: string, insteadOf?: Member): Promise<void> {
    return this.inTurn(async () => {
      const year = birthYear === undefined ? {} : { birthYear };
      const unit = unitText === '' ? {} : { unitText };
      const about: About = { act: 'walk_in', verdict: 'found', name, ...year, unitName: unitText };
      const whose = insteadOf ? { insteadOf: insteadOf.id } : {};
      const entry = await this.record({ kind: 'walk_in', by: 'tick', name, ...year, ...unit, ...whose }, about);
      this.#show({ verdict: 'found', entry, name, ...year, unitName: unitText });
      signal('found');
    });
  }

  count(heads: number, moment: 'start' | 'middle' | 'end'): Promise<void> {
    return this.inTurn(async () => {
      await this.record(
        { kind: 'count', by: 'tick', count: heads, detail: moment },
        { act: 'count', count: heads, moment },
      );
    });
  }

  /** Somebody as the paper says, at the time that stands there. */
  fromPaper(member: Member, at: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.#isPresent(member.id)) {
        this.#show({ verdict: 'already', ...whoOf(member) });
        return signal('already');
      }
      const late = this.pack !== undefined && isLate(this.pack, Date.parse(at));
      const about: About = { act: 'in', verdict: 'found', late, paper: true, at, ...whoOf(member) };
      const entry = await this.record({ kind: 'in', by: 'paper', person: member.id, seenAt: at }, about);
      this.#show({ verdict: 'found', entry, late, ...whoOf(member) });
      signal('found');
    });
  }

  /** The line to the other sites went, or came back. It stands beside the people in the room, never against them. */
  link(up: boolean): Promise<void> {
    return this.inTurn(async () => {
      await this.record({ kind: up ? 'link_up' : 'link_down', by: 'tick' }, { act: up ? 'link_up' : 'link_down' });
    });
  }

  /** From now on everybody recorded is declared here since then; undefined ends that. */
  async declareSince(since: string | undefined): Promise<void> {
    this.since = since;
    await this.#shelf.keep('since', since);
  }

  /** Something at the door that is no badge of anybody. */
  showNoBadge(text: string): void {
    this.#show({ verdict: 'not_badge', paperRow: text.startsWith('DIEMCAU-HANG:') });
    signal('refused');
  }

  /** Tells the organisers that the roll is taken. */
  report(headCount: number | undefined): Promise<void> {
    return this.inTurn(() => this.#say('reports', { act: 'report' }, headCount === undefined ? {} : { headCount }));
  }

  close(): Promise<void> {
    return this.inTurn(() => this.#say('closing', { act: 'close' }, {}));
  }

  /** Removes the list and what was sent; what still waits stays until it is sent. */
  remove(): Promise<void> {
    return this.#shelf.remove();
  }

  walkIns(): number | undefined {
    return this.roll?.people.filter((one) => (one.standing === 'walk_in' && !one.mergedInto) || one.visiting === true)
      .length;
  }

  async #say(what: 'reports' | 'closing', about: About, more: Record<string, unknown>): Promise<void> {
    const id = newId();
    const body = what === 'reports' ? { id, seenAt: new Date().toISOString(), ...more } : { id };
    await this.outbox?.add({ id, method: 'POST', path: `${siteAt(this.session, this.site)}/${what}`, body, about });
  }

  /** Keeps one entry on this phone. */
  async record(body: Record<string, unknown>, about: About): Promise<Entry> {
    const { outbox } = this;
    if (!outbox) throw new Error('the outbox is not open yet');
    const id = newId();
    const at = siteAt(this.session, this.site);
    const times = { seenAt: new Date().toISOString(), monotonic: Math.round(performance.now()), page: this.#page };
    const since = body['kind'] === 'in' && this.since ? { since: this.since } : {};
    return outbox.add({
      id,
      method: 'PUT',
      path: `${at}/evidence/${id}`,
      batch: `${at}/evidence/batch`,
      body: { ...times, ...since, ...body },
      about,
    });
  }

  /** One at a time, in the order of the hands; a failure of one is shown and the next goes on. */
  inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work).catch(() => signal('refused'));
    this.#queue = done;
    return done;
  }

  #show(result: Omit<Result, 'turn'>): void {
    this.#turn += 1;
    this.result = { ...result, turn: this.#turn };
  }

  /** What the server answered may say more than the device could: who it is, or why not. */
  #settled(entries: readonly Entry[]): void {
    const shown = this.result?.entry;
    const entry = entries.find((one) => one.id === shown?.id);
    if (!entry || !this.result) return;
    const answer = entry.answer;
    const who = answer?.person;
    const refused = answer?.result === 'refused';
    if (refused && this.result.verdict !== 'refused') signal('refused');
    this.result = {
      ...this.result,
      entry,
      verdict: refused ? 'refused' : this.result.verdict,
      ...(refused && answer.reason ? { reason: answer.reason } : {}),
      ...(who ? { name: who.name, unitName: who.unitName ?? '' } : {}),
      ...(who?.birthYear === undefined ? {} : { birthYear: who.birthYear }),
      ...(answer?.expectedSite ? { expectedSite: answer.expectedSite } : {}),
    };
  }

  #clocks(server: Date, here: Date): void {
    this.#offset = server.getTime() - here.getTime();
    this.clockOff = Math.round(Math.abs(this.#offset) / 60_000);
    void kept.keep(`offset|${this.box}`, this.#offset);
  }

  #hear(roll: Roll): void {
    if (roll.remindedAt && roll.remindedAt !== this.roll?.remindedAt) signal('elsewhere');
    this.roll = roll;
    this.signedOut = false;
    this.said = saidBy(roll, new Date().toISOString());
    void this.#shelf.keep('said', [...this.said]).catch(() => undefined);
    if (this.pack && roll.version > this.pack.version) void this.refresh();
  }

  #isLate(): boolean {
    return this.pack !== undefined && isLate(this.pack, this.now());
  }

  #row(person: string) {
    return this.rows.find((row) => row.member.id === person);
  }

  #isPresent(person: string): boolean {
    return this.#row(person)?.stands === 'present';
  }

  #linkDown(): Entry | undefined {
    const last = this.entries.findLast((entry) => ['link_up', 'link_down'].includes(aboutOf(entry).act));
    return last && aboutOf(last).act === 'link_down' ? last : undefined;
  }

  #latest(act: About['act']): Entry | undefined {
    return this.entries.findLast((entry) => aboutOf(entry).act === act && entry.state !== 'refused');
  }
}
