import { useTranslation } from 'react-i18next';
import type { CommandBody, CommandName } from '../../state/commands.ts';
import { useCounter, useCounterState } from '../../state/context.tsx';

type HallCommand = Extract<CommandName, `hall.${string}`>;

/** What the clerk can do with the queue; while one action runs, another is answered with "still busy". */
export interface HallActions {
  readonly isBusy: boolean;
  /** Resolves true when it was done. */
  readonly send: <N extends HallCommand>(name: N, body: CommandBody<N>) => Promise<boolean>;
  readonly callNext: () => Promise<void>;
}

/** The queue's commands with what the clerk hears after them. */
export function useHallActions(): HallActions {
  const { run, notify } = useCounter();
  const { t } = useTranslation(['hall', 'common']);
  const waiting = useCounterState((state) => state.queue.value?.waiting.length ?? 0);
  const running = useCounterState((state) => [...state.busy].find((name) => name.startsWith('hall.')));

  function refusesNow(name: HallCommand): boolean {
    if (running === undefined || running === name) return false;
    notify('info', { text: t('common:stillBusy') });
    return true;
  }

  return {
    isBusy: running !== undefined,
    async send(name, body) {
      if (refusesNow(name)) return false;
      return (await run(name, body)).ok;
    },
    async callNext() {
      if (refusesNow('hall.callNext')) return;
      const answer = await run('hall.callNext', {});
      if (!answer.ok) return;
      if (answer.value) notify('ok', { text: t('called', { number: answer.value.number }) });
      else notify('info', { text: t(waiting === 0 ? 'nobodyWaits' : 'nobodyForYou') });
    },
  };
}
