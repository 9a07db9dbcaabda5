import type { Plugin } from 'vite';

const words = /words\(/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/**
 * In the build, the English half of each dictionary becomes a chunk of its own, fetched only by those who read English:
 * `words(vi, en)` is compiled to `words(vi, () => import(en))`. In development and in tests both halves are there.
 */
export function englishApart(): Plugin {
  const texts = new Map<string, string>();
  return {
    name: 'english-apart',
    apply: (_config, { command }) => command === 'build',
    enforce: 'post',
    resolveId(id) {
      return id.startsWith('virtual:english/') ? `\0${id}` : undefined;
    },
    load(id) {
      const text = texts.get(id);
      return text === undefined ? undefined : `export const english = ${text};`;
    },
    transform(code, id) {
      if (!id.includes('/src/') || !id.endsWith('.ts') || !words.test(code)) return undefined;
      const found = calls(this.parse(code) as unknown as Node);
      let next = code;
      for (const [n, { start, end }] of found.entries()) {
        const name = `virtual:english/${id.slice(id.indexOf('/src/') + 5, -3)}-${found.length - n}`;
        texts.set(`\0${name}`, code.slice(start, end));
        next = `${next.slice(0, start)}() => import(${JSON.stringify(name)}).then((half) => half.english)${next.slice(end)}`;
      }
      return found.length === 0 ? undefined : { code: next, map: null };
    },
  };
}

/** The second arguments of calls of `words` with two literal dictionaries, the last first. */
function calls(node: Node): Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const one = value as Node;
    const callee = one['callee'] as Node | undefined;
    const [first, second, third] = (one['arguments'] ?? []) as Node[];
    const literal = first?.type === 'ObjectExpression' && second?.type === 'ObjectExpression' && !third;
    if (one.type === 'CallExpression' && callee?.['name'] === 'words' && second && literal) found.push(second);
    Object.values(one).forEach(visit);
  };
  visit(node);
  return found.sort((a, b) => b.start - a.start);
}
