import type { Plain } from '../words/words';
import { day, moment, number } from '../words/format';
import type { MyData } from './data';
import { say as code } from './own-code-words';
import { say as field } from './own-field-words';
import { say } from './own-words';

type Key = Plain<typeof say>;
type Field = Plain<typeof field>;
type Code = Plain<typeof code>;
type Held = Readonly<Record<string, unknown>>;

/** A record as its person reads it: what it says, a line each. */
export interface Entry {
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/** All records of one kind. */
export interface Section {
  readonly kind: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** The kinds in the order a person asks for them; what the server adds later comes behind. */
const order = [
  'persons',
  'required',
  'replies',
  'absences',
  'absence_files',
  'attendance',
  'evidence',
  'refused',
  'appeals',
  'badges',
  'reflections',
  'material_opens',
  'watched',
  'playing',
  'occupancies',
  'hands',
  'uploads',
  'accounts',
  'sign_ins',
  'account_uses',
  'phones',
  'second_factors',
  'activations',
  'notices_seen',
  'data_requests',
];

/** What only a machine reads, or what another line says already. */
const silent = new Set([
  'id',
  'person',
  'programme',
  'account',
  'accounts',
  'device',
  'file',
  'place',
  'sha256',
  'v',
  'waits',
  'listed',
  'apart',
  'closed',
  'round',
  'sequence',
  'substitute',
  'unitPath',
  'user',
  'subject',
  'session',
  'stream',
  'untold',
  'triedAt',
  'allowance',
  'room',
  'journal',
  'boot',
  'server',
  'seq',
  'by',
  'filedBy',
  'decidedBy',
  'owner',
  'purpose',
  'about',
  'turn',
  'key',
  'offset',
  'lastStep',
  'recording',
  'material',
  'capacity',
  'others',
  'receiving',
  'joinedBound',
  'leftBound',
  'breakout',
]);

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const plainDay = /^\d{4}-\d\d-\d\d$/;

function worded(of: string, value: string): string | undefined {
  const key = `${of}.${value.toLowerCase()}`;
  return code.has(key) ? code(key as Code) : undefined;
}

/** A value as people write it: days and times of the country, words for codes, numbers with their marks. */
export function readable(name: string, value: unknown, names: MyData['names']): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'number') return name === 'birthYear' ? String(value) : number(value);
  if (typeof value === 'string') {
    if (name === 'unit') return names.units[value] ?? value;
    if (name === 'site') return value;
    const word = worded(name, value);
    if (word !== undefined) return word;
    if (instant.test(value)) return moment(value);
    return plainDay.test(value) ? day(value) : value;
  }
  if (Array.isArray(value))
    return value
      .map((one) => readable(name, one, names))
      .filter((one) => one !== '')
      .join('; ');
  return Object.entries(value as Held)
    .filter(([inside]) => !silent.has(inside))
    .map(([inside, one]) => [labelOf('', inside), readable(inside, one, names)] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label.toLowerCase()} ${text}`)
    .join(', ');
}

function labelOf(kind: string, name: string): string {
  for (const key of [`${kind}.${name}`, `field.${name}`]) if (field.has(key)) return field(key as Field);
  return name;
}

function entry(kind: string, record: Held, names: MyData['names']): Entry {
  const session = typeof record['session'] === 'string' ? names.sessions[record['session']] : undefined;
  const lines = session
    ? [{ label: field('field.session'), value: `${session.title}, ${moment(session.startsAt)}` }]
    : [];
  for (const [name, value] of Object.entries(record)) {
    if (silent.has(name) || (session && name === 'startsAt')) continue;
    const text = readable(name, value, names);
    if (text !== '') lines.push({ label: labelOf(kind, name), value: text });
  }
  return { lines };
}

/** Everything held about a person, in kinds with titles and lines with labels; empty kinds are left out. */
export function sections(data: MyData): readonly Section[] {
  const kinds = Object.keys(data.held).filter((kind) => kind !== 'reads');
  const place = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return kinds
    .sort((one, other) => place(one) - place(other))
    .map((kind) => ({
      kind,
      title: say.has(`kind.${kind}`) ? say(`kind.${kind}` as Key) : kind,
      entries: (data.held[kind] ?? []).map((record) => entry(kind, record, data.names)),
    }))
    .filter((section) => section.entries.length > 0);
}

/** Kinds of which nothing is held. */
export function nothingOf(data: MyData): readonly string[] {
  return order
    .filter((kind) => (data.held[kind] ?? []).length === 0)
    .map((kind) => (say.has(`kind.${kind}`) ? say(`kind.${kind}` as Key) : kind));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);
}

/** The same as one page that opens in any browser and prints, without anything from elsewhere. */
export function page(data: MyData, readers: readonly string[], language: string): string {
  const body = sections(data).map(
    (section) =>
      `<h2>${escaped(section.title)} (${section.entries.length})</h2>` +
      section.entries
        .map(
          (one) =>
            `<dl>${one.lines.map((line) => `<dt>${escaped(line.label)}</dt><dd>${escaped(line.value)}</dd>`).join('')}</dl>`,
        )
        .join(''),
  );
  const looked = readers.map((one) => `<li>${escaped(one)}</li>`).join('');
  return (
    `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(say('title'))}</title>` +
    '<style>body{font:16px/1.5 "Be Vietnam Pro",system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}' +
    'h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;' +
    'gap:.1rem 1rem;margin:0;padding:.6rem 0;border-top:1px solid #ccc;break-inside:avoid}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}</style>' +
    `<h1>${escaped(say('title'))}</h1><p>${escaped(say('madeAt', { time: moment(data.madeAt) }))}</p>` +
    body.join('') +
    `<h2>${escaped(say('readers'))} (${readers.length})</h2><ul>${looked}</ul></html>`
  );
}
