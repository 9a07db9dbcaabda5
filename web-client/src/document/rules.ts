import type { Choice, Format, Letterhead, LetterheadWish, Layout } from './data';

/** A letterhead as the fields of its page hold it: no field is ever missing. */
export interface Fields {
  layout: Layout | '';
  superior: string;
  issuer: string;
  sign: string;
  place: string;
  signedFor: string;
  signerRole: string;
  signerName: string;
  preparer: string;
  recipients: string;
}

export function fields(of: Letterhead): Fields {
  return {
    layout: of.layout,
    superior: of.superior ?? '',
    issuer: of.issuer,
    sign: of.sign ?? '',
    place: of.place ?? '',
    signedFor: of.signedFor ?? '',
    signerRole: of.signerRole ?? '',
    signerName: of.signerName ?? '',
    preparer: of.preparer ?? '',
    recipients: of.recipients.join('\n'),
  };
}

/** What the fields say, without what is left empty. */
export function wish(from: Fields, rev: number): LetterheadWish {
  const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  const told: LetterheadWish = {
    rev,
    layout: from.layout === '' ? 'party' : from.layout,
    issuer: from.issuer.trim(),
    recipients: from.recipients
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
  for (const name of ['superior', 'sign', 'place', 'signedFor', 'signerRole', 'signerName', 'preparer'] as const) {
    const text = said(from[name]);
    if (text !== undefined) told[name] = text;
  }
  return told;
}

/** The number's line as the layout writes it, for a number not given yet. */
export function numberLine(of: Fields): string {
  const sign = of.sign.trim() === '' ? '......' : of.sign.trim();
  return of.layout === 'state' ? `Số: ....../BC-${sign}` : `Số ......-BC/${sign}`;
}

/** Before whom is signed, as the layout writes it; nothing when nobody is named. */
export function onBehalf(of: Fields): string {
  const who = of.signedFor.trim().toLocaleUpperCase('vi');
  return who === '' ? '' : (of.layout === 'state' ? 'TM. ' : 'T/M ') + who;
}

/** A name for a file: no sign that a system of files refuses. */
export function plainName(name: string): string {
  return name
    .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 120);
}

export function fileName(choice: Choice, format: Format): string {
  return `${plainName(`${choice.label} ${choice.name}`)}.${format}`;
}
