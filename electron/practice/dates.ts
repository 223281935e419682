const HTTP_DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** Tells whether a text is an existing calendar day, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!HTTP_DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Tells whether a text is a moment with its offset (RFC 3339). */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

/** A moment as the registries answer it: UTC, whole seconds when there is no fraction. */
export function instantText(moment: Date): string {
  return moment.toISOString().replace('.000Z', 'Z');
}

/** The calendar day that the sender of a moment meant: the date part in the offset he sent, not in UTC. */
export function dayInOwnOffset(instant: string): string {
  return instant.slice(0, 10);
}

/** The day it is in the Netherlands. */
export function dutchDay(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(moment);
}

/** A day plus an ISO 8601 period in whole days or more; the last day of the month if the day does not exist. */
export function addPeriod(day: string, period: string): string {
  const [, years = '0', months = '0', weeks = '0', days = '0'] = PERIOD.exec(period) ?? [];
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const monthIndex = month - 1 + Number(months);
  const lastDate = new Date(Date.UTC(year + Number(years), monthIndex + 1, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year + Number(years), monthIndex, Math.min(date, lastDate)));
  moved.setUTCDate(moved.getUTCDate() + Number(days) + 7 * Number(weeks));
  return moved.toISOString().slice(0, 10);
}
