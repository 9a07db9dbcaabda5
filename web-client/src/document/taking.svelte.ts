import { download } from '../download';
import { Live } from '../live.svelte';
import { progressAt, type Progress } from './data';

/** A file on its way from the server: how far it is, and how to call it off. */
export class Taking {
  #told = $state.raw<Live<Progress> | undefined>(undefined);
  #stop: AbortController | undefined;

  /** What the server said last; nothing before it has said anything. */
  get progress(): Progress | undefined {
    return this.#told?.state;
  }

  /** Asks for the file under an id of its own and hands it to the browser; false when it was called off. */
  async take(name: string, fetch: (id: string, signal: AbortSignal) => Promise<Blob>): Promise<boolean> {
    const id = crypto.randomUUID();
    const stop = new AbortController();
    const told = new Live<Progress>(progressAt(id));
    this.#told = told;
    this.#stop = stop;
    try {
      download(await fetch(id, stop.signal), name);
      return true;
    } catch (problem) {
      if (stop.signal.aborted) return false;
      throw problem;
    } finally {
      told.close();
      this.#told = undefined;
    }
  }

  /** The server stops writing too: nobody waits for the file any more. */
  stop(): void {
    this.#stop?.abort();
  }
}
