import { useState } from 'react';
import type { CallInput, CallName } from '../../../shared/contract/index.ts';
import type { CallError } from '../../bridge/bridge.ts';
import { useCounter } from '../../state/context.tsx';

/** A form that makes one call: its failure, whether it is under way, and how to send it. */
export interface AskForm<N extends CallName> {
  readonly error: CallError | undefined;
  readonly isPending: boolean;
  /** Resolves true when the call succeeded; sending while a call is under way does nothing. */
  readonly send: (input: CallInput<N>) => Promise<boolean>;
}

/** A form around a call without command id, such as logging in. */
export function useAskForm<N extends CallName>(name: N): AskForm<N> {
  const { ask } = useCounter();
  const [error, setError] = useState<CallError>();
  const [isPending, setPending] = useState(false);
  return {
    error,
    isPending,
    async send(input) {
      if (isPending) return false;
      setPending(true);
      const answer = await ask(name, input, { quiet: true });
      setPending(false);
      setError(answer.ok ? undefined : answer.error);
      return answer.ok;
    },
  };
}
