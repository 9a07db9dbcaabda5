import type { Import, Report } from './data';

/** The figures of all files of an import together. */
export interface Totals {
  readonly rows: number;
  readonly understood: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly repaired: number;
  readonly refused: number;
  readonly waiting: number;
}

const none: Totals = {
  rows: 0,
  understood: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  repaired: 0,
  refused: 0,
  waiting: 0,
};

export function totals(one: Pick<Import, 'files'>): Totals {
  return one.files.reduce((sum, { report }) => (report ? plus(sum, report) : sum), none);
}

function plus(sum: Totals, report: Report): Totals {
  return {
    rows: sum.rows + report.rows,
    understood: sum.understood + report.understood,
    added: sum.added + report.effects.added,
    changed: sum.changed + report.effects.changed,
    unchanged: sum.unchanged + report.effects.unchanged,
    repaired: sum.repaired + report.repairedRows,
    refused: sum.refused + report.refusedRows,
    waiting: sum.waiting + report.waiting,
  };
}

/** Where an import stands in its four steps. */
export function stepOf(state: Import['state']): 0 | 1 | 2 | 3 {
  switch (state) {
    case 'collecting':
    case 'failed':
      return 0;
    case 'reading':
    case 'ready':
      return 1;
    case 'writing':
    case 'interrupted':
      return 2;
    case 'done':
      return 3;
  }
}

/** A card number as people read it: groups of three. */
export function cardText(card: string): string {
  return card.replace(/(\d{3})(?=\d)/g, '$1 ');
}

/** A telephone number as it is dialled at home. */
export function phoneText(phone: string): string {
  const home = phone.startsWith('+84') ? `0${phone.slice(3)}` : phone;
  return /^0\d{9}$/.test(home) ? `${home.slice(0, 4)} ${home.slice(4, 7)} ${home.slice(7)}` : home;
}

/** A date of birth typed as 02/05/1984, 1984-05-02 or 1984, as the server takes it; undefined when it is none of them. */
export function birthOf(typed: string): string | undefined {
  const text = typed.trim();
  if (/^(19|20)\d\d$/.test(text) || /^(19|20)\d\d-\d\d-\d\d$/.test(text)) return text;
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)$/.exec(text);
  if (!parts) return undefined;
  const [, day = '', month = '', year = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** 1984-05-02 as 02/05/1984; a year as it is. */
export function birthText(birth: string): string {
  return birth.length === 4 ? birth : birth.split('-').reverse().join('/');
}
