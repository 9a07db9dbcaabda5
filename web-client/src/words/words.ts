import { language, type Language } from './language.svelte';
import { number } from './number';

type Name<Inside extends string> = Inside extends `${infer First}|${string}` ? First : Inside;
type Placeholders<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? Name<Inside> | Placeholders<Rest>
  : never;
type Values<Text extends string> = [Placeholders<Text>] extends [never]
  ? []
  : [values: Record<Placeholders<Text>, string | number>];

export type Texts = Readonly<Record<string, string>>;

/** A feature's words: call it with a key; `vi` and `en` are there for the test that compares them. */
export interface Say<V extends Texts> {
  <K extends keyof V>(key: K, ...values: Values<V[K]>): string;
  readonly vi: V;
  readonly en: { readonly [K in keyof V]: string };
  has(key: string): key is Extract<keyof V, string>;
}

/** Those keys of a dictionary that need no values, for tables that map a code to a word: `Plain<typeof say>`. */
export type Plain<S extends { readonly vi: Texts }> = {
  [K in keyof S['vi']]: [Placeholders<S['vi'][K]>] extends [never] ? K : never;
}[keyof S['vi']];

/** The English half: as written, or in the built client what fetches it (see scripts/english.ts). */
type English<V extends Texts> =
  { readonly [K in keyof V]: string } | (() => Promise<{ readonly [K in keyof V]: string }>);

const problems: Record<Language, Record<string, string>> = { vi: {}, en: {} };

/**
 * A feature's dictionary. Vietnamese is the source, English must have every key. `{name}` is replaced by a value;
 * `{n|day|days}` shows the number and the word that fits it. Numbers are written as the language writes them, so a
 * year goes in as text. Keys that begin with `problem.` become the sentences of those problem codes.
 */
export function words<const V extends Texts>(vi: V, en: English<V>): Say<V> {
  let english = typeof en === 'function' ? undefined : en;
  if (typeof en === 'function') {
    language.apart(async () => {
      english = await en();
      keepProblems('en', english);
    });
  } else keepProblems('en', en);
  keepProblems('vi', vi);
  const say = (key: keyof V, values?: Record<string, string | number>): string => {
    // Until its English half has come, and where it cannot come, a text stands in Vietnamese.
    if (language.current === 'en' && !english) void language.arrived;
    const text = (language.current === 'en' ? english?.[key] : undefined) ?? vi[key] ?? '';
    return values ? fill(text, values) : text;
  };
  return Object.assign(say, { vi, en, has: (key: string): key is Extract<keyof V, string> => key in vi }) as Say<V>;
}

function keepProblems(of: Language, texts: Texts): void {
  for (const [key, text] of Object.entries(texts)) {
    if (key.startsWith('problem.')) problems[of][key.slice(8)] = text;
  }
}

/** The sentence a feature gave for a problem code, if its words have been loaded. */
export function problemWords(code: string): string | undefined {
  const found = problems[language.current][code];
  // As with every other text: read again once the English half has come.
  if (found === undefined && language.current === 'en') void language.arrived;
  return found ?? problems.vi[code];
}

/** Puts values into a text with placeholders. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{([^{}]+)\}/g, (_, inside: string) => {
    const [name = '', one, many] = inside.split('|');
    const value = values[name];
    if (value === undefined) return '';
    const shown = typeof value === 'number' ? number(value) : value;
    return one === undefined ? shown : `${shown} ${Number(value) === 1 ? one : (many ?? one)}`;
  });
}

/** The names of the placeholders in a text, sorted. */
export function placeholders(text: string): string[] {
  const found = [...text.matchAll(/\{([^{}|]+)(?:\|[^{}]*)?\}/g)].map((match) => match[1] ?? '');
  return [...new Set(found)].sort();
}
