import { useState } from 'react';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { useCounterState } from '../../../state/context.tsx';

/** A group that the visitor came for besides the one that helped him. */
interface Group {
  readonly letter: string;
  readonly name: string;
}

/** Whether the visitor still has to go to another group; null for nobody. */
export interface RemainingForm {
  readonly number: string;
  readonly groups: readonly Group[];
  readonly chosen: Group | null;
  readonly choose: (letter: string) => void;
  /** For the call that ends the visit. */
  readonly part: { readonly sendOn?: string };
}

/** What the visitor at this counter also came for. Done, unless the clerk says where he goes. */
export function useRemaining({ ticketId }: VisitView): RemainingForm {
  const queue = useCounterState((state) => state.queue.value);
  const [letter, choose] = useState('');
  const ticket = queue?.current?.ticketId === ticketId ? queue.current : null;
  const groups = queue?.groups.filter((one) => ticket?.also.includes(one.letter)) ?? [];
  const chosen = groups.find((one) => one.letter === letter) ?? null;
  return {
    number: ticket?.number ?? '',
    groups,
    chosen,
    choose,
    part: chosen ? { sendOn: chosen.letter } : {},
  };
}
