import type { Period } from '../../../../shared/contract/statistics.ts';
import { addDays, amsterdamDay } from '../../../../shared/domain/dates.ts';

export const PRESETS = ['today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const;
export type Preset = (typeof PRESETS)[number];

/** The days of a preset at an instant, on Dutch calendars: weeks begin on Monday, and nothing goes beyond today. */
export function periodOf(preset: Preset, now: number): Period {
  const today = amsterdamDay(new Date(now));
  const monday = addDays(today, -((new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7));
  const first = `${today.slice(0, 8)}01`;
  const lastOfBefore = addDays(first, -1);
  const periods: Readonly<Record<Preset, Period>> = {
    today: { from: today, to: today },
    yesterday: { from: addDays(today, -1), to: addDays(today, -1) },
    thisWeek: { from: monday, to: today },
    lastWeek: { from: addDays(monday, -7), to: addDays(monday, -1) },
    thisMonth: { from: first, to: today },
    lastMonth: { from: `${lastOfBefore.slice(0, 8)}01`, to: lastOfBefore },
  };
  return periods[preset];
}
