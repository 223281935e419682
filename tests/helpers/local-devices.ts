import type { LocalDevices } from '../../electron/core/ports.ts';
import type { DeviceBinding } from '../../shared/contract/device-protocol.ts';

/** The workstation's own devices, in memory. */
export function createLocalDevices(): LocalDevices {
  let kept: readonly DeviceBinding[] = [];
  return {
    read: () => kept,
    write: (bindings) => {
      kept = bindings;
    },
  };
}
