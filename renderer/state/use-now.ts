import { useEffect, useState } from 'react';
import { useCounter, useCounterState } from './context.tsx';

/** The application's time in milliseconds since 1970, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const counter = useCounter();
  const offset = useCounterState((state) => state.clockOffsetMs);
  const [now, setNow] = useState(() => counter.now());
  useEffect(() => {
    setNow(counter.now());
    const timer = setInterval(() => setNow(counter.now()), everyMs);
    return () => clearInterval(timer);
  }, [counter, everyMs]);
  return now + offset;
}
