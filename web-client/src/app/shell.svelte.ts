import { say } from './words';

let title = $state('');
let announced = $state('');

/** The window's title and what is told to those who listen rather than look. */
export const shell = {
  get title(): string {
    return title;
  },
  get announced(): string {
    return announced;
  },
  name(next: string): void {
    title = next;
    document.title = next === '' ? say('app') : `${next} · ${say('app')}`;
  },
  announce(text: string): void {
    announced = text;
  },
};
