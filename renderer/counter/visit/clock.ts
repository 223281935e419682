import { amsterdamDay } from '../../../shared/domain/dates.ts';
import { useNow } from '../../state/use-now.ts';

/** Today in the Netherlands, YYYY-MM-DD. */
export function useToday(): string {
  return amsterdamDay(new Date(useNow(60_000)));
}

/** Seconds as a running clock: 04:18, or 1:04:18 from an hour on. Never negative. */
export function runningTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${two(minutes)}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
