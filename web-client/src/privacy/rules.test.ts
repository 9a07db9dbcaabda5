import { expect, test } from 'vitest';
import type { DataRequest } from './data';
import { isLate, pageWord } from './rules';

test('aPageIsNamedAsPeopleKnowIt', () => {
  expect(pageWord('/persons/{person}')).toBe('pagePerson');
  expect(pageWord('/sessions/{session}/attendance/{person}/why')).toBe('pageWhy');
  expect(pageWord('/reports/units/{unit}/persons/{person}')).toBe('pageRates');
  expect(pageWord('/reports/units/{unit}/persons')).toBe('pageRatesList');
  expect(pageWord('/units/{unit}/people')).toBe('pageUnit');
  expect(pageWord('/sessions/{session}/sites/{site}/roll')).toBe('pageRoll');
  expect(pageWord('/sessions/{session}/sites/{site}/live')).toBe('pageRoll');
  expect(pageWord('/absences')).toBe('pageAbsences');
  expect(pageWord('/absences/{absence}/attachment')).toBe('pagePaper');
  expect(pageWord('/appeals')).toBe('pageAppeals');
  expect(pageWord('/programmes/{programme}/reflections/{person}/content')).toBe('pageReflections');
  expect(pageWord('/cells/{unit}/meeting')).toBe('pageCell');
  expect(pageWord('/something/else')).toBe('pageOther');
});

test('aRequestIsLateAfterItsDayAndNeverOnceAnswered', () => {
  const request = { state: 'filed', acknowledgeBy: '2026-11-24', answerBy: '2026-12-04' } as DataRequest;
  expect(isLate(request, '2026-11-24')).toBe(false);
  expect(isLate(request, '2026-11-25')).toBe(true);
  expect(isLate({ ...request, state: 'acknowledged' }, '2026-12-04')).toBe(false);
  expect(isLate({ ...request, state: 'acknowledged' }, '2026-12-05')).toBe(true);
  expect(isLate({ ...request, state: 'done' }, '2027-01-01')).toBe(false);
});
