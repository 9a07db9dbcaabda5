import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareNames } from '../words/names';
import { birthOf, birthText, cardText, phoneText, stepOf, totals } from './rules';

describe('names', () => {
  test('standInTheOrderThatTheServerKeeps', () => {
    const table = readFileSync('../server/src/test/resources/people/names-in-order.txt', 'utf8').trim().split('\n');
    expect([...table].sort(compareNames)).toEqual(table);
    expect([...table].reverse().sort(compareNames)).toEqual(table);
  });
});

describe('births', () => {
  test('areTypedAsPeopleTypeThem', () => {
    expect(birthOf('2/5/1984')).toBe('1984-05-02');
    expect(birthOf('02-05-1984')).toBe('1984-05-02');
    expect(birthOf(' 1984 ')).toBe('1984');
    expect(birthOf('31/02/1984')).toBeUndefined();
    expect(birthOf('1984/5/2')).toBeUndefined();
    expect(birthText('1984-05-02')).toBe('02/05/1984');
    expect(birthText('1984')).toBe('1984');
  });
});

test('cardsAndPhonesAreGrouped', () => {
  expect(cardText('006000007919')).toBe('006 000 007 919');
  expect(phoneText('+84912345678')).toBe('0912 345 678');
});

test('theFilesOfAnImportAddUp', () => {
  const report = {
    rows: 10,
    understood: 7,
    effects: { added: 4, changed: 2, unchanged: 1 },
    repairedRows: 3,
    refusedRows: 1,
    waiting: 2,
    repairs: [],
    refusals: [],
    changes: [],
  };
  const file = {
    id: 'a',
    name: 'a',
    kind: 'roster',
    size: 1,
    rows: 10,
    heading: { row: 1, used: [], ignored: [], refused: [] },
  } as const;
  const sum = totals({
    files: [
      { ...file, heading: { row: 1, used: [], ignored: [], refused: [] }, report },
      { ...file, heading: { row: 1, used: [], ignored: [], refused: [] }, report },
    ],
  });
  expect(sum).toEqual({
    rows: 20,
    understood: 14,
    added: 8,
    changed: 4,
    unchanged: 2,
    repaired: 6,
    refused: 2,
    waiting: 4,
  });
  expect(sum.rows).toBe(sum.understood + sum.refused + sum.waiting);
});

test('anInterruptedImportWaitsWhereItWrote', () => {
  expect(stepOf('interrupted')).toBe(2);
  expect(stepOf('failed')).toBe(0);
});
