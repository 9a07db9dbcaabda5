import { asProblem, type ProblemError } from './problem';

/** Something asked of the server: loading, then a value or a problem. */
export interface Asked<T> {
  readonly value: T | undefined;
  readonly problem: ProblemError | undefined;
  /** True while the first answer or a new one is awaited; `value` still holds the one before. */
  readonly loading: boolean;
  /** Asks again. */
  again(): Promise<void>;
  /** Replaces the value, when an action has answered with the new one. */
  put(value: T): void;
}

/**
 * Asks the server, and asks again whenever a reactive value read by `question` changes. Call it while the component is
 * being made. Show it with Loaded.
 */
export function ask<T>(question: (signal: AbortSignal) => Promise<T>): Asked<T> {
  let value = $state.raw<T | undefined>(undefined);
  let problem = $state.raw<ProblemError | undefined>(undefined);
  let loading = $state(true);
  let current: AbortController | undefined;

  async function run(): Promise<void> {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    const answer = question(mine.signal);
    loading = true;
    try {
      const next = await answer;
      if (current !== mine) return;
      value = next;
      problem = undefined;
    } catch (failure) {
      if (current !== mine || mine.signal.aborted) return;
      problem = asProblem(failure);
    }
    loading = false;
  }

  $effect(() => {
    void run();
    return () => current?.abort();
  });

  return {
    get value() {
      return value;
    },
    get problem() {
      return problem;
    },
    get loading() {
      return loading;
    },
    again: run,
    put(next: T) {
      value = next;
      problem = undefined;
    },
  };
}

/** An action of the person: `busy` while it runs, `problem` when it failed. It does not start twice at once. */
export interface Act<A extends unknown[]> {
  readonly busy: boolean;
  readonly problem: ProblemError | undefined;
  run(...values: A): Promise<boolean>;
  clear(): void;
}

export function act<A extends unknown[] = []>(what: (...values: A) => Promise<unknown>): Act<A> {
  let busy = $state(false);
  let problem = $state.raw<ProblemError | undefined>(undefined);
  return {
    get busy() {
      return busy;
    },
    get problem() {
      return problem;
    },
    async run(...values: A): Promise<boolean> {
      if (busy) return false;
      busy = true;
      problem = undefined;
      try {
        await what(...values);
        return true;
      } catch (failure) {
        problem = asProblem(failure);
        return false;
      } finally {
        busy = false;
      }
    },
    clear() {
      problem = undefined;
    },
  };
}
