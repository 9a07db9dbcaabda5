import { describe, expect, it } from 'vitest';
import type { Figures, UnitLine } from './data';
import {
  changeTenths,
  compareRates,
  comparisonFrom,
  distribution,
  lowestKind,
  missing,
  missingScale,
  naming,
  periodOf,
  pointsText,
  readPeriod,
  recent,
  shapeOf,
  shortName,
  writePeriod,
} from './rules';

const none = {} as Figures['counts'];
function figures(ratePresent: number, rateRequired: number, before: [number, number] = [0, 0]): Figures {
  return {
    held: 1,
    joint: 0,
    counts: none,
    provisional: false,
    below: false,
    ratePresent,
    rateRequired,
    ratePresentBefore: before[0],
    rateRequiredBefore: before[1],
  };
}

describe('periods in the address', () => {
  it.each(['2026-Q3', '2026-09', '2026', '2026-02..2026-04', '2025-11..2026-01'])(
    '%s reads as it is written',
    (text) => {
      const period = readPeriod(text);
      expect(period && writePeriod(period)).toBe(text);
    },
  );

  it.each(['', '2026-Q5', '2026-13', '2026-04..2026-02', 'x', '2026-9'])('%j is no period', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });

  it('ends on the last day of the month', () => {
    expect(readPeriod('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(readPeriod('2026-Q3')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  });

  it('gives three months their quarter only where a quarter begins', () => {
    expect(shapeOf({ from: '2026-02-01', to: '2026-04-30' })).toBe('free');
    expect(readPeriod('2026-07..2026-09')).toEqual(readPeriod('2026-Q3'));
  });

  it('offers the latest first, over the turn of the year', () => {
    expect(recent('quarter', '2026-02-11').slice(0, 3).map(writePeriod)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
    expect(recent('month', '2026-01-31').slice(0, 2).map(writePeriod)).toEqual(['2026-01', '2025-12']);
    expect(recent('year', '2026-11-22').map(writePeriod)[5]).toBe('2021');
    expect(writePeriod(periodOf('free', '2026-11-22'))).toBe('2026-11');
  });

  it('names quarters by Roman figures and the first months by two digits', () => {
    expect(shortName({ from: '2026-07-01', to: '2026-09-30' })).toBe('III/26');
    expect(shortName({ from: '2026-02-01', to: '2026-02-28' })).toBe('02/26');
    expect(naming({ from: '2025-11-01', to: '2026-01-31' })).toMatchObject({
      shape: 'free',
      from: '11/2025',
      to: '01/2026',
    });
  });
});

describe('what is missing', () => {
  it('is the rest of the known turns', () => {
    expect(missing(figures(370, 412))).toBe(1019);
    expect(missing(figures(0, 0))).toBe(0);
  });

  it('shares one round scale that all rows fit in', () => {
    expect(missingScale([figures(370, 412), figures(99, 100)])).toBe(12);
    expect(missingScale([figures(0, 10)])).toBe(100);
    expect(missingScale([])).toBe(4);
  });
});

it('compares with the year before only when both have a rate', () => {
  expect(changeTenths(figures(9840, 10_000, [9780, 10_000]))).toBe(6);
  expect(changeTenths(figures(9, 10))).toBeUndefined();
  expect(changeTenths(figures(869, 1000, [900, 1000]))).toBe(-31);
});

it('puts the lowest first and those without anybody last', () => {
  const order = [figures(0, 0), figures(9, 10), figures(1, 2)].sort(compareRates);
  expect(order.map((one) => one.rateRequired)).toEqual([2, 10, 0]);
});

describe('comparing units', () => {
  function line(present: number, required: number, id = `${present}/${required}`): UnitLine {
    return {
      held: 1,
      joint: 0,
      provisional: false,
      below: false,
      ratePresent: present,
      rateRequired: required,
      unit: { id, name: id, type: 'x', level: 2 },
      counts: { required, present } as Figures['counts'],
    };
  }

  it('puts each unit into the band of its exact rate', () => {
    const bands = distribution([line(8996, 10000), line(9, 10), line(9999, 10000), line(5, 5), line(0, 0)], 90);
    expect(bands.map((band) => band.lines.map((one) => one.unit.id))).toEqual([
      ['8996/10000'],
      ['9/10'],
      [],
      ['9999/10000'],
      ['5/5'],
    ]);
    expect(bands.reduce((sum, band) => sum + band.required, 0)).toBe(20_015);
  });

  it('names the lowest kind only where there is another to compare with', () => {
    const kinds = [
      { ...line(9, 10), kind: 'class' },
      { ...line(1, 2), kind: 'contest' },
      { ...line(0, 0), kind: 'seminar' },
    ];
    expect(lowestKind(kinds)?.kind).toBe('contest');
    expect(lowestKind(kinds.slice(0, 1))).toBeUndefined();
  });

  it('begins the scale at a round number below everything shown', () => {
    expect(comparisonFrom([line(97, 100)], 90)).toBe(80);
    expect(comparisonFrom([{ ...line(97, 100), ratePresentBefore: 61, rateRequiredBefore: 100 }], 90)).toBe(60);
    expect(comparisonFrom([line(0, 100)], 90)).toBe(0);
  });

  it('writes tenths of a point with a comma', () => {
    expect(pointsText(-21)).toBe('2,1');
    expect(pointsText(5)).toBe('0,5');
  });
});
