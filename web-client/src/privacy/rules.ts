import type { Plain } from '../words/words';
import type { DataRequest, RequestKind } from './data';
import type { say } from './words';

type Key = Plain<typeof say>;

export const kinds: readonly RequestKind[] = ['see', 'correct', 'delete', 'restrict'];

export const kindWords: Readonly<Record<RequestKind, Key>> = {
  see: 'kindSee',
  correct: 'kindCorrect',
  delete: 'kindDelete',
  restrict: 'kindRestrict',
};

const pages: readonly (readonly [RegExp, Key])[] = [
  [/^\/persons\//, 'pagePerson'],
  [/\/why$/, 'pageWhy'],
  [/^\/reports\/.*\{person\}$/, 'pageRates'],
  [/^\/reports\//, 'pageRatesList'],
  [/^\/units\/.*people$/, 'pageUnit'],
  [/\/absences$/, 'pageAbsences'],
  [/\/attachment$/, 'pagePaper'],
  [/\/appeals$/, 'pageAppeals'],
  [/\/reflections/, 'pageReflections'],
  [/^\/cells\//, 'pageCell'],
  [/\/roll$|\/pack$|\/live$|\/roll-sheet\//, 'pageRoll'],
  [/\/list$|\/attendance$/, 'pageList'],
];

/** What a page of the server is called by people. */
export function pageWord(what: string): Key {
  return pages.find(([pattern]) => pattern.test(what))?.[1] ?? 'pageOther';
}

/** Whether a request has waited past its day. */
export function isLate(request: DataRequest, today: string): boolean {
  if (request.state === 'filed') return today > request.acknowledgeBy;
  return request.state === 'acknowledged' && today > request.answerBy;
}
