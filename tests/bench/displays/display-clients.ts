import { get } from 'node:http';
import { WebSocket } from 'ws';

/** All displays of the hall in one process: opens connections and notes when the last of them had each revision. */
export type ToDisplays =
  | { readonly type: 'open'; readonly kind: 'ours' | 'bare'; readonly port: number; readonly size: number }
  | { readonly type: 'clear' }
  | { readonly type: 'close' };
export type Arrivals = readonly {
  readonly revision: number;
  readonly count: number;
  readonly last: number;
}[];
export interface FromDisplays {
  readonly arrivals: Arrivals;
}

/** Connections that open at the same time; more would fill the listener's queue. */
const AT_ONCE = 50;

let seen = new Map<number, { count: number; last: number }>();
let close: (() => void)[] = [];

function arrived(text: string): void {
  const at = Number(process.hrtime.bigint()) / 1e6;
  const revision = Number(/"revision":(\d+)/.exec(text)?.[1]);
  const { count } = seen.get(revision) ?? { count: 0 };
  seen.set(revision, { count: count + 1, last: at });
}

function openOurs(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: '/board/events', agent: false }, (response) => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('error', () => undefined);
      response.on('data', (chunk: string) => {
        const frames = (rest + chunk).split('\n\n');
        rest = frames.pop() ?? '';
        for (const frame of frames) if (frame.startsWith('event: board\n')) arrived(frame);
      });
      close.push(() => request.destroy());
      resolve();
    });
    request.on('error', reject);
  });
}

function openBare(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate: false });
    socket.on('message', (data: Buffer) => arrived(data.toString()));
    socket.on('error', reject);
    socket.on('open', () => {
      close.push(() => socket.terminate());
      resolve();
    });
  });
}

process.on('message', (message: ToDisplays) => void answer(message));
async function answer(message: ToDisplays): Promise<void> {
  if (message.type === 'open')
    for (let done = 0; done < message.size; done += AT_ONCE)
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, message.size - done) }, () =>
          (message.kind === 'ours' ? openOurs : openBare)(message.port),
        ),
      );
  const arrivals = [...seen].map(([revision, { count, last }]) => ({ revision, count, last }));
  const told: FromDisplays = { arrivals };
  if (message.type !== 'open') seen = new Map();
  if (message.type === 'close') {
    for (const end of close) end();
    close = [];
  }
  process.send?.(told);
}
process.send?.({ arrivals: [] } satisfies FromDisplays);
