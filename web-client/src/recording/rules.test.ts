import { describe, expect, it } from 'vitest';
import { chapters, deed, percent, Playing, speedAfter, time } from './rules';

describe('what was played', () => {
  it('is one span while it plays, whole seconds without a gap between reports', () => {
    const playing = new Playing();
    for (let at = 0; at <= 10.25; at += 0.25) playing.at(at);
    expect(playing.spans).toEqual([{ from: 0, until: 10 }]);
    playing.answered(playing.end);
    expect(playing.spans).toEqual([]);
    for (let at = 10.5; at <= 20.25; at += 0.25) playing.at(at);
    expect(playing.spans).toEqual([{ from: 10, until: 20 }]);
  });

  it('holds no leap, forward or back', () => {
    const playing = new Playing();
    playing.at(0);
    playing.at(1);
    playing.at(600);
    playing.at(601);
    playing.leap();
    playing.at(30);
    playing.at(31);
    expect(playing.spans).toEqual([
      { from: 0, until: 1 },
      { from: 600, until: 601 },
      { from: 30, until: 31 },
    ]);
  });

  it('keeps what was played while a report was on its way', () => {
    const playing = new Playing();
    for (let at = 0; at <= 10; at += 1) playing.at(at);
    const handed = playing.end;
    playing.at(11);
    playing.at(12);
    playing.answered(handed);
    expect(playing.spans).toEqual([{ from: 10, until: 12 }]);
  });
});

describe('the player', () => {
  it('reads chapters', () => {
    expect(
      chapters('WEBVTT\n\n1\n00:00.000 --> 00:30.000\nMở đầu\n\n01:00:05.500 --> 01:10:00.000\nThảo luận\nở tổ\n'),
    ).toEqual([
      { from: 0, title: 'Mở đầu' },
      { from: 3605.5, title: 'Thảo luận ở tổ' },
    ]);
  });
  it('writes times and never rounds a percent up', () => {
    expect([time(75), time(3700), time(5)]).toEqual(['1:15', '1:01:40', '0:05']);
    expect([percent(799, 1000), percent(800, 1000), percent(5, 0), percent(1200, 1000)]).toEqual([79, 80, 0, 100]);
  });
  it('knows its keys and plays no faster than twice', () => {
    expect(deed('k')).toBe('toggle');
    expect(deed('q')).toBeUndefined();
    expect(speedAfter(1, 1)).toBe(1.25);
    expect(speedAfter(2, 1)).toBe(2);
    expect(speedAfter(0.75, -1)).toBe(0.75);
  });
});
