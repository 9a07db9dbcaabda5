import type { MarkName } from '../parts/marks';
import type { EvidenceLine, Explanation, Outcome } from './data';

/** One point of the timeline: evidence that won or lost, evidence no rule spoke of, or a moment of the session itself. */
export interface Moment {
  readonly key: string;
  readonly at: string;
  readonly weight: 'won' | 'lost' | 'aside' | 'mark';
  /** The rule's code, when a rule spoke of it. */
  readonly why: string | undefined;
  readonly evidence: EvidenceLine | undefined;
  readonly mark?: 'start' | 'end';
  /** How many pieces stand together here (heartbeats of an open page), and when the last was seen. */
  readonly count: number;
  readonly until: string;
}

/** How people call a device whose id nobody reads out: its first four characters; nothing where the id names no device. */
export function shortDevice(id: string | undefined): string | undefined {
  return id && /^[0-9a-f]{8}-/.test(id) ? id.slice(0, 4) : undefined;
}

/** Evidence in the order it was seen, between the session's real start and end; an open page's heartbeats stand as one. */
export function timeline(explanation: Explanation): readonly Moment[] {
  const spoken = new Map<string, { weight: 'won' | 'lost'; why: string }>();
  for (const reason of explanation.because) {
    const before = spoken.get(reason.evidence);
    if (!before || (before.weight === 'lost' && reason.weight === 'won')) spoken.set(reason.evidence, reason);
  }
  const moments: Moment[] = explanation.evidence.map((evidence) => {
    const reason = spoken.get(evidence.id);
    return {
      key: evidence.id,
      at: evidence.seenAt,
      weight: reason?.weight ?? 'aside',
      why: reason?.why,
      evidence,
      count: 1,
      until: evidence.seenAt,
    };
  });
  const { start, end } = explanation.times;
  moments.push({
    key: 'start',
    at: start,
    weight: 'mark',
    why: undefined,
    evidence: undefined,
    mark: 'start',
    count: 1,
    until: start,
  });
  moments.push({
    key: 'end',
    at: end,
    weight: 'mark',
    why: undefined,
    evidence: undefined,
    mark: 'end',
    count: 1,
    until: end,
  });
  moments.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || rank(a) - rank(b));
  return together(moments);
}

function rank(moment: Moment): number {
  return moment.mark === 'end' ? 2 : moment.mark === 'start' ? 0 : 1;
}

function together(moments: readonly Moment[]): Moment[] {
  const kept: Moment[] = [];
  let run: number | undefined;
  for (const moment of moments) {
    if (moment.mark) {
      kept.push(moment);
      continue;
    }
    const before = run === undefined ? undefined : kept[run];
    const beat = moment.evidence?.kind === 'beat';
    if (beat && before?.weight === moment.weight && before.evidence?.device === moment.evidence?.device) {
      kept[run ?? 0] = { ...before, count: before.count + 1, until: moment.at };
      continue;
    }
    run = beat ? kept.length : undefined;
    kept.push(moment);
  }
  return kept;
}

/** The shapes beside an outcome, the standing first. */
export function marksOf(outcome: Outcome): readonly MarkName[] {
  const marks: MarkName[] = [outcome.standing === 'substituted' ? 'substitute' : outcome.standing];
  if (outcome.flags.includes('late')) marks.push('late');
  if (outcome.flags.includes('left_early')) marks.push('early');
  if (outcome.flags.includes('made_up')) marks.push('madeUp');
  return marks;
}

/** Whole minutes from one moment to a later one; 0 when it is not later. */
export function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}

/** Whether evidence arrived so much later than it was seen that it was kept without a signal. */
export function keptOffline(evidence: EvidenceLine): boolean {
  return Date.parse(evidence.receivedAt) - Date.parse(evidence.seenAt) > 120_000;
}

/** The reason a standing holds though no evidence is there, as a rule's code. */
export function reasonWithoutEvidence(explanation: Explanation): string | undefined {
  return explanation.because.find((reason) => reason.evidence === '')?.why;
}
