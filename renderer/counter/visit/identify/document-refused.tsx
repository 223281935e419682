import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PushData } from '../../../../shared/contract/index.ts';
import { Message } from '../../../components/message.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** Says why the document on the reader could not be used, until the visit changes. */
export function DocumentRefused() {
  const { t } = useTranslation('visit');
  const counter = useCounter();
  const ownCounter = useCounterState((state) => state.session.value?.counter);
  const [why, setWhy] = useState<PushData<'visit.documentRefused'>['why']>();
  useEffect(
    () =>
      counter.onPush((message) => {
        if (message.name === 'visit.changed') setWhy(undefined);
        if (message.name !== 'visit.documentRefused') return;
        if (ownCounter === undefined || message.data.counter === ownCounter) setWhy(message.data.why);
      }),
    [counter, ownCounter],
  );
  if (why === undefined) return null;
  return (
    <Message tone="warn" role="alert">
      {t(`refused.${why}`)}
    </Message>
  );
}
