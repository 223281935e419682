import { useEffect } from 'react';
import { useCounter, useCounterState } from '../../state/context.tsx';
import { webcamSource } from '../visit/photo/photo-source.ts';

/** Tells the hall whether this window has a camera: at once, when one comes or goes, and after each new connection. */
export function useCameraReport(): void {
  const { ask } = useCounter();
  const isConnected = useCounterState((state) => state.connection === 'connected');
  useEffect(() => {
    if (!isConnected) return undefined;
    const source = webcamSource(navigator.mediaDevices);
    const report = async (): Promise<void> => {
      const cameras = await source.list();
      await ask('hall.sawCamera', { isThere: cameras.length > 0 }, { quiet: true });
    };
    void report();
    return source.onChange(() => void report());
  }, [ask, isConnected]);
}
