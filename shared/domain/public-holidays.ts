function plusDays(day: string, count: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + count);
  return instant.toISOString().slice(0, 10);
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher), as YYYY-MM-DD. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const month = String(Math.floor(n / 31)).padStart(2, '0');
  return `${year}-${month}-${String((n % 31) + 1).padStart(2, '0')}`;
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function koningsdag(year: number): string {
  // Until 2013 it was Koninginnedag, 30 April; on a Sunday it moves to the Saturday before.
  const day = year >= 2014 ? `${year}-04-27` : `${year}-04-30`;
  return weekday(day) === 0 ? plusDays(day, -1) : day;
}

/**
 * The days of `year` on which a town hall is closed for a holiday. 5 May counts only in a lustrum year (2025, 2030)
 * and Good Friday does not count: this is for promises such as "ready on", not for legal terms, for which the
 * Algemene termijnenwet counts both every year.
 */
export function publicHolidays(year: number): readonly string[] {
  const easter = easterSunday(year);
  const fixed = [`${year}-01-01`, koningsdag(year), `${year}-12-25`, `${year}-12-26`];
  const liberation = year % 5 === 0 ? [`${year}-05-05`] : [];
  const moving = [0, 1, 39, 49, 50].map((days) => plusDays(easter, days));
  return [...fixed, ...liberation, ...moving].toSorted();
}

/** True when a town hall is closed on this day (YYYY-MM-DD) for a holiday. */
export function isPublicHoliday(day: string): boolean {
  return publicHolidays(Number(day.slice(0, 4))).includes(day);
}
