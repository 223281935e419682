import { useEffect, useState } from 'react';
import { useCounterState } from './context.tsx';

/** The application's time in milliseconds since 1970, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const offset = useCounterState((state) => state.clockOffsetMs);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + offset;
}
