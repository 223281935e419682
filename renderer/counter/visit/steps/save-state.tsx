import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { useDrafts } from '../desk/desk-context.tsx';

/** Whether what was typed is on disk, in a word. */
export function SaveState() {
  const { t } = useTranslation('visit');
  const state = useDrafts().overall();
  return <span className="v-save w-soft w-small">{state !== 'failed' && t(`steps.${state}`)}</span>;
}

/** Says that a save was refused, that nothing typed is lost, and offers to try again. */
export function SaveFailure() {
  const { t } = useTranslation('visit');
  const saver = useDrafts();
  if (saver.overall() !== 'failed') return null;
  return (
    <Message
      tone="bad"
      role="alert"
      actions={<Button onPress={() => void saver.flush()}>{t('steps.retry')}</Button>}
    >
      {t('steps.failed')}
    </Message>
  );
}
