import { useTranslation } from 'react-i18next';
import { useCounter } from '../../state/context.tsx';

/** Calls colleagues for help; who reaches nobody is told so. */
export function useRaiseAlarm(): () => Promise<void> {
  const { t } = useTranslation('alarms');
  const { run, notify } = useCounter();
  return async () => {
    const answer = await run('alarms.raise', {});
    if (answer.ok && answer.value.reached === 0) notify('warn', { text: t('nobodyReached') });
  };
}
