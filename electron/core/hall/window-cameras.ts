import type { DeviceRole } from '../../../shared/contract/device-protocol.ts';

/** The cameras that counter windows open themselves; the device process does not know them. */
export interface WindowCameras {
  saw(counter: number, isThere: boolean): void;
  /** What works at a counter with the camera of its window. */
  with(devices: ReadonlySet<DeviceRole>, counter: number): ReadonlySet<DeviceRole>;
}

/** Nothing is there until a window says so; `changed` is called when what one says is new. */
export function createWindowCameras(changed: () => void): WindowCameras {
  const counters = new Set<number>();
  return {
    saw(counter, isThere) {
      if (counters.has(counter) === isThere) return;
      if (isThere) counters.add(counter);
      else counters.delete(counter);
      changed();
    },
    with: (devices, counter) => (counters.has(counter) ? new Set([...devices, 'camera']) : devices),
  };
}
