import { fork } from 'node:child_process';
import type { DeviceChannel } from './device-channel.ts';

/** Starts the device process as a child of this Node process; `modulePath` is the built or source `drivers/process`. */
export function forkDeviceProcess(modulePath: string): DeviceChannel {
  const child = fork(modulePath, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  let ended: string | undefined;
  const listeners: ((why: string) => void)[] = [];
  const end = (why: string) => {
    if (ended !== undefined) return;
    ended = why;
    for (const listener of listeners) listener(why);
  };
  child.on('error', (error) => {
    // Also a failed send comes here; only a process that never started has no exit of its own.
    if (child.pid === undefined) end(`could not start: ${error.message}`);
  });
  child.on('exit', (code, signal) => end(signal === null ? `ended with code ${code}` : `ended by ${signal}`));
  return {
    send(message) {
      if (child.connected) child.send(message, () => {});
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit(listener) {
      if (ended === undefined) listeners.push(listener);
      else listener(ended);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
