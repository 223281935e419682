const ZONE = 'Europe/Amsterdam';
const TIME = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
const DAYS = {
  nl: new Intl.DateTimeFormat('nl-NL', { weekday: 'short', day: 'numeric', month: 'long', timeZone: ZONE }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', timeZone: ZONE }),
};
const DATE = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'numeric', timeZone: ZONE });
const DAY_AND_TIME = new Intl.DateTimeFormat('nl-NL', {
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: ZONE,
});

/** An instant as Dutch time of day, such as "10:42". */
export function formatTime(at: string | number): string {
  return TIME.format(new Date(at));
}

/** An instant as Dutch time of day, with the day before it when that is not today: "10:42" or "23-11 10:42". */
export function formatSince(at: string | number, now: number): string {
  const date = DATE.format(new Date(at));
  return date === DATE.format(now) ? formatTime(at) : `${date} ${formatTime(at)}`;
}

/** An instant as a Dutch day, such as "ma 23 november". */
export function formatDay(at: string | number, language: string): string {
  return (language === 'en' ? DAYS.en : DAYS.nl).format(new Date(at));
}

/** An instant as day and time with seconds, for lists that are compared with logs. */
export function formatDayAndTime(at: string): string {
  return DAY_AND_TIME.format(new Date(at));
}
