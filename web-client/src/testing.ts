import { afterEach } from 'vitest';
import '@testing-library/jest-dom/vitest';

if (!window.matchMedia) {
  window.matchMedia = (query: string) =>
    Object.assign(new EventTarget(), { matches: false, media: query, onchange: null }) as unknown as MediaQueryList;
}
window.scrollTo = () => undefined;
HTMLElement.prototype.scrollIntoView ??= () => undefined;
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

// One test's borrowed parts of the browser are not the next one's.
const browser = globalThis as { borrowed?: Pick<typeof globalThis, 'fetch' | 'EventSource'> };
browser.borrowed ??= { fetch: globalThis.fetch, EventSource: globalThis.EventSource };
afterEach(() => {
  Object.assign(globalThis, browser.borrowed);
});
