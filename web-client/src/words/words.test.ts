import { afterEach, describe, expect, test } from 'vitest';
import { language } from './language.svelte';
import { fill, placeholders, problemWords, words, type Say, type Texts } from './words';

const files = import.meta.glob<Record<string, unknown>>(
  ['../**/*.ts', '!../**/*.test.ts', '!../testing.ts', '!../main.ts'],
  {
    eager: true,
  },
);

function isDictionary(value: unknown): value is Say<Texts> {
  return typeof value === 'function' && 'vi' in value && 'en' in value;
}

const dictionaries = Object.entries(files).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isDictionary)
    .map((say) => ({ file, say })),
);

afterEach(() => language.choose('vi'));

test('thereAreDictionariesToCompare', () => {
  expect(dictionaries.length).toBeGreaterThan(3);
});

describe.each(dictionaries)('$file', ({ say }) => {
  test('hasBothLanguagesForEveryKey', () => {
    expect(Object.keys(say.en).sort()).toEqual(Object.keys(say.vi).sort());
    const empty = Object.keys(say.vi).filter((key) => !say.vi[key]?.trim() || !say.en[key]?.trim());
    expect(empty).toEqual([]);
  });

  test('hasTheSamePlaceholdersInBothLanguages', () => {
    for (const key of Object.keys(say.vi)) {
      expect({ key, names: placeholders(say.en[key] ?? '') }).toEqual({ key, names: placeholders(say.vi[key] ?? '') });
    }
  });

  test('isWrittenInComposedLetters', () => {
    for (const text of Object.values(say.vi)) expect(text).toBe(text.normalize('NFC'));
  });
});

describe('words', () => {
  const say = words(
    { people: 'Có {n} người', 'problem.odd': 'Lạ' },
    { people: '{n|person|people}', 'problem.odd': 'Odd' },
  );

  test('followTheLanguage', () => {
    expect(say('people', { n: 48200 })).toBe('Có 48.200 người');
    language.choose('en');
    expect(say('people', { n: 48200 })).toBe('48,200 people');
    expect(say('people', { n: 1 })).toBe('1 person');
  });

  test('thatNameAProblemAreFoundByItsCode', () => {
    expect(problemWords('odd')).toBe('Lạ');
    expect(problemWords('other')).toBeUndefined();
  });

  test('writeYearsGivenAsTextUngrouped', () => {
    expect(fill('năm {year}', { year: '2026' })).toBe('năm 2026');
  });

  test('whoseEnglishIsApartAreVietnameseUntilItComes', async () => {
    let come: (half: { hello: string; 'problem.apart': string }) => void = () => undefined;
    const half = new Promise<{ hello: string; 'problem.apart': string }>((resolve) => (come = resolve));
    const apart = words({ hello: 'Chào', 'problem.apart': 'Rời' }, () => half);
    language.choose('en');
    expect(apart('hello')).toBe('Chào');
    come({ hello: 'Hello', 'problem.apart': 'Apart' });
    await language.ready();
    await Promise.resolve();
    expect(language.current).toBe('en');
    expect(apart('hello')).toBe('Hello');
    expect(problemWords('apart')).toBe('Apart');
  });

  test('whoseEnglishCannotComeStayVietnamese', async () => {
    let online = false;
    const apart = words({ bye: 'Tạm biệt' }, () =>
      online ? Promise.resolve({ bye: 'Goodbye' }) : Promise.reject(new Error('offline')),
    );
    language.choose('en');
    await language.ready();
    await Promise.resolve();
    expect(apart('bye')).toBe('Tạm biệt');
    online = true;
    language.choose('en');
    await expect.poll(() => apart('bye')).toBe('Goodbye');
    language.choose('vi');
    expect(apart('bye')).toBe('Tạm biệt');
  });
});
