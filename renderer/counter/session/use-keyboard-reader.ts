import { useEffect } from 'react';
import type { KeyboardReader } from '../../../shared/contract/session.ts';
import { listenToReader } from '../../keys/reader/listen-to-reader.ts';
import { useCounter } from '../../state/context.tsx';

/** Hears a reader or scanner that types as a keyboard, while a clerk is at work; without `reader` nothing is heard. */
export function useKeyboardReader(reader: KeyboardReader | null): void {
  const { run, now } = useCounter();
  const layout = reader?.layout;
  const maxGapMs = reader?.maxGapMs;
  useEffect(() => {
    if (layout === undefined || maxGapMs === undefined) return undefined;
    return listenToReader({ layout, maxGapMs }, (text) => void run('visits.scanned', { text }), now);
  }, [layout, maxGapMs, run, now]);
}
