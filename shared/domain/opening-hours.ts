import { amsterdamDay, amsterdamTime } from './dates.ts';
import { isPublicHoliday } from './public-holidays.ts';

export const WEEKDAYS = ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From and to on one day, HH:MM in Europe/Amsterdam; `to` itself is closed. */
export interface OpenSpan {
  readonly from: string;
  readonly to: string;
}

/** By weekday; a day that is left out is closed. */
export type OpeningHours = { readonly [D in Weekday]?: readonly OpenSpan[] | undefined };

export type Opening =
  | { readonly open: true; readonly closesAt: string | null }
  /** `opensAt`: later today, else null. */
  | { readonly open: false; readonly opensAt: string | null };

/**
 * Whether something is open at an instant. Without hours it always is; on a public holiday with hours it never is. The
 * clock of the wall decides, so both nights on which it is moved need no rule of their own.
 */
export function openingAt(hours: OpeningHours | undefined, instant: Date): Opening {
  if (hours === undefined) return { open: true, closesAt: null };
  const day = amsterdamDay(instant);
  const time = amsterdamTime(instant);
  const weekday = WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()];
  const spans = weekday === undefined || isPublicHoliday(day) ? [] : (hours[weekday] ?? []);
  const now = spans.find(({ from, to }) => from <= time && time < to);
  if (now) return { open: true, closesAt: now.to };
  const later = spans.map(({ from }) => from).filter((from) => from > time);
  return { open: false, opensAt: later.toSorted()[0] ?? null };
}
