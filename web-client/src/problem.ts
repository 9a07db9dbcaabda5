/** What went wrong, as the server's problem+json tells it, or as the way to the server failed. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly detail: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    code: string,
    more: { field?: string | undefined; detail?: string | undefined; retryAfter?: number | undefined } = {},
  ) {
    super(code);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.field = more.field;
    this.detail = more.detail;
    this.retryAfter = more.retryAfter;
  }
}

/** Any failure as a ProblemError, so that pages handle one kind only. */
export function asProblem(failure: unknown): ProblemError {
  if (failure instanceof ProblemError) return failure;
  if (failure instanceof Error && /dynamically imported module|module script|preload/i.test(failure.message)) {
    return new ProblemError(0, 'new_version');
  }
  return new ProblemError(0, 'unknown', { detail: failure instanceof Error ? failure.message : String(failure) });
}
