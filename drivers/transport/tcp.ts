import { connect, type Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import { asFault, DeviceFault, type Limits, type Transport } from '../driver.ts';
import { createLinkEnd } from './link-end.ts';
import { writeWithin } from './write-within.ts';

/** Connects to a device on the network. Rejects with `offline` or `timeout`. */
export async function openTcp(host: string, port: number, clock: Clock, limits: Limits): Promise<Transport> {
  const name = `${host}:${port}`;
  const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 5000 });
  const end = createLinkEnd();
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  socket.on('error', (error) => end.lose(new DeviceFault('offline', `${name}: ${error.message}`)));
  // A device that half-closes has gone; without this Node would keep our side open.
  socket.on('end', () => socket.destroy());
  socket.on('close', () => end.lose(new DeviceFault('offline', `${name}: the connection was closed`)));
  await connected(socket, name, clock, limits);
  socket.on('data', (chunk: Buffer) => {
    for (const listener of listeners) listener(chunk);
  });
  return {
    name,
    write: (bytes, writeLimits) =>
      writeWithin(
        clock,
        writeLimits,
        end,
        (done) => socket.write(bytes, done),
        () => socket.destroy(),
      ),
    onBytes: (listener) => void listeners.push(listener),
    onGone: (listener) => void end.onGone(listener),
    checkAlive: async () => !end.ended && !socket.destroyed,
    async close() {
      end.finish();
      socket.destroy();
    },
  };
}

function connected(socket: Socket, name: string, clock: Clock, limits: Limits): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      cancel();
      socket.off('error', failed);
      limits.signal.removeEventListener('abort', abort);
    };
    const giveUp = (fault: DeviceFault) => {
      stop();
      socket.destroy();
      reject(fault);
    };
    const failed = (error: Error) => giveUp(new DeviceFault('offline', `${name}: ${error.message}`));
    const abort = () => giveUp(asFault(limits.signal.reason));
    const cancel = clock.after(limits.deadlineMs, () =>
      giveUp(new DeviceFault('timeout', `${name}: no connection in ${limits.deadlineMs} ms`)),
    );
    socket.once('error', failed);
    socket.once('connect', () => {
      stop();
      resolve();
    });
    limits.signal.addEventListener('abort', abort, { once: true });
    if (limits.signal.aborted) abort();
  });
}
