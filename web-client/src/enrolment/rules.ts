import type { Preview, Rule, Scope, Summons } from './data';

/** The scope as the server takes it, without what it answers beside. */
export function bare(scope: Scope): Scope {
  return { rules: scope.rules, guests: scope.guests, adjustments: scope.adjustments };
}

export function rule(kind: Rule['kind'], more: Partial<Rule>): Rule {
  return {
    kind,
    units: [],
    posts: [],
    statuses: [],
    others: false,
    groups: [],
    persons: [],
    capacity: null,
    invited: false,
    from: null,
    ...more,
  };
}

/** Adds named people to the rule that names people of the same kind, or makes one. */
export function withPerson(scope: Scope, person: string, invited: boolean): Scope {
  if (scope.rules.some((one) => one.kind === 'persons' && one.persons.includes(person))) return scope;
  const at = scope.rules.findIndex((one) => one.kind === 'persons' && one.invited === invited && one.capacity === null);
  if (at < 0) return { ...scope, rules: [...scope.rules, rule('persons', { persons: [person], invited })] };
  const rules = scope.rules.map((one, i) => (i === at ? { ...one, persons: [...one.persons, person] } : one));
  return { ...scope, rules };
}

export function withoutRule(scope: Scope, at: number): Scope {
  return { ...scope, rules: scope.rules.filter((_, i) => i !== at) };
}

/** How many fall out of the denominator with a reason. */
export function fallenOut(preview: Preview): number {
  return preview.standings.exempt + preview.standings.suspended + preview.standings.on_duty;
}

/** Those who are counted apart. */
export function apart(preview: Preview): number {
  return preview.standings.guest + preview.standings.invited;
}

export function overflowing(preview: Preview): Preview['sites'] {
  return preview.sites.filter((site) => site.overflow > 0);
}

/** Units that have not confirmed, those whose summons changed since first. */
export function reminders(summonses: readonly Summons[]): readonly Summons[] {
  return summonses
    .filter((one) => one.receivedAt === null)
    .sort((a, b) => Number(b.changed) - Number(a.changed) || a.unitName.localeCompare(b.unitName, 'vi'));
}
