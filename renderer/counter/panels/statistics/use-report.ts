import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { Period } from '../../../../shared/contract/statistics.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { useCounter } from '../../../state/context.tsx';

export type ReportState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: CallError }
  | { readonly kind: 'there'; readonly value: CallOutput<'statistics.report'> };

/** The report of a period; an answer that another period overtook is dropped. */
export function useReport({ from, to }: Period): ReportState {
  const { ask } = useCounter();
  const [state, setState] = useState<ReportState>({ kind: 'loading' });
  useEffect(() => {
    let overtaken = false;
    setState({ kind: 'loading' });
    void ask('statistics.report', { from, to }, { quiet: true }).then((answer) => {
      if (overtaken) return;
      setState(answer.ok ? { kind: 'there', value: answer.value } : { kind: 'failed', error: answer.error });
    });
    return () => {
      overtaken = true;
    };
  }, [ask, from, to]);
  return state;
}
