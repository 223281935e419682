import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract/index.ts';
import { Button } from '../../../components/button.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

const ACTIONS: readonly CallInput<'practice.pad'>['action'][] = ['sign', 'accept', 'again', 'cancel'];

/** In practice mode the clerk is the visitor too: the screen of the signature pad, and the hand before it. */
export function PracticePad() {
  const { t } = useTranslation('practice');
  const { ask } = useCounter();
  const screen = useCounterState((state) => state.practice.value?.pad);
  if (screen === undefined) return null;
  return (
    <section className="w-practice-pad" aria-label={t('pad.title')}>
      <img src={`data:image/png;base64,${screen}`} alt={t('pad.screen')} />
      <div className="w-row w-row-wrap" role="group" aria-label={t('pad.hand')}>
        <span className="w-soft">{t('pad.hand')}</span>
        {ACTIONS.map((action) => (
          <Button key={action} onPress={() => void ask('practice.pad', { action })}>
            {t(`pad.${action}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
