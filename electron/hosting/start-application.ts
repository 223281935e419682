import { forkDeviceProcess } from '../core/devices/index.ts';
import { type Host, type HostDeps, startHost } from './host.ts';
import { systemClock } from './system.ts';

/**
 * The plain Node host's application: everything behind the door. A module of its own, so that the door can open before
 * all of it is loaded.
 */
export function startApplication(deps: Omit<HostDeps, 'clock' | 'spawnDevices'>): Promise<Host> {
  const { deviceProcess } = deps.files;
  return startHost({ ...deps, clock: systemClock, spawnDevices: () => forkDeviceProcess(deviceProcess) });
}
