import { address, csrf } from '../api';
import { asProblem, ProblemError } from '../problem';

/** What an upload is for, and what its purpose asks to know. */
export type About = Readonly<Record<string, string>>;

const piece = 8_000_000;
const pauses = [0, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 60_000, 60_000, 60_000];

/** One file on its way: it goes on after a cut line by itself, after a pause or a reload of the page when told. */
export class Sending {
  readonly file: File;
  sent = $state(0);
  state = $state<'sending' | 'paused' | 'failed' | 'sent'>('sending');
  problem = $state.raw<ProblemError | undefined>(undefined);
  readonly #about: About;
  #stop: ((forGood: boolean) => Promise<void>) | undefined;
  #done: (upload: string) => void = () => undefined;
  #givenUp: (why: unknown) => void = () => undefined;

  constructor(file: File, about: About) {
    this.file = file;
    this.#about = about;
  }

  get share(): number {
    return this.file.size === 0 ? 0 : this.sent / this.file.size;
  }

  /** The id of the upload once every byte is kept. Fails when it is given up, or refused for good. */
  async whole(): Promise<string> {
    const promise = new Promise<string>((resolve, reject) => {
      this.#done = resolve;
      this.#givenUp = reject;
    });
    await this.#go();
    return promise;
  }

  async pause(): Promise<void> {
    this.state = 'paused';
    await this.#stop?.(false);
  }

  async resume(): Promise<void> {
    this.problem = undefined;
    this.state = 'sending';
    await this.#go();
  }

  async giveUp(): Promise<void> {
    await this.#stop?.(true).catch(() => undefined);
    this.#givenUp(new DOMException('given up', 'AbortError'));
  }

  async #go(): Promise<void> {
    const { Upload } = await import('tus-js-client');
    const upload = new Upload(this.file, {
      endpoint: address('/uploads'),
      chunkSize: piece,
      retryDelays: pauses,
      removeFingerprintOnSuccess: true,
      metadata: { filename: this.file.name, ...this.#about },
      onBeforeRequest: (request) => request.setHeader('x-csrf', csrf()),
      onShouldRetry: (failure) => {
        const status = failure.originalResponse?.getStatus() ?? 0;
        return status === 0 || status >= 500 || status === 409 || status === 429;
      },
      onProgress: (sent) => (this.sent = sent),
      onSuccess: () => {
        this.sent = this.file.size;
        this.state = 'sent';
        this.#done(upload.url?.split('/').pop() ?? '');
      },
      onError: (failure) => this.#failed(failure),
    });
    this.#stop = (forGood) => upload.abort(forGood);
    const [before] = await upload.findPreviousUploads();
    if (before) upload.resumeFromPreviousUpload(before);
    upload.start();
  }

  #failed(failure: unknown): void {
    const response = (failure as { originalResponse?: { getStatus(): number; getBody(): string } | null })
      .originalResponse;
    this.problem = response ? told(response.getStatus(), response.getBody()) : new ProblemError(0, 'offline');
    if (this.problem.status >= 400 && this.problem.status < 500) this.#givenUp(this.problem);
    this.state = 'failed';
  }
}

function told(status: number, body: string): ProblemError {
  try {
    const problem = JSON.parse(body) as { code?: string; field?: string; detail?: string };
    return new ProblemError(status, problem.code ?? `http_${status}`, { field: problem.field, detail: problem.detail });
  } catch (failure) {
    return asProblem(failure instanceof SyntaxError ? new ProblemError(status, `http_${status}`) : failure);
  }
}
