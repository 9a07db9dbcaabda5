import type { Plan, Question } from './data';

/** By row which candidate was chosen, from 1; 0 for none of them. */
export type Decisions = Readonly<Record<number, number>>;

/** As the server reads them: 12:1,15:0; rows nobody decided on are left out. */
export function written(decisions: Decisions): string {
  return Object.entries(decisions)
    .map(([row, place]) => `${row}:${place}`)
    .join(',');
}

export function undecided(plan: Plan, decisions: Decisions): number {
  return plan.questions.filter((question) => decisions[question.row] === undefined).length;
}

/** How many people the file would write something of, with what was decided so far. */
export function writes(plan: Plan, decisions: Decisions): number {
  return plan.present + plan.excused + Object.values(decisions).filter((place) => place > 0).length;
}

/** A question with one candidate asks yes or no; with more it asks which. */
export function single(question: Question): boolean {
  return question.candidates.length === 1;
}
