import { useEffect, useRef } from 'react';
import type { SigningView } from '../../../../shared/contract/signing.ts';
import type { CallInput } from '../../../../shared/contract/index.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { useDesk } from '../desk/desk-context.tsx';
import type { StepPlace } from '../desk/step-saver.ts';

type Steer = CallInput<'transactions.steerSignature'>['steer'];

/** The signature pad, for one step. */
export interface Pad {
  readonly isBound: boolean;
  readonly isReady: boolean;
  /** What became of it for this step. */
  readonly signing: SigningView | undefined;
  ask(): void;
  steer(steer: Steer): void;
}

/** Asks the pad by itself when the step opens and there is no signature yet: once, and only a pad that is ready. */
export function usePad({ transactionId, index }: StepPlace, hasSignature: boolean): Pad {
  const { run, ask } = useCounter();
  const { saver } = useDesk();
  const state = useCounterState(
    ({ devices }) => devices.value?.devices.find(({ role }) => role === 'signature-pad')?.state,
  );
  const signing = useCounterState((counter) => counter.signing.value);
  const isOurs = signing?.transactionId === transactionId && signing.index === index;
  const wasAsked = useRef(false);

  const askPad = async () => {
    wasAsked.current = true;
    await saver.flush();
    await run('transactions.captureSignature', { transactionId, index });
  };
  const mayAsk = state === 'idle' && signing !== undefined && !isOurs && !hasSignature;
  useEffect(() => {
    if (mayAsk && !wasAsked.current) void askPad();
    // Only when it becomes possible: what is asked does not change with the functions.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [mayAsk]);

  return {
    isBound: state !== undefined,
    isReady: state === 'idle',
    signing: isOurs ? signing : undefined,
    ask: () => void askPad(),
    steer: (steer) => void ask('transactions.steerSignature', { transactionId, index, steer }),
  };
}
