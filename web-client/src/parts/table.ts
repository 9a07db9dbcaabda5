import type { Snippet } from 'svelte';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Plain text of the cell; `cell` may draw more. */
  readonly text?: (row: Row) => string;
  readonly cell?: Snippet<[Row]>;
  /** Drawn in the head instead of the title (a mark beside it, a scale under it). */
  readonly head?: Snippet;
  readonly figures?: boolean;
  /** Makes the column sortable. */
  readonly compare?: (a: Row, b: Row) => number;
  /** Which way the first press sorts; figures begin with the largest. */
  readonly first?: 'up' | 'down';
  /** What stands in the last row. */
  readonly foot?: string;
  /** Long text may break; by default a cell stays on one line. */
  readonly breaks?: boolean;
  readonly width?: string;
}

export interface Sorting {
  readonly key: string;
  readonly direction: 'up' | 'down';
}

/** What a press on a column's head asks for: its first direction, then the other. */
export function nextSorting<Row>(now: Sorting | undefined, column: Column<Row>): Sorting {
  const first = column.first ?? (column.figures ? 'down' : 'up');
  if (now?.key !== column.key) return { key: column.key, direction: first };
  return { key: column.key, direction: now.direction === 'up' ? 'down' : 'up' };
}

/** The rows in the order asked for; equals keep the order they came in. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
): readonly Row[] {
  const compare = columns.find((column) => column.key === sorting?.key)?.compare;
  if (!compare || !sorting) return rows;
  const sign = sorting.direction === 'up' ? 1 : -1;
  return [...rows].sort((a, b) => sign * compare(a, b));
}
