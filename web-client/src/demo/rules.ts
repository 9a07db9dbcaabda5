export const stepNames = ['tiles', 'delegate', 'cut', 'back', 'why', 'restart', 'paper'] as const;
export type StepName = (typeof stepNames)[number];

/** The step that was kept, or the first one. */
export function stepOf(kept: string | null): number {
  const at = stepNames.findIndex((name) => name === kept);
  return at < 0 ? 0 : at;
}

export interface Figures {
  readonly present: number;
  readonly required: number;
}

/** Whether figures from before are still there: present people may become more meanwhile, never fewer. */
export function kept(before: Figures, now: Figures): boolean {
  return now.present >= before.present && now.required >= before.required;
}

export function readFigures(text: string | null): Figures | undefined {
  const [present, required] = (text ?? '').split('/').map(Number);
  if (!text || !Number.isInteger(present) || !Number.isInteger(required)) return undefined;
  return { present: present ?? 0, required: required ?? 0 };
}
