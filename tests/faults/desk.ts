import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { CentralFacts } from './central-process.ts';
import type { CounterOptions, CounterQuestion, SentRequest } from './counter-process.ts';
import { type Peer, PeerGone, startPeer } from './peer.ts';

/** The application of a run, through all its deaths. */
export interface Desk {
  /** A call of the clerk's window; repeated as it was when the application died before it answered. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** Kills it and starts it again, with its clock so far ahead. */
  killAndStart(aheadMs: number): Promise<void>;
  setAhead(aheadMs: number): Promise<void>;
  kill(): Promise<void>;
}

const SCRIPT = new URL('./counter-process.ts', import.meta.url);

/** Starts the application; `sent` gets every request that it makes. */
export async function openDesk(
  options: Omit<CounterOptions, keyof CentralFacts | 'aheadMs'> & CentralFacts,
  sent: (request: SentRequest) => void,
): Promise<Desk> {
  const start = (aheadMs: number): Promise<Peer> =>
    startPeer(SCRIPT, { ...options, aheadMs } satisfies CounterOptions, (told) => sent(told as SentRequest));
  let peer = start(0);
  await peer;
  const ask = async (question: CounterQuestion): Promise<unknown> => {
    for (;;) {
      const asked = peer;
      try {
        return await (await asked).ask(question);
      } catch (error) {
        // Killed by the run, and started again: the window asks once more. Else it died by itself.
        if (!(error instanceof PeerGone) || peer === asked) throw error;
      }
    }
  };
  return {
    call: async <N extends CallName>(name: N, input: CallInput<N>) =>
      (await ask({ name, input })) as Result<CallOutput<N>>,
    killAndStart: async (aheadMs) => {
      const old = peer;
      peer = old.then(async (running) => {
        await running.kill();
        return start(aheadMs);
      });
      await peer;
    },
    setAhead: async (aheadMs) => void (await ask({ aheadMs })),
    kill: async () => (await peer).kill(),
  };
}
