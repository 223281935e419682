import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

/** The environment of a request: Node's own request and answer beside the standard ones. */
export interface NodeEnv {
  Bindings: HttpBindings;
}

/** An HTTP server that listens. */
export interface Listening {
  readonly port: number;
  /** Stops listening and cuts what is still open. */
  stop(): Promise<void>;
}

/**
 * Serves `app` on one address and port (0: any free one), to so many connections at once, and so many of one remote
 * address; one more is closed. Rejects with the system's error when that is not possible.
 */
export async function listen<E extends NodeEnv>(
  app: Hono<E>,
  hostname: string,
  port: number,
  maxConnections: number,
  maxPerAddress = maxConnections,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname }) as Server;
  server.maxConnections = maxConnections;
  capPerAddress(server, maxPerAddress);
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function capPerAddress(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const { remoteAddress = '' } = socket;
    const there = (open.get(remoteAddress) ?? 0) + 1;
    if (there > most) {
      socket.destroy();
      return;
    }
    open.set(remoteAddress, there);
    socket.once('close', () => {
      const left = (open.get(remoteAddress) ?? 1) - 1;
      if (left > 0) open.set(remoteAddress, left);
      else open.delete(remoteAddress);
    });
  });
}
