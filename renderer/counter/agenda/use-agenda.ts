import { useEffect, useState } from 'react';
import type { AgendaView } from '../../../shared/contract/agenda.ts';
import { useCounter, useCounterState } from '../../state/context.tsx';

/** Long enough for a scanner or quick typing to be one question. */
const TYPING_MS = 120;

/** The appointments that a search finds; `answers`: the search that they belong to. Looks again when the hall changed. */
export function useAgenda(search: string): (AgendaView & { readonly answers: string }) | undefined {
  const { ask } = useCounter();
  const revision = useCounterState((state) => state.queue.value?.revision);
  const now = useCounterState((state) => state.queue.value?.now);
  const [agenda, setAgenda] = useState<AgendaView & { readonly answers: string }>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      async () => {
        const answer = await ask('agenda.today', { search });
        if (isCurrent && answer.ok) setAgenda({ ...answer.value, answers: search });
      },
      search === '' ? 0 : TYPING_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, search, revision, now]);
  return agenda;
}
