import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

/** An HTTP server on 127.0.0.1. */
export interface LoopbackServer {
  readonly port: number;
  /** Breaks open connections and frees the port. */
  stop(): Promise<void>;
}

/**
 * Serves an app on 127.0.0.1, at the preferred port if it is free, else at any. Rejects only if no port can be opened.
 */
export async function serveOnLoopback(
  app: Hono<{ Bindings: HttpBindings }>,
  preferredPort: number,
): Promise<LoopbackServer> {
  // The globals of the process stay as they are: the application runs in it too.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await listen(server, preferredPort).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || preferredPort === 0) throw error;
    return listen(server, 0);
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

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
