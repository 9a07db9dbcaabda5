export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  /** A second line that tells two of the same name apart: year of birth, unit, path. */
  readonly detail?: string;
}

/** Where the highlight goes when a key is pressed among `count` choices; -1 is none. */
export function step(at: number, count: number, key: string): number {
  if (count === 0) return -1;
  switch (key) {
    case 'ArrowDown':
      return at + 1 >= count ? 0 : at + 1;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return at;
  }
}
