import { useState } from 'react';
import type { HealthLevel } from '../../../../shared/contract/device-discovery.ts';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { DeviceRole } from '../../../../shared/contract/device-protocol.ts';
import { useCounter } from '../../../state/context.tsx';

export interface DeviceCheck {
  readonly running: HealthLevel | undefined;
  readonly result: CallOutput<'devices.check'> | undefined;
  readonly check: (level: HealthLevel) => Promise<void>;
}

/** The health checks of one device, one at a time, with the outcome of the last. */
export function useDeviceCheck(role: DeviceRole): DeviceCheck {
  const { ask } = useCounter();
  const [running, setRunning] = useState<HealthLevel>();
  const [result, setResult] = useState<CallOutput<'devices.check'>>();
  const check = async (level: HealthLevel) => {
    setRunning(level);
    setResult(undefined);
    const answer = await ask('devices.check', { role, level });
    setRunning(undefined);
    if (answer.ok) setResult(answer.value);
  };
  return { running, result, check };
}
