import { createServer, type Server, type Socket } from 'node:net';
import type { Endpoint } from '../driver.ts';
import { openPseudoTerminal, type PseudoTerminal } from './pseudo-terminal.ts';

/** Where a simulated device is to be found: a TCP port (0: any free one) or a pseudo-terminal linked at a path. */
export type Place = { readonly tcp: number } | { readonly link: string };

/** The cable of a simulated device: what the driver opens on the other side. */
export interface Line {
  readonly endpoint: Endpoint;
  /** Sent at once, or byte by byte; dropped when nobody is connected. */
  send(bytes: Uint8Array): void;
  /** True while somebody hears what is sent. */
  isHeard(): boolean;
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Sends these bytes and hangs up: for the driver, an unplug in the middle of a message. */
  sendLast(bytes: Uint8Array): void;
  /** Byte by byte or not, with a pause of that many milliseconds after each. */
  setSplit(on: boolean, pauseMs?: number): void;
  /** Off: takes no more bytes, as a device that holds up its flow control. */
  setReading(on: boolean): void;
  unplug(): Promise<void>;
  replug(): Promise<void>;
  stop(): Promise<void>;
}

/** Lays the cable; resolves when a driver can open it. */
export async function openLine(place: Place): Promise<Line> {
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  let client: Socket | undefined;
  let terminal: PseudoTerminal | undefined;
  let split = false;
  let pauseMs = 0;
  let reading = true;
  let sending: Promise<void> = Promise.resolve();
  let port = 'tcp' in place ? place.tcp : 0;
  let server: Server | undefined;

  function accept(socket: Socket) {
    // Whoever comes last has the cable; the one before lost it and may not know yet.
    client?.destroy();
    client = socket;
    socket.setNoDelay(true);
    if (!reading) socket.pause();
    socket.on('data', (chunk) => {
      if (socket === client) for (const listener of listeners) listener(chunk);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (client === socket) client = undefined;
    });
  }

  async function plug() {
    server = createServer(accept);
    port = await listen(server, port);
    if (!('link' in place)) return;
    terminal = await openPseudoTerminal(place.link, port).catch((error) => {
      server?.close();
      throw error;
    });
  }

  let unplugging: Promise<void> = Promise.resolve();
  const unplug = () => {
    unplugging = unplugging.then(hangUp);
    return unplugging;
  };
  async function hangUp() {
    // The server first: a pseudo-terminal must not connect anew while it goes.
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    const hungUp = terminal?.close();
    client?.destroy();
    await Promise.all([closed, hungUp]);
    server = undefined;
    terminal = undefined;
  }

  await plug();
  return {
    endpoint:
      'link' in place
        ? { kind: 'serial', path: place.link, baudRate: 9600 }
        : { kind: 'tcp', host: '127.0.0.1', port },
    send(bytes) {
      if (!split) {
        client?.write(bytes);
        return;
      }
      for (const byte of bytes) {
        sending = sending.then(() => {
          client?.write(Uint8Array.of(byte));
          return new Promise((resolve) =>
            pauseMs > 0 ? setTimeout(resolve, pauseMs) : setImmediate(resolve),
          );
        });
      }
    },
    sendLast(bytes) {
      if (client) client.write(bytes, () => void unplug());
      else void unplug();
    },
    isHeard: () => client !== undefined,
    onBytes: (listener) => void listeners.push(listener),
    setSplit(on, pause = 0) {
      split = on;
      pauseMs = pause;
    },
    setReading(on) {
      reading = on;
      if (on) client?.resume();
      else client?.pause();
    },
    unplug,
    async replug() {
      await unplugging;
      if (!server) await plug();
    },
    stop: unplug,
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new Error('the simulator has no port'));
    });
  });
}
