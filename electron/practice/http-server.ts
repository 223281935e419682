import type { Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Certificates } from './certificates.ts';

/** An HTTP server on 127.0.0.1. */
export interface LoopbackServer {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** The next connection is offered a certificate that has expired; without TLS nothing happens. */
  expireNext(): void;
  /** Breaks open connections and frees the port. */
  stop(): Promise<void>;
}

/**
 * Serves an app on 127.0.0.1, at the preferred port if it is free, else at any; in the clear without certificates.
 * Rejects only if no port can be opened.
 */
export async function serveOnLoopback(
  app: Hono<{ Bindings: HttpBindings }>,
  preferredPort: number,
  certificates: Certificates | null,
): Promise<LoopbackServer> {
  // The globals of the process stay as they are: the application runs in it too.
  const base = { fetch: app.fetch, overrideGlobalObjects: false };
  let expireNext = (): void => undefined;
  let server: Server | TlsServer;
  if (certificates) {
    const { key, certificate: cert, expired } = certificates;
    const serverOptions = { key, cert };
    const secure = createAdaptorServer({
      ...base,
      createServer: createTlsServer,
      serverOptions,
    }) as TlsServer;
    let waiting = 0;
    expireNext = () => {
      waiting += 1;
      secure.setSecureContext({ key, cert: expired });
    };
    // Emitted after the connection got its certificate.
    secure.on('connection', () => {
      if (waiting === 0) return;
      waiting -= 1;
      if (waiting === 0) secure.setSecureContext({ key, cert });
    });
    server = secure;
  } else server = createAdaptorServer(base) as Server;
  await listen(server, preferredPort).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || preferredPort === 0) throw error;
    return listen(server, 0);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `${certificates ? 'https' : 'http'}://127.0.0.1:${port}`,
    expireNext: () => expireNext(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server | TlsServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
