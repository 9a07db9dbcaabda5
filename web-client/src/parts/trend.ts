export interface Point {
  /** III/26 */
  readonly label: string;
  /** Undefined where there is nothing to show. */
  readonly value: number | undefined;
  /** The figure as it is written: 98,40%. */
  readonly shown: string;
}

/** Round bounds and lines for a set of values: the axis need not begin at zero, but says where it does. */
export function axis(values: readonly number[], ceiling?: number): readonly number[] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = niceStep((high - low || Math.abs(high) * 0.1 || 1) / 2);
  const first = Math.floor(low / step) * step;
  const lines: number[] = [];
  for (let line = first; lines.length < 8; line += step) {
    const rounded = Number(line.toPrecision(10));
    lines.push(ceiling === undefined ? rounded : Math.min(ceiling, rounded));
    if (rounded >= high) break;
  }
  return [...new Set(lines)];
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
}
