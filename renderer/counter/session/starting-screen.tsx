import { useTranslation } from 'react-i18next';
import { ErrorMessage } from '../../components/error-text.tsx';
import { Button } from '../../components/button.tsx';
import { useCounter, useCounterState } from '../../state/context.tsx';

/** Before the first answer of the application; names the failure when there is no answer. */
export function StartingScreen() {
  const { t } = useTranslation(['common', 'session']);
  const { refresh } = useCounter();
  const error = useCounterState((state) => state.session.error);
  return (
    <main className="w-stage-main">
      <div className="w-stage-card">
        <h1>Waarmee</h1>
        {error ? (
          <>
            <ErrorMessage error={error} />
            <Button variant="primary" onPress={() => refresh('session')}>
              {t('retry')}
            </Button>
          </>
        ) : (
          <p role="status">{t('session:starting')}</p>
        )}
      </div>
    </main>
  );
}
