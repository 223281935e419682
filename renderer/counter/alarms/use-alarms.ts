import { useCallback, useEffect, useState } from 'react';
import type { Alarm } from '../../../shared/contract/alarms.ts';
import { useCounter, useCounterState } from '../../state/context.tsx';

/** The alarms that run now: asked at once, after each change, and after each new connection. */
export function useAlarms(): readonly Alarm[] {
  const { ask, onPush } = useCounter();
  const isConnected = useCounterState((state) => state.connection === 'connected');
  const [alarms, setAlarms] = useState<readonly Alarm[]>([]);
  const look = useCallback(async () => {
    const answer = await ask('alarms.list', {}, { quiet: true });
    if (answer.ok) setAlarms(answer.value);
  }, [ask]);
  useEffect(() => {
    if (!isConnected) return undefined;
    void look();
    return onPush(({ name }) => {
      if (name === 'alarms.changed') void look();
    });
  }, [look, onPush, isConnected]);
  return alarms;
}
