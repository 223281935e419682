import type { UtilityProcess } from 'electron';
import type { DeviceChannel } from '../core/devices/index.ts';

/** How Electron starts a utility process; `utilityProcess.fork`. */
export type ForkUtility = (
  modulePath: string,
  args: string[],
  options: { serviceName: string; stdio: 'inherit' },
) => UtilityProcess;

/** Starts the device process as a utility process of Electron; it speaks over parentPort as a fork does over its channel. */
export function spawnDeviceUtility(fork: ForkUtility, modulePath: string): DeviceChannel {
  const child = fork(modulePath, [], { serviceName: 'Waarmee apparaten', stdio: 'inherit' });
  let ended: string | undefined;
  const listeners: ((why: string) => void)[] = [];
  child.once('exit', (code) => {
    ended = `ended with code ${code}`;
    for (const listener of listeners) listener(ended);
  });
  return {
    send(message) {
      if (ended === undefined) child.postMessage(message);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit(listener) {
      if (ended === undefined) listeners.push(listener);
      else listener(ended);
    },
    kill() {
      // UtilityProcess.kill asks nicely; a hanging native call does not listen.
      if (child.pid === undefined) child.kill();
      else if (ended === undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
