import process from 'node:process';
import { DeviceCommand, type DeviceMessage } from '../shared/contract/device-protocol.ts';
import { createDeviceHost } from './device-host.ts';

/**
 * Entry of the device process. All native input and output lives here, so that a crash or a stuck port never takes the
 * counter down. Talks over the channel of child_process.fork, or over parentPort as an Electron utility process, and
 * ends when that channel does.
 */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort;

const send = (message: DeviceMessage) => {
  if (parentPort) parentPort.postMessage(message);
  // The parent can leave between a check and a send; 'disconnect' follows and ends us.
  else if (process.connected) process.send?.(message, undefined, undefined, () => {});
};

const host = createDeviceHost({ send });

function onMessage(raw: unknown) {
  const command = DeviceCommand.safeParse(raw);
  if (!command.success) {
    // Field names only: the content can be a receipt.
    const fields = command.error.issues.map((issue) => issue.path.join('.')).join(', ');
    process.stderr.write(`device process: refused a command, wrong fields: ${fields}\n`);
    return;
  }
  if (command.data.type === 'stop') void leave();
  else host.handle(command.data);
}

let leaving = false;

async function leave() {
  if (leaving) return;
  leaving = true;
  // A port that does not close must not keep the process.
  setTimeout(() => process.exit(0), 3000).unref();
  await host.stop();
  // Lets the last messages out before the end.
  if (!parentPort && process.connected) process.disconnect();
  setImmediate(() => process.exit(0));
}

if (parentPort) parentPort.on('message', (event) => onMessage(event.data));
else {
  process.on('message', onMessage);
  process.on('disconnect', () => void leave());
}
// Ctrl-C in a terminal reaches the whole group; the parent decides when we stop.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => void leave());

send({ type: 'ready' });
