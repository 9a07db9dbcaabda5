import { api, path, type Schema } from '../api';
import type { Period } from './rules';

export type Figures = Schema<'ReportFigures'>;
export type Counts = Schema<'ReportCounts'>;
export type ReportUnit = Schema<'ReportUnit'>;
export type UnitLine = Schema<'UnitLine'>;
export type UnitReport = Schema<'UnitReport'>;
export type WorstUnits = Schema<'WorstUnits'>;
export type PeopleFigures = Schema<'PeopleFigures'>;
export type CellsBelow = Schema<'CellsBelow'>;
export type UnitPersons = Schema<'UnitPersons'>;
export type PersonLine = Schema<'PersonLine'>;
export type PersonReport = Schema<'PersonReport'>;
export type SessionLine = Schema<'SessionLine'>;
export type SessionReports = Schema<'SessionReports'>;
export type ProgrammeReport = Schema<'ProgrammeReport'>;
export type SiteLine = Schema<'SiteLine'>;
export type Kind = Schema<'ReportKind'>;
export type TrainingReport = Schema<'TrainingReport'>;

/** What a report is asked for. */
export interface Asking {
  readonly period: Period;
  readonly kind: Kind | '';
  /** Units as they were then, or restated to today's tree. */
  readonly tree: 'then' | 'today';
  /** What the trend goes by. */
  readonly trend: 'period' | 'month';
  /** Only this campaign's sessions; empty for all. */
  readonly campaign: string;
  /** Only this group's people; empty for all. */
  readonly group: string;
}

export function query(asking: Asking): Record<string, string> {
  return {
    from: asking.period.from,
    to: asking.period.to,
    kind: asking.kind,
    ...(asking.tree === 'today' ? { tree: 'today' } : {}),
    campaign: asking.campaign,
    group: asking.group,
  };
}

/** The account of a unit; `mine` is the caller's own highest. */
export function unitReport(unit: string, asking: Asking, signal: AbortSignal): Promise<UnitReport> {
  return api.get(path`/reports/units/${unit}`, { query: { ...query(asking), trend: asking.trend }, signal });
}

/** Training by kind of class. */
export function trainingReport(unit: string, asking: Asking, signal: AbortSignal): Promise<TrainingReport> {
  return api.get(path`/reports/units/${unit}/training`, {
    query: { from: asking.period.from, to: asking.period.to },
    signal,
    timeout: 60_000,
  });
}

/** The ten lowest directly below, with why. */
export function worstUnits(unit: string, asking: Asking, signal: AbortSignal): Promise<WorstUnits> {
  return api.get(path`/reports/units/${unit}/worst`, { query: query(asking), signal });
}

/** Persons, not turns. */
export function peopleFigures(unit: string, asking: Asking, signal: AbortSignal): Promise<PeopleFigures> {
  return api.get(path`/reports/units/${unit}/people`, { query: query(asking), signal });
}

export function cellsBelow(unit: string, asking: Asking, signal: AbortSignal): Promise<CellsBelow> {
  return api.get(path`/reports/units/${unit}/below`, { query: query(asking), signal });
}

export function unitPersons(unit: string, asking: Asking, signal: AbortSignal): Promise<UnitPersons> {
  return api.get(path`/reports/units/${unit}/persons`, { query: query(asking), signal });
}

export function personReport(unit: string, person: string, asking: Asking, signal: AbortSignal): Promise<PersonReport> {
  return api.get(path`/reports/units/${unit}/persons/${person}`, { query: query(asking), signal });
}

export function sessionReports(
  asking: Asking,
  after: string | undefined,
  signal?: AbortSignal,
): Promise<SessionReports> {
  return api.get('/reports/sessions', {
    query: { from: asking.period.from, to: asking.period.to, kind: asking.kind, after },
    ...(signal ? { signal } : {}),
  });
}

export function programmeReport(programme: string, signal: AbortSignal): Promise<ProgrammeReport> {
  return api.get(path`/reports/programmes/${programme}`, { signal });
}
