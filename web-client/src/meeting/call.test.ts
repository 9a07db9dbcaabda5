import { describe, expect, test } from 'vitest';
import { faultOf, isAfter, placeOf, type Hand } from './call';

const hand = (subject: string, called = false): Hand => ({
  subject,
  name: subject,
  site: false,
  raisedAt: '2026-11-22T01:00:00Z',
  called,
});

describe('the queue', () => {
  test('whoever waits is counted without those who have the word', () => {
    const hands = [hand('a', true), hand('b'), hand('c')];
    expect(placeOf(hands, 'a')).toBe(0);
    expect(placeOf(hands, 'b')).toBe(1);
    expect(placeOf(hands, 'c')).toBe(2);
    expect(placeOf(hands, 'd')).toBeUndefined();
  });
});

describe('an error of the meeting', () => {
  test('of a device leaves the meeting open', () => {
    expect(isAfter({ error: { name: 'gum.not_found' } })).toBeUndefined();
  });
  test('of the token asks for a new one', () => {
    expect(isAfter({ error: { name: 'connection.passwordRequired' } })).toBe('expired');
  });
  test('of the connection is a lost one', () => {
    expect(isAfter({ error: { name: 'connection.droppedError', isFatal: true } })).toBe('lost');
    expect(isAfter(undefined)).toBe('lost');
  });
  test('that is not fatal is left to the meeting', () => {
    expect(isAfter({ error: { name: 'connection.otherError', isFatal: false } })).toBeUndefined();
  });
  test('by which the room ended for all says so', () => {
    expect(isAfter({ error: { name: 'conference.destroyed' } })).toBe('ended');
  });
});

test('a device that is denied is not a device that is missing', () => {
  expect(faultOf('camera', 'gum.permission_denied')).toBe('noPermission');
  expect(faultOf('camera', 'gum.not_found')).toBe('noCamera');
  expect(faultOf('microphone', undefined)).toBe('noMicrophone');
});
