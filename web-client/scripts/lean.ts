import type { Plugin } from 'vite';

const runtime = '/node_modules/svelte/src/internal/';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** What never changes here: the client draws everything itself, awaits nothing in templates, has no page of Svelte 4. */
const constants = /\b(hydrating|async_mode_flag|legacy_mode_flag|tracing_mode_flag)\b/g;

/** Functions and methods of the runtime that are then never reached, or reached for one thing only: file, name, what is left. */
const bodies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'client/reactivity/async.js': { flatten: 'fn(sync.map(derived));' },
  'client/reactivity/batch.js': {
    '#commit': '',
    '#is_deferred': 'return false;',
    '#is_skipped': '',
    settled: '',
    increment: '',
    decrement: '',
    ondiscard: '',
    register_created_effect: '',
  },
  'client/dom/blocks/boundary.js': {
    '#hydrate_resolved_content': '',
    '#hydrate_failed_content': '',
    '#hydrate_pending_content': '',
    '#update_pending_count': '',
    update_pending_count: '',
    get_effect_pending: 'return 0;',
  },
};

/** Pieces of the runtime inside functions that stay: file, what stands there, what takes its place. */
const pieces: readonly (readonly [file: string, from: string, to: string])[] = [
  ['client/reactivity/batch.js', 'this.#is_deferred()', 'false'],
  ['client/dom/blocks/boundary.js', 'this.#pending_count > 0', 'false'],
  ['client/dom/blocks/boundary.js', 'current_batch?.is_fork', 'false'],
  ['client/dom/blocks/boundary.js', 'this.#pending_count = 0;', ''],
  // No element of ours has a style written out beside its style directives: the page's content policy forbids it.
  ['shared/attributes.js', 'if (value) {', 'if (false) {'],
  ['client/dom/blocks/branches.js', 'should_defer_append()', 'false'],
  ['client/dom/blocks/each.js', 'should_defer_append()', 'false'],
  // No list of ours is animated.
  ['client/dom/blocks/each.js', '(flags & EACH_IS_ANIMATED) !== 0', 'false'],
];

/** A field that holds a subscription made for what is taken out. */
const fields: Readonly<Record<string, readonly string[]>> = {
  'client/dom/blocks/boundary.js': ['#effect_pending_subscriber'],
};

/**
 * In the build: takes out of Svelte's runtime what a client that no server draws and that has no asynchronous
 * templates never runs. It is what every phone loads first. Refuses a runtime in which it does not find these places.
 */
export function lean(): Plugin {
  return {
    name: 'lean-runtime',
    apply: (_config, { command }) => command === 'build',
    transform(code, id) {
      const at = id.indexOf(runtime);
      if (at < 0 || id.endsWith('/dom/hydration.js') || id.endsWith('/flags/index.js')) return undefined;
      const file = id.slice(at + runtime.length);
      const cuts = imports(this.parse(code) as unknown as Node);
      const edits: [start: number, end: number, text: string][] = [];
      const left = new Set(Object.keys(bodies[file] ?? {}));
      const unset = new Set(fields[file] ?? []);
      visit(this.parse(code) as unknown as Node, (node) => {
        const name = named(node);
        const body = (node['value'] as Node | null)?.['body'] ?? node['body'];
        if (name !== undefined && left.delete(name)) {
          const { start, end } = body as Node;
          edits.push([start, end, `{${bodies[file]?.[name] ?? ''}}`]);
        } else if (node.type === 'PropertyDefinition' && unset.delete(key(node))) {
          edits.push([node.start, node.end, '']);
        }
      });
      for (const [where, from, to] of pieces) {
        if (where !== file) continue;
        const places = [...code.matchAll(new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))];
        if (places.length === 0) left.add(from);
        for (const { index } of places) edits.push([index, index + from.length, to]);
      }
      for (const { index, 0: word } of code.matchAll(constants)) edits.push([index, index + word.length, 'false']);
      if (left.size + unset.size > 0) {
        this.error(`scripts/lean.ts knows another Svelte: ${file} lacks ${[...left, ...unset].join(', ')}`);
      }
      // Loading one of these modules does nothing by itself: what nobody calls need not come along.
      return { code: edited(code, edits, cuts), map: null, moduleSideEffects: false };
    },
  };
}

/** Where a module names what it brings in, which stays as it is. */
function imports(program: Node): Node[] {
  return (program['body'] as Node[]).filter((node) => node.type === 'ImportDeclaration');
}

function key(node: Node): string {
  const { type, name } = node['key'] as Node & { name?: string };
  return type === 'PrivateIdentifier' ? `#${name ?? ''}` : (name ?? '');
}

function named(node: Node): string | undefined {
  if (node.type === 'MethodDefinition') return key(node);
  if (node.type === 'FunctionDeclaration') return (node['id'] as { name: string }).name;
  return undefined;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) return value.forEach((one) => visit(one, see));
  if (typeof value !== 'object' || value === null || !('type' in value)) return;
  see(value as Node);
  Object.values(value).forEach((one) => visit(one, see));
}

/** The code with its edits: an edit inside another, or where nothing may be changed, is left out. */
function edited(code: string, edits: [number, number, string][], untouched: readonly Node[]): string {
  let next = '';
  let from = 0;
  for (const [start, end, text] of edits.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (start < from || untouched.some((node) => start >= node.start && start < node.end)) continue;
    next += code.slice(from, start) + text;
    from = end;
  }
  return next + code.slice(from);
}
