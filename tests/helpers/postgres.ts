import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { HallServer } from '../../electron/core/hall/postgres/hall-database.ts';

const ROLE_SCRIPT = path.resolve(import.meta.dirname, '../../resources/postgresql/hall-role.sql');
const VERSIONS = '/usr/lib/postgresql';
export const HALL_PASSWORD = 'alleen-voor-de-proef';

/** A real PostgreSQL in a temp folder, that a test may stop, start and freeze. */
export interface PostgresCluster {
  readonly port: number;
  /** Makes an empty database with the role of resources/postgresql, and says how a workstation reaches it. */
  hall(change?: Partial<HallServer>): Promise<HallServer>;
  /** How the administrator connects. */
  asAdmin(database: string): pg.ClientConfig;
  /** A statement by the administrator. */
  admin(database: string, text: string): Promise<readonly pg.QueryResultRow[]>;
  /** Away, refusing connections. */
  stop(): void;
  start(): void;
  /** Away, holding connections without a word: SIGSTOP to the server and all its processes. */
  freeze(): void;
  thaw(): void;
  /** Stops it and removes the folder. */
  remove(): void;
}

/** The folder of the server's programs: WAARMEE_TEST_POSTGRES, or that of the newest version that is installed. */
function programs(): string {
  const chosen = process.env['WAARMEE_TEST_POSTGRES'];
  if (chosen) return chosen;
  const newest = readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a))[0] ?? '';
  return path.join(VERSIONS, newest, 'bin');
}

/**
 * A free port below those that the system gives out by itself: PostgreSQL starts on the other of its two addresses alone when
 * somebody took the port of the first meanwhile.
 */
async function freePort(): Promise<number> {
  const port = 15_000 + Math.floor(Math.random() * 17_000);
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}

/**
 * Makes and starts a cluster; as root through the user postgres, because the server refuses root. `durable` for
 * measurements: with fsync. `tls`: key and certificate in PEM.
 */
export async function startPostgres(
  options: {
    readonly durable?: boolean;
    readonly tls?: { readonly key: string; readonly cert: string };
  } = {},
): Promise<PostgresCluster> {
  const bin = programs();
  const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-postgres-'));
  const data = path.join(folder, 'data');
  const asRoot = process.getuid?.() === 0;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const user = asRoot ? { uid: id('-u'), gid: id('-g') } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const as = {
    ...user,
    cwd: folder,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
  } as const;
  const port = await freePort();
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '--auth-host=scram-sha-256', '-U', 'beheer', '--no-sync', '-E', 'UTF8'],
    as,
  );
  const settings = [
    `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1,127.0.0.2 -c max_connections=200`,
    options.durable ? '' : '-c fsync=off -c full_page_writes=off -c synchronous_commit=off',
  ];
  if (options.tls) {
    for (const [name, pem] of [
      ['server.key', options.tls.key],
      ['server.crt', options.tls.cert],
    ] as const) {
      const file = path.join(data, name);
      writeFileSync(file, pem, { mode: 0o600 });
      if (user.uid !== undefined) chownSync(file, user.uid, user.gid);
    }
    settings.push('-c ssl=on');
  }
  const control = (...args: string[]) =>
    void execFileSync(path.join(bin, 'pg_ctl'), ['-D', data, '-w', ...args], as);
  const start = () => control('-l', path.join(folder, 'log'), '-o', settings.join(' '), 'start');
  const stop = () => control('-m', 'immediate', 'stop');
  const processes = (): number[] => {
    const server = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', server], { encoding: 'utf8' });
    return [server, ...children.trim().split(/\s+/)].filter(Boolean).map(Number);
  };
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of processes()) {
      try {
        process.kill(pid, name);
      } catch {
        // A child may end between the list and the signal.
      }
    }
  };
  start();
  let databases = 0;
  const asAdmin = (database: string): pg.ClientConfig => ({ host: folder, port, user: 'beheer', database });
  async function admin(database: string, text: string): Promise<readonly pg.QueryResultRow[]> {
    const client = new pg.Client(asAdmin(database));
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }
  return {
    port,
    asAdmin,
    admin,
    stop,
    start,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async hall(change = {}) {
      databases += 1;
      const database = `hal_${databases}`;
      await admin('postgres', `CREATE DATABASE ${database}`);
      // The role is of the cluster, the rest of the script of one database.
      const script = readFileSync(ROLE_SCRIPT, 'utf8').replace(/^CREATE ROLE .*$/m, (line) =>
        databases === 1 ? line : '',
      );
      await admin(database, script);
      await admin(database, `ALTER ROLE waarmee_hall PASSWORD '${HALL_PASSWORD}'`);
      return {
        host: '127.0.0.1',
        port,
        database,
        user: 'waarmee_hall',
        password: HALL_PASSWORD,
        ca: null,
        ...change,
      };
    },
    remove() {
      signal('SIGCONT');
      try {
        stop();
      } catch {
        // It was stopped by the test.
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
