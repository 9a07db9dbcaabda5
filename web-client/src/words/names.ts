const marks = /[̀-ͯ]/g;
const tones = /[̣̀́̃̉]/g;
const collator = new Intl.Collator('vi', { sensitivity: 'variant', ignorePunctuation: true });

/** Lower case without marks, đ as d, single spaces: what a search compares. NFD alone leaves đ, so it is folded apart. */
export function fold(text: string): string {
  return spaced(text).normalize('NFD').replace(marks, '').replace(/[đð]/g, 'd');
}

/** Lower case with marks, the tone moved to the end of its syllable, so that hòa and hoà are the same. */
export function canonical(text: string): string {
  return spaced(text)
    .replace(/ð/g, 'đ')
    .split(' ')
    .map((syllable) => {
      const apart = syllable.normalize('NFD');
      return apart.replace(tones, '').normalize('NFC') + (apart.match(tones)?.join('') ?? '');
    })
    .join(' ');
}

function spaced(text: string): string {
  return text.toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();
}

/** How well a text answers what was typed: 3 begins with it as typed, 2 holds it with its marks, 1 without marks, 0 not at all. */
export function rank(typed: string, text: string): 0 | 1 | 2 | 3 {
  const wanted = canonical(typed);
  const offered = canonical(text);
  if (offered.startsWith(wanted)) return 3;
  if (inWords(wanted, offered)) return 2;
  return inWords(fold(typed), fold(text)) ? 1 : 0;
}

/** Every word typed begins a word of the text, in any order. */
function inWords(typed: string, text: string): boolean {
  const offered = text.split(' ');
  return typed.split(' ').every((word) => offered.some((candidate) => candidate.startsWith(word)));
}

/** Those whose text answers what was typed, best first, otherwise in their order. */
export function search<T>(typed: string, all: readonly T[], textOf: (one: T) => string): T[] {
  if (typed.trim() === '') return [...all];
  return all
    .map((one, at) => ({ one, at, score: rank(typed, textOf(one)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ one }) => one);
}

/** The given name: the last word, unless the person's record says otherwise ("Vàng A Pao"). */
export function givenName(name: string, override?: string): string {
  return override ?? name.trim().split(/\s+/).at(-1) ?? '';
}

/** Vietnamese order of names: by given name, then by the rest. */
export function compareNames(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(restOf(a), restOf(b));
}

function restOf(name: string): string {
  return name.trim().split(/\s+/).slice(0, -1).join(' ');
}

/** Vietnamese order of other texts. */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b);
}
