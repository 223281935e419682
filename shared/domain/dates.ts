import { isPublicHoliday } from './public-holidays.ts';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

const AMSTERDAM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

interface WallClock {
  readonly day: string;
  readonly time: string;
}

/** The last answer: one action asks for its moment many times, and formatting is what costs. */
let last: { readonly second: number; readonly wall: WallClock } | undefined;

function wallClock(instant: Date): WallClock {
  const second = Math.floor(instant.getTime() / 1000);
  if (last?.second !== second) last = { second, wall: formatWallClock(instant) };
  return last.wall;
}

function formatWallClock(instant: Date): WallClock {
  const parts: Record<string, string> = {};
  for (const { type, value } of AMSTERDAM.formatToParts(instant)) parts[type] = value;
  return {
    day: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}:${parts['second']}`,
  };
}

/** True when `text` is YYYY-MM-DD and that day exists in the calendar. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysIn(year, month);
}

/** By the Gregorian rule; none in a month that does not exist. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The calendar day YYYY-MM-DD in the Netherlands at this instant. Throws a RangeError for an invalid Date. */
export function amsterdamDay(instant: Date): string {
  return wallClock(instant).day;
}

/** The time HH:MM (24 hours) on Dutch clocks at this instant. Throws a RangeError for an invalid Date. */
export function amsterdamTime(instant: Date): string {
  return wallClock(instant).time.slice(0, 5);
}

/**
 * The instant as ISO 8601 in Dutch time with its offset, to the second: `2026-11-23T09:05:00+01:00`. The central APIs
 * take the date from the offset that is sent, so a status of half past midnight must not be sent in UTC. Holds from
 * 1946 on; before, Dutch time was not a whole number of hours from UTC.
 */
export function toDutchOffset(instant: Date): string {
  const { day, time } = wallClock(instant);
  const seconds = Math.floor(instant.getTime() / 1000);
  const minutes = Math.round((Date.parse(`${day}T${time}Z`) / 1000 - seconds) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day}T${time}${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** The day `count` days after `day` (before, when negative). Throws a RangeError when `day` is not a calendar day. */
export function addDays(day: string, count: number): string {
  if (!isDay(day)) throw new RangeError('day: not a calendar day (YYYY-MM-DD)');
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + count);
  return instant.toISOString().slice(0, 10);
}

/** True on Monday to Friday when it is not a public holiday. Throws a RangeError when `day` is not a calendar day. */
export function isWorkingDay(day: string): boolean {
  if (!isDay(day)) throw new RangeError('day: not a calendar day (YYYY-MM-DD)');
  const inWeek = new Date(`${day}T00:00:00Z`).getUTCDay();
  return inWeek !== 0 && inWeek !== 6 && !isPublicHoliday(day);
}

/**
 * The day that is `count` working days after `day`; with 0 the day itself, working day or not. Throws a RangeError when
 * `day` is not a calendar day or `count` is not a whole number from 0 to 1000.
 */
export function addWorkingDays(day: string, count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 1000)
    throw new RangeError('count: whole number, 0 to 1000');
  let result = addDays(day, 0);
  for (let left = count; left > 0; ) {
    result = addDays(result, 1);
    if (isWorkingDay(result)) left -= 1;
  }
  return result;
}

interface AgeRange {
  readonly min: number;
  readonly max: number;
}

const BIRTH = /^(\d{4})-(\d\d)-(\d\d)$/;

/**
 * The youngest and the oldest age, in whole years, that a person with this birth date can have on `day`. Unknown parts
 * of the birth date are 00. Undefined when the year is unknown, the date is malformed, or the birth is after `day`.
 */
export function ageRangeOn(birthDate: string, day: string): AgeRange | undefined {
  const match = BIRTH.exec(birthDate);
  if (match === null || !isDay(day)) return undefined;
  const [, year = '', month = '', dayOfMonth = ''] = match;
  if (year === '0000') return undefined;
  const years = Number(day.slice(0, 4)) - Number(year);
  const today = day.slice(5);
  const earliest = `${month === '00' ? '01' : month}-${month === '00' || dayOfMonth === '00' ? '01' : dayOfMonth}`;
  const latest = `${month === '00' ? '12' : month}-${month === '00' || dayOfMonth === '00' ? '31' : dayOfMonth}`;
  const max = today >= earliest ? years : years - 1;
  const min = today >= latest ? years : years - 1;
  return max < 0 ? undefined : { min: Math.max(min, 0), max };
}

/**
 * The age in whole years on `day`, or undefined when the birth date leaves it open: year unknown, or birthday of this
 * year possibly yet to come. The BRP gives `leeftijd` by the same rule. Who is born on 29 February is a year older
 * on 1 March of a common year.
 */
export function ageOn(birthDate: string, day: string): number | undefined {
  const range = ageRangeOn(birthDate, day);
  return range !== undefined && range.min === range.max ? range.min : undefined;
}

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/**
 * The date in words, as Dutch letters write it: `2026-09-05` is "5 september 2026". Unknown parts (00) are left out:
 * `2026-09-00` is "september 2026", `0000-00-00` is "onbekend". A text that is no date comes back as it is.
 */
export function formatDutchDate(date: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (match === null) return date;
  const [, year = '', month = '', day = ''] = match;
  if (year === '0000') return 'onbekend';
  if (month === '00') return year;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return day === '00' ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
