/** So long after midnight a time of the evening before is still meant as that. */
const night = 12 * 3_600_000;

/** The instant of a time such as 07:30 on the country's calendar day of `now`; undefined where it is no time or still to come. */
export function atToday(time: string, now: Date): string | undefined {
  const read = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!read) return undefined;
  const here = 7 * 3_600_000;
  const midnight = Math.floor((now.getTime() + here) / 86_400_000) * 86_400_000 - here;
  const at = midnight + (Number(read[1]) * 60 + Number(read[2])) * 60_000;
  if (at <= now.getTime()) return new Date(at).toISOString();
  const before = at - 86_400_000;
  return now.getTime() - before <= night ? new Date(before).toISOString() : undefined;
}

/** The same on the day of a session: what a paper list says. */
export function atDayOf(time: string, session: Date): string | undefined {
  const endOfDay = new Date(Math.floor((session.getTime() + 7 * 3_600_000) / 86_400_000) * 86_400_000 + 61_199_000);
  return atToday(time, endOfDay);
}

const row = 'DIEMCAU-HANG:';

/** The person of a printed row, or undefined where the code is no row's. */
export function rowOf(text: string): string | undefined {
  return text.startsWith(row) ? text.slice(row.length) : undefined;
}
