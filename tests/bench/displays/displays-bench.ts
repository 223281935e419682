import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { createBoard } from '../../../electron/core/hall/board.ts';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { openStore } from '../../../electron/core/store/index.ts';
import { startDisplayServer } from '../../../electron/http/display-server.ts';
import { createIds, systemClock } from '../../../electron/hosting/system.ts';
import { act, good, take } from '../../core/hall/engine-bench.ts';
import { createWaitForecast } from '../../../electron/core/hall/wait-forecast.ts';
import { hallConfig } from '../../core/hall/config.ts';
import { quantile, report } from '../figures.ts';
import type { Arrivals, FromDisplays, ToDisplays } from './display-clients.ts';

/**
 * From the commit of a call until the last of so many displays has the new board: reading, encoding and sending by the
 * application's own server, against a bare `ws` broadcast of that same text, by turns. The displays are in one other
 * process.
 */
const CALLS = Number(process.env['CALLS'] ?? 40);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const SIZES = [100, 500];
const WAITING = 60;
const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-displays-'));

/** Milliseconds on the clock that both processes share. */
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

const store = openStore({
  file: path.join(folder, 'waarmee.db'),
  key: Buffer.alloc(32, 7),
  checkpointWorker: new URL('../../../electron/core/store/checkpoint-worker.ts', import.meta.url),
  clock: systemClock,
});
const hall = createSqliteHall({ store, clock: systemClock, ids: createIds(), config: hallConfig() });
const forecast = createWaitForecast({
  engine: hall,
  config: hallConfig(),
  clock: systemClock,
  devicesAt: () => new Set(),
});
const board = createBoard({ engine: hall, forecast, clock: systemClock });
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ours = await startDisplayServer({
  board,
  rendererDir: path.resolve(import.meta.dirname, '../../../renderer'),
  themeFile: null,
  profiles: {},
  visitors: null,
  address: '127.0.0.1',
  port: 0,
  version: 'bench',
  clock: systemClock,
  log,
  maxDisplays: 600,
  maxPerAddress: 600,
});
const bareHttp = createServer();
const bare = new WebSocketServer({ server: bareHttp, perMessageDeflate: false });
bareHttp.listen(0, '127.0.0.1');
await once(bareHttp, 'listening');

const displays = fork(path.join(import.meta.dirname, 'display-clients.ts'));
async function ask(message: ToDisplays): Promise<FromDisplays> {
  displays.send(message);
  const [answer] = (await once(displays, 'message')) as [FromDisplays];
  return answer;
}

/** When each revision was sent. */
type Sent = Map<number, number>;

/** How long each call took to reach the last display, in milliseconds. */
async function measure(kind: 'ours' | 'bare', size: number): Promise<number[]> {
  const port = kind === 'ours' ? Number(new URL(ours.url).port) : (bareHttp.address() as AddressInfo).port;
  await ask({ type: 'open', kind, port, size });
  while ((await hall.queue(1)).waiting.length < WAITING) await take(hall, Math.random() < 0.5 ? 'A' : 'B');
  await sleep(300);
  const sent: Sent = new Map();
  await ask({ type: 'clear' });
  for (let call = 0; call < CALLS; call += 1) {
    let committed = 0;
    const stop = hall.onChange(() => (committed = now()));
    const ticket = good(await hall.callNext(act()));
    stop();
    const snapshot = await board.current();
    if (kind === 'ours') sent.set(snapshot.revision, committed);
    else {
      const text = JSON.stringify(snapshot);
      sent.set(snapshot.revision, now());
      for (const client of bare.clients) client.send(text);
    }
    await sleep(80);
    // Its end is a change too, but not one that is measured.
    if (ticket) good(await hall.finish({ ...act(), ticketId: ticket.ticketId }));
    await take(hall);
    await sleep(40);
  }
  const { arrivals } = await ask({ type: 'close' });
  while (bare.clients.size > 0 || ours.list().some(({ connected }) => connected)) await sleep(20);
  return [...sent].map(([revision, at]) => lastOf(arrivals, revision, size) - at);
}

function lastOf(arrivals: Arrivals, revision: number, size: number): number {
  const arrival = arrivals.find((one) => one.revision === revision);
  if (arrival?.count !== size)
    throw new Error(`revision ${revision} reached ${arrival?.count ?? 0} of ${size} displays`);
  return arrival.last;
}

try {
  await once(displays, 'message');
  for (const size of SIZES) {
    const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const))
        times[kind].push(...(await measure(kind, size)));
    report({
      bench: 'hall',
      figure: `call_to_display_${size}_ms`,
      ours: quantile(times.ours, 0.5),
      bare: quantile(times.bare, 0.5),
      runs: times.ours.length,
    });
  }
} finally {
  displays.kill();
  await ours.stop();
  board.stop();
  await hall.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
