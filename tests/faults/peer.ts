import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** The process at the other end ended before it answered. */
export class PeerGone extends Error {}

/** A process of our own that answers questions, until it is killed. */
export interface Peer {
  /** Rejects with PeerGone when the process ends first, and with what it says went wrong. */
  ask(question: unknown): Promise<unknown>;
  /** Pulls the plug: nothing of the process gets a moment more. */
  kill(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}
type Said = Answer | { readonly told: unknown };

/** Starts a script with its options, and waits until it answers. `told` gets what it says unasked. */
export async function startPeer(
  script: URL,
  options: object,
  told: (what: unknown) => void = () => undefined,
): Promise<Peer> {
  const child = fork(script, [JSON.stringify(options)], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  child.on('message', (said: Said) => {
    if ('told' in said) return told(said.told);
    const question = waiting.get(said.id);
    waiting.delete(said.id);
    if (said.error === undefined) question?.resolve(said.value);
    else question?.reject(new Error(said.error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new PeerGone());
    waiting.clear();
  });
  const ask = (question: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended(child)) return reject(new PeerGone());
      const id = (asked += 1);
      waiting.set(id, { resolve, reject });
      // One that is ending can take no message; its end rejects.
      child.send({ id, question }, () => undefined);
    });
  const peer: Peer = {
    ask,
    kill: async () => {
      if (ended(child)) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
  await ask('ready');
  return peer;
}

function ended({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** In the process: answers what is asked. The returned function says something unasked. */
export function answerQuestions(answer: (question: unknown) => unknown): (told: unknown) => void {
  const send = (said: Said): void => void process.send?.(said, undefined, undefined, () => undefined);
  process.on('message', ({ id, question }: { readonly id: number; readonly question: unknown }) => {
    Promise.resolve()
      .then(() => (question === 'ready' ? null : answer(question)))
      .then(
        (value) => send({ id, value }),
        (error: unknown) => send({ id, error: error instanceof Error ? error.message : 'failed' }),
      );
  });
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit(0));
  return (told) => send({ told });
}
