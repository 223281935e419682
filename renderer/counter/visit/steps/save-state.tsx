import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { useDrafts } from '../desk/desk-context.tsx';

/** Whether what was typed is on disk; a refused save can be tried again. */
export function SaveState() {
  const { t } = useTranslation('visit');
  const saver = useDrafts();
  const state = saver.overall();
  if (state === 'failed') {
    return (
      <span className="v-save v-bad" role="alert">
        {t('steps.failed')}{' '}
        <Button variant="quiet" onPress={() => void saver.flush()}>
          {t('steps.retry')}
        </Button>
      </span>
    );
  }
  return <span className="v-save w-soft w-small">{t(`steps.${state}`)}</span>;
}
