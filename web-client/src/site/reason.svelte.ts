let say = $state.raw<((key: string) => string) & { has: (key: string) => boolean }>();

/** Brings the sentences of refusals, which hardly anybody sees, once the page stands; they are kept for days without a network. */
export async function loadReasons(): Promise<void> {
  const told = await import('./reasons').catch(() => undefined);
  if (told) say = told.say as unknown as typeof say;
}

/** The sentence for a reason of refusal; a reason this page does not know is shown as it is. */
export function reasonText(reason: string | undefined): string {
  const key = `reason.${reason ?? 'malformed'}`;
  return say?.has(key) ? say(key) : (reason ?? '');
}
