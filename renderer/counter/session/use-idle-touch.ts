import { useEffect } from 'react';
import { useCounter } from '../../state/context.tsx';

/** At most this often the application hears that the clerk is at work. */
export const TOUCH_MS = 30_000;

const ACTIVITY = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** While the clerk moves or types, puts off the idle lock. */
export function useIdleTouch(): void {
  const { ask } = useCounter();
  useEffect(() => {
    let touchedAt = Number.NEGATIVE_INFINITY;
    const touch = () => {
      if (Date.now() - touchedAt < TOUCH_MS) return;
      touchedAt = Date.now();
      void ask('session.touch', {}, { quiet: true });
    };
    for (const kind of ACTIVITY) window.addEventListener(kind, touch, { passive: true, capture: true });
    return () => {
      for (const kind of ACTIVITY) window.removeEventListener(kind, touch, { capture: true });
    };
  }, [ask]);
}
