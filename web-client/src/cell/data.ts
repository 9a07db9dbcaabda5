import { api, path } from '../api';
import type { Member, Minutes } from './rules';

/** A meeting as the server has it. */
export interface CellMeeting {
  readonly session: string;
  readonly site: string;
  readonly topic?: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly closed: boolean;
}

export interface Cell {
  readonly unit: { readonly id: string; readonly name: string };
  readonly last?: CellMeeting;
  readonly draft?: CellMeeting;
  readonly people: readonly Member[];
}

export interface Closed {
  readonly minutes: number;
  readonly sentenceParts: Minutes;
}

export function readCell(unit: string): Promise<Cell> {
  return api.get<Cell>(path`/cells/${unit}/meeting`, { timeout: 8000 });
}

export function meetingAt(unit: string, meeting: string): string {
  return path`/cells/${unit}/meetings/${meeting}`;
}
