import { describe, expect, it } from 'vitest';
import { currentItem, typable } from './data';
import { codeAt, keyOf, secondsLeft, shareLeft, spaced, stepOf } from './code';

describe("a room's code", () => {
  it('agrees with the published vectors of RFC 6238 for SHA-256', async () => {
    const key = await keyOf(btoa('12345678901234567890123456789012'));
    const at = (seconds: number) => codeAt(key, stepOf(seconds * 1000, 30));
    expect(await at(59)).toBe('119246');
    expect(await at(1111111109)).toBe('084774');
    expect(await at(20000000000)).toBe('737706');
  });

  it('counts down to the next code', () => {
    expect(secondsLeft(30_000, 30)).toBe(30);
    expect(secondsLeft(59_999, 30)).toBe(1);
    expect(shareLeft(45_000, 30)).toBe(0.5);
    expect(spaced('048291')).toBe('048 291');
  });
});

describe("a room's screen", () => {
  it('shows the agenda item that has begun last', () => {
    const agenda = [
      { at: '2026-11-22T01:00:00Z', topic: 'Khai mạc' },
      { at: '2026-11-22T01:15:00Z', topic: 'Chuyên đề 1' },
      { topic: 'Không có giờ' },
    ];
    expect(currentItem(agenda, Date.parse('2026-11-22T01:14:59Z'))?.topic).toBe('Khai mạc');
    expect(currentItem(agenda, Date.parse('2026-11-22T03:00:00Z'))?.topic).toBe('Chuyên đề 1');
    expect(currentItem(agenda, Date.parse('2026-11-22T00:00:00Z'))).toBeUndefined();
  });

  it('shows an address that fingers can type', () => {
    expect(typable('https://diemcau.example.vn/diem-danh?s=1&d=2&m=')).toBe('diemcau.example.vn/diem-danh');
  });
});
