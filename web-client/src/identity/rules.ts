import type { Role } from '../session.svelte';
import type { Plain } from '../words/words';
import type { say } from './more-words';

type Key = Plain<typeof say>;

/** The words of a role and of what it is for. */
export const roleWords: Readonly<Record<Role, readonly [name: Key, about: Key]>> = {
  province_admin: ['provinceAdmin', 'provinceAdminText'],
  unit_admin: ['unitAdmin', 'unitAdminText'],
  trainer: ['trainer', 'trainerText'],
  cell_secretary: ['cellSecretary', 'cellSecretaryText'],
  steward: ['steward', 'stewardText'],
  kiosk: ['door', 'doorText'],
  cadre: ['cadre', 'cadreText'],
};

/** Fewest characters of a password without a second factor. */
export const leastPassword = 14;
/** The same beside one. */
export const leastBesideFactor = 8;

/** After how many minutes without use a page locks; undefined for never. A device at a site never does: its roll may run all day. */
export function idleLimit(
  roles: readonly Role[],
  minutes: { readonly administrator: number; readonly office: number; readonly cadre: number },
): number | undefined {
  const limits = roles.map((role) => {
    if (role === 'province_admin' || role === 'unit_admin') return minutes.administrator;
    if (role === 'trainer' || role === 'cell_secretary') return minutes.office;
    return role === 'cadre' ? minutes.cadre : 0;
  });
  const some = limits.filter((limit) => limit > 0);
  return some.length > 0 ? Math.min(...some) : undefined;
}

/** What a browser calls itself, as people call it: Chrome, Android. Empty when it is none of those we know. */
export function deviceOf(agent: string): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /coc_coc/i.test(agent)
      ? 'Cốc Cốc'
      : /OPR\//.test(agent)
        ? 'Opera'
        : /Firefox\//.test(agent)
          ? 'Firefox'
          : /(Chrome|CriOS)\//.test(agent)
            ? 'Chrome'
            : /Safari\//.test(agent)
              ? 'Safari'
              : '';
  const system = /Android/.test(agent)
    ? 'Android'
    : /iPhone/.test(agent)
      ? 'iPhone'
      : /iPad/.test(agent)
        ? 'iPad'
        : /Windows/.test(agent)
          ? 'Windows'
          : /Mac OS/.test(agent)
            ? 'Mac'
            : /Linux/.test(agent)
              ? 'Linux'
              : '';
  return [browser, system].filter((part) => part !== '').join(', ');
}

/** A code as typed from a printed slip: capitals, no spaces or hyphens. */
export function slipCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** What is wrong with a six-digit PIN, if anything: runs, one digit repeated and the year of birth are guessed first. */
export function pinFault(pin: string, birthYear: string): 'pinSix' | 'pinWeak' | undefined {
  if (!/^\d{6}$/.test(pin)) return 'pinSix';
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]));
  const run = steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 9) <= 1;
  const twice = pin.slice(0, 3) === pin.slice(3) || new Set(pin).size <= 2;
  return run || twice || (birthYear.length === 4 && pin.includes(birthYear)) ? 'pinWeak' : undefined;
}
