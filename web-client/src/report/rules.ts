import { hundredths, number } from '../words/format';
import type { Figures, UnitLine } from './data';

/** Whole months, both days included. */
export interface Period {
  /** yyyy-mm-dd, the first of a month */
  readonly from: string;
  /** yyyy-mm-dd, the last of a month */
  readonly to: string;
}

export type Shape = 'month' | 'quarter' | 'year' | 'free';

const two = (value: number): string => String(value).padStart(2, '0');

/** The months from the first to the last as a period; months count from 1. */
export function months(year: number, first: number, lastYear: number, last: number): Period {
  const end = new Date(Date.UTC(lastYear, last, 0)).getUTCDate();
  return { from: `${year}-${two(first)}-01`, to: `${lastYear}-${two(last)}-${two(end)}` };
}

/** Reads the address's short name: 2026-Q3, 2026-09, 2026, 2026-02..2026-04; undefined for anything else. */
export function readPeriod(text: string | null): Period | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text ?? '');
  if (quarter) {
    const first = Number(quarter[2]) * 3 - 2;
    return months(Number(quarter[1]), first, Number(quarter[1]), first + 2);
  }
  const year = /^(\d{4})$/.exec(text ?? '');
  if (year) return months(Number(year[1]), 1, Number(year[1]), 12);
  const span = /^(\d{4})-(0[1-9]|1[0-2])(?:\.\.(\d{4})-(0[1-9]|1[0-2]))?$/.exec(text ?? '');
  if (!span) return undefined;
  const period = months(Number(span[1]), Number(span[2]), Number(span[3] ?? span[1]), Number(span[4] ?? span[2]));
  return period.from < period.to ? period : undefined;
}

export function shapeOf(period: Period): Shape {
  const [year, month] = parts(period.from);
  const [lastYear, last] = parts(period.to);
  const length = (lastYear - year) * 12 + last - month + 1;
  if (length === 1) return 'month';
  if (length === 3 && month % 3 === 1) return 'quarter';
  if (length === 12 && month === 1) return 'year';
  return 'free';
}

/** The short name that readPeriod reads. */
export function writePeriod(period: Period): string {
  const [year, month] = parts(period.from);
  switch (shapeOf(period)) {
    case 'month':
      return period.from.slice(0, 7);
    case 'quarter':
      return `${year}-Q${(month + 2) / 3}`;
    case 'year':
      return String(year);
    case 'free':
      return `${period.from.slice(0, 7)}..${period.to.slice(0, 7)}`;
  }
}

/** The period of a shape that a day (yyyy-mm-dd) lies in; of a free span its month. */
export function periodOf(shape: Shape, day: string): Period {
  const [year, month] = parts(day);
  if (shape === 'year') return months(year, 1, year, 12);
  if (shape === 'quarter') {
    const first = month - ((month - 1) % 3);
    return months(year, first, year, first + 2);
  }
  return months(year, month, year, month);
}

/** The latest periods of a shape, today's first: what a picker offers. */
export function recent(shape: Exclude<Shape, 'free'>, today: string): readonly Period[] {
  const [year, month] = parts(today);
  const count = { month: 24, quarter: 12, year: 6 }[shape];
  const step = { month: 1, quarter: 3, year: 12 }[shape];
  return Array.from({ length: count }, (_, back) => {
    const at = new Date(Date.UTC(year, month - 1 - back * step, 1));
    return periodOf(shape, `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-01`);
  });
}

const roman = ['I', 'II', 'III', 'IV'];

/** The pieces of a period's name; the dictionary puts the words around them. */
export function naming(period: Period): {
  shape: Shape;
  from: string;
  to: string;
  year: string;
  quarter: string;
  month: string;
} {
  const [year, month] = parts(period.from);
  const [lastYear, last] = parts(period.to);
  return {
    shape: shapeOf(period),
    from: `${two(month)}/${year}`,
    to: `${two(last)}/${lastYear}`,
    year: String(year),
    quarter: roman[Math.floor((month - 1) / 3)] ?? '',
    month: month < 3 ? two(month) : String(month),
  };
}

/** The label under a point of the trend: III/26, 9/26, 2026. */
export function shortName(period: Period): string {
  const name = naming(period);
  if (name.shape === 'year') return name.year;
  return `${name.shape === 'quarter' ? name.quarter : name.month}/${name.year.slice(2)}`;
}

function parts(day: string): [number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
}

/** Turns that are known and not present, as hundredths of a percent of those known. */
export function missing(figures: Figures): number {
  if (figures.rateRequired === 0) return 0;
  return 10_000 - hundredths(figures.ratePresent, figures.rateRequired);
}

/** The right end of the scale that the bars of what is missing share, in whole percent: a round number that all fit in. */
export function missingScale(lines: readonly Figures[]): number {
  const most = Math.max(0, ...lines.map(missing)) / 100;
  return [4, 8, 12, 20, 40, 60, 80, 100].find((end) => most <= end) ?? 100;
}

/** How the rate stands against the year before, in tenths of a percentage point; undefined without one of them. */
export function changeTenths(figures: Figures): number | undefined {
  const before = figures.rateRequiredBefore ?? 0;
  if (figures.rateRequired === 0 || before === 0) return undefined;
  const change = figures.ratePresent / figures.rateRequired - (figures.ratePresentBefore ?? 0) / before;
  return Math.sign(change) * Math.round(Math.abs(change) * 1000);
}

/** Tenths of a percentage point as they are written: 2,1. */
export function pointsText(tenths: number): string {
  const size = Math.abs(tenths);
  const comma = number(0.5).slice(1, 2);
  return `${number(Math.floor(size / 10))}${comma}${size % 10}`;
}

/** More or fewer than before, with its sign. */
export function difference(now: number, before: number): string {
  if (now === before) return '0';
  return `${now > before ? '+' : '−'}${number(Math.abs(now - before))}`;
}

/** The kind of session with the lowest rate, when there is more than one to compare. */
export function lowestKind<K extends Figures>(kinds: readonly K[]): K | undefined {
  const known = kinds.filter((kind) => kind.rateRequired > 0);
  if (known.length < 2) return undefined;
  return [...known].sort(compareRates)[0];
}

/** Where the scale of a comparison begins: a round number below all rates and the threshold. */
export function comparisonFrom(lines: readonly Figures[], threshold: number): number {
  const rates = lines.flatMap((line) => [
    ...(line.rateRequired > 0 ? [line.ratePresent / line.rateRequired] : []),
    ...((line.rateRequiredBefore ?? 0) > 0 ? [(line.ratePresentBefore ?? 0) / (line.rateRequiredBefore ?? 1)] : []),
  ]);
  const lowest = Math.min(threshold, ...rates.map((share) => share * 100));
  return Math.max(0, Math.floor((lowest - 1) / 10) * 10);
}

export interface Band {
  /** From this percent on; undefined for everything below the threshold. */
  readonly from: number | undefined;
  /** Below this percent; undefined for those who reached all of it. */
  readonly to: number | undefined;
  readonly lines: readonly UnitLine[];
  readonly required: number;
}

/** Units by bands of their exact rates; those without anybody required are in none. */
export function distribution(lines: readonly UnitLine[], threshold: number): readonly Band[] {
  const edges = [threshold, 95, 98, 100].filter((edge) => edge >= threshold);
  const reaches = (line: UnitLine, percent: number): boolean => line.ratePresent * 100 >= line.rateRequired * percent;
  const known = lines.filter((line) => line.rateRequired > 0);
  const bounds: readonly (number | undefined)[] = [undefined, ...new Set(edges)];
  return bounds.map((from, n) => {
    const to = bounds[n + 1];
    const inside = known.filter(
      (line) => (from === undefined || reaches(line, from)) && (to === undefined || !reaches(line, to)),
    );
    return { from, to, lines: inside, required: inside.reduce((sum, line) => sum + line.counts.required, 0) };
  });
}

/** Lowest first as the server orders them: by exact fraction, those without anybody last. */
export function compareRates(a: Figures, b: Figures): number {
  if (a.rateRequired === 0 || b.rateRequired === 0) return Number(a.rateRequired === 0) - Number(b.rateRequired === 0);
  return a.ratePresent * b.rateRequired - b.ratePresent * a.rateRequired;
}

/** What a unit's row says of its standing. */
export function status(
  line: UnitLine,
  cellsBelow: number | undefined,
): 'none' | 'provisional' | 'cellsBelow' | 'below' | 'met' {
  if (line.counts.required === 0) return 'none';
  if ((cellsBelow ?? 0) > 0) return 'cellsBelow';
  if (line.below) return 'below';
  return line.provisional ? 'provisional' : 'met';
}

/** Whether the units below are all cells, whose own rows lead to people. */
export function allCells(lines: readonly UnitLine[]): boolean {
  return lines.length > 0 && lines.every((line) => line.unit.level >= 4 || line.unit.type === 'party_cell');
}
