import { kept } from '../outbox/kept';

/** What of a site's list is kept on this phone, one thing after another; once it was removed, nothing any more. */
export class Shelf {
  readonly #box: string;
  #removed = false;
  #last: Promise<void> = Promise.resolve();

  constructor(box: string) {
    this.#box = box;
  }

  keep(what: 'pack' | 'said' | 'since', value: unknown): Promise<void> {
    const keep = (): Promise<void> => (this.#removed ? Promise.resolve() : kept.keep(`${what}|${this.#box}`, value));
    this.#last = this.#last.then(keep, keep);
    return this.#last;
  }

  /** Removes the list and what was sent; what still waits stays until it is sent. */
  async remove(): Promise<void> {
    this.#removed = true;
    await this.#last.catch(() => undefined);
    for (const what of ['pack', 'said', 'since']) await kept.keep(`${what}|${this.#box}`, undefined);
    await kept.forget(this.#box);
    if (!(await kept.unsent()).has(this.#box)) await kept.drop(this.#box);
  }
}
