import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { useCounter } from '../../../state/context.tsx';

export type DeviceSetup = CallOutput<'devices.setup'>;

/** What IT sees of the devices, asked anew whenever `stale` is another value; nothing for who may not see it. */
export function useDeviceSetup(
  isAdministrator: boolean,
  stale: unknown,
): {
  readonly setup: DeviceSetup | undefined;
  readonly error: CallError | undefined;
  readonly look: () => Promise<void>;
} {
  const { ask } = useCounter();
  const [setup, setSetup] = useState<DeviceSetup>();
  const [error, setError] = useState<CallError>();
  const look = useCallback(async () => {
    if (!isAdministrator) return;
    const answer = await ask('devices.setup', {}, { quiet: true });
    if (answer.ok) setSetup(answer.value);
    setError(answer.ok ? undefined : answer.error);
  }, [ask, isAdministrator]);
  useEffect(() => void look(), [look, stale]);
  return { setup, error, look };
}
