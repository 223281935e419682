import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../../../state/context.tsx';

/** Tells the clerk when the document of the person of this visit joined it by itself. */
export function useDocumentAdded(ownCounter: number): void {
  const { t } = useTranslation('visit');
  const { onPush, notify } = useCounter();
  useEffect(
    () =>
      onPush((message) => {
        if (message.name === 'visit.documentAdded' && message.data.counter === ownCounter)
          notify('ok', { text: t('offered.added') });
      }),
    [onPush, notify, ownCounter, t],
  );
}
