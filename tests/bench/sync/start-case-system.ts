import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { FromCaseSystem, Recorded, ToCaseSystem } from './case-system.ts';

/** The central systems of a bench. */
export interface CaseSystem {
  readonly origin: string;
  readonly zgwClientId: string;
  readonly zgwSecret: string;
  /** Milliseconds from a whole request to its answer. */
  setDelay(ms: number): Promise<void>;
  setOn(on: boolean): Promise<void>;
  /** What `work` has it change, in order. */
  record(work: () => Promise<unknown>): Promise<readonly Recorded[]>;
  /** How many changes were asked so far. */
  changes(): Promise<number>;
  stop(): void;
}

/** Starts the central systems in a process of their own. */
export async function startCaseSystem(): Promise<CaseSystem> {
  const child = fork(new URL('./case-system.ts', import.meta.url));
  const first = await heard(child);
  if (!('origin' in first)) throw new Error('the central systems did not start');
  const ask = (question: ToCaseSystem): Promise<FromCaseSystem> => {
    const answer = heard(child);
    child.send(question);
    return answer;
  };
  return {
    ...first,
    setDelay: async (ms) => void (await ask({ type: 'delay', ms })),
    setOn: async (on) => void (await ask({ type: 'on', on })),
    record: async (work) => {
      await ask({ type: 'record' });
      await work();
      const answer = await ask({ type: 'recorded' });
      return 'recorded' in answer ? answer.recorded : [];
    },
    changes: async () => {
      const answer = await ask({ type: 'count' });
      return 'changes' in answer ? answer.changes : 0;
    },
    stop: () => child.disconnect(),
  };
}

async function heard(child: ChildProcess): Promise<FromCaseSystem> {
  const [message] = (await once(child, 'message')) as [FromCaseSystem];
  return message;
}
