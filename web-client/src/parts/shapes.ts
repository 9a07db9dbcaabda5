/** How somebody stood at a session. */
export type Standing = 'present' | 'substitute' | 'excused' | 'unexcused' | 'undetermined';
/** What stands beside a standing. */
export type Flag = 'late' | 'early' | 'madeUp';
/** How a site stands on the wall. */
export type SiteState = 'reported' | 'filling' | 'silent' | 'off';
export type MarkName = Standing | Flag | SiteState | 'below' | 'ok';

/** Outline, filled shape and width of the line, on 16 × 16. A standing's shape differs from every other. */
export const shapes: Readonly<Record<MarkName, { line?: string; solid?: string; width?: number }>> = {
  present: { line: 'M14 8A6 6 0 1 1 8 2a6 6 0 0 1 6 6z', solid: 'M14 8A6 6 0 1 1 8 2a6 6 0 0 1 6 6z' },
  late: { line: 'M14 8A6 6 0 1 1 8 2a6 6 0 0 1 6 6z', solid: 'M8 2a6 6 0 0 0 0 12z' },
  early: { line: 'M14 8A6 6 0 1 1 8 2a6 6 0 0 1 6 6z', solid: 'M8 2a6 6 0 0 1 0 12z' },
  excused: { line: 'M14 8A6 6 0 1 1 8 2a6 6 0 0 1 6 6z' },
  unexcused: { line: 'M3 3l10 10M13 3L3 13' },
  substitute: { line: 'M2 5.5h11M10 2.500l3 3-3 3M14 11H3M6 8l-3 3 3 3', width: 1.6 },
  madeUp: { line: 'M3 4v3.500h3.500M3.500 7.500A5.200 5.200 0 1 1 3 9.500' },
  undetermined: { line: 'M1 8h3M6.500 8h3M12 8h3' },
  reported: { line: 'M2.500 8.500l3.500 3.500 7.500-8' },
  ok: { line: 'M2.500 8.500l3.500 3.500 7.500-8' },
  filling: { line: 'M1.500 8h8M6.500 4.800L9.700 8l-3.200 3.200M14 2.500v11' },
  silent: { line: 'M2 2h12v12H2zM2 9l7-7M4 14L14 4M10 14l4-4', width: 1.2 },
  off: { line: 'M1.500 8H5M11 8h3.500M6.500 4.500l3 7' },
  below: { solid: 'M2.500 4.500h11L8 13z' },
};
