import { expect, test } from 'vitest';
import { step } from './combobox';
import { iconNames } from './icons';
import sprite from './icons.svg?raw';
import { nextSorting, sorted, type Column } from './table';
import { axis } from './trend';

test('everyIconNamedIsDrawn', () => {
  const drawn = [...sprite.matchAll(/symbol id="(\w+)"/g)].map((match) => match[1]);
  expect(drawn.sort()).toEqual([...iconNames].sort());
});

test('theHighlightGoesRound', () => {
  expect(step(-1, 3, 'ArrowDown')).toBe(0);
  expect(step(2, 3, 'ArrowDown')).toBe(0);
  expect(step(0, 3, 'ArrowUp')).toBe(2);
  expect(step(0, 0, 'ArrowDown')).toBe(-1);
});

const columns: Column<{ name: string; n: number }>[] = [
  { key: 'name', title: 'Name', compare: (a, b) => a.name.localeCompare(b.name) },
  { key: 'n', title: 'N', figures: true, compare: (a, b) => a.n - b.n },
];

test('figuresSortLargestFirstAndThenTheOtherWay', () => {
  const [, figures] = columns;
  if (!figures) throw new Error('no column');
  const once = nextSorting(undefined, figures);
  expect(once).toEqual({ key: 'n', direction: 'down' });
  expect(nextSorting(once, figures)).toEqual({ key: 'n', direction: 'up' });
});

test('equalRowsKeepTheirOrder', () => {
  const rows = [
    { name: 'b', n: 1 },
    { name: 'a', n: 2 },
    { name: 'c', n: 1 },
  ];
  expect(sorted(rows, columns, { key: 'n', direction: 'up' }).map((row) => row.name)).toEqual(['b', 'c', 'a']);
  expect(sorted(rows, columns, undefined)).toBe(rows);
});

test('anAxisHoldsAllValuesAndStopsAtItsCeiling', () => {
  const lines = axis([97.1, 97.4, 98.4], 100);
  expect(lines[0]).toBeLessThanOrEqual(97.1);
  expect(lines.at(-1)).toBeGreaterThanOrEqual(98.4);
  expect(axis([99.2, 99.9], 100).at(-1)).toBeLessThanOrEqual(100);
});
