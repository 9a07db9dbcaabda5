export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'plain' | 'good' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

let next = 0;
let shown = $state.raw<readonly Toast[]>([]);

export const toasts = {
  get shown(): readonly Toast[] {
    return shown;
  },
  close(id: number): void {
    shown = shown.filter((toast) => toast.id !== id);
  },
};

/** A word at the foot of the screen that goes by itself; with an action (undo) it stays longer. Never for errors that need doing something. */
export function toast(text: string, more: { kind?: Toast['kind']; action?: Toast['action'] } = {}): void {
  next += 1;
  const id = next;
  const one: Toast = { id, text, kind: more.kind ?? 'plain', ...(more.action ? { action: more.action } : {}) };
  shown = [...shown.slice(-2), one];
  setTimeout(() => toasts.close(id), more.action ? 10_000 : 4500);
}
