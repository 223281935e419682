import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { useCounter } from '../../../state/context.tsx';

/** A second counter to practise with, opened by a one-time address; and the address of the hall's display. */
export function SecondCounter({ displayUrl }: { readonly displayUrl: string | null }) {
  const { t } = useTranslation('practice');
  const { ask } = useCounter();
  const [address, setAddress] = useState<{ readonly url: string; readonly counter: number }>();
  const open = async () => {
    const answer = await ask('practice.secondCounter', {});
    if (answer.ok) setAddress(answer.value);
  };
  return (
    <section className="w-stack" aria-label={t('more')}>
      <h3>{t('more')}</h3>
      <Button onPress={() => void open()}>{t('secondCounter')}</Button>
      {address && (
        <p role="status">
          {t('secondAddress', { number: address.counter })}{' '}
          <a href={address.url} target="_blank" rel="noreferrer">
            {t('openSecond', { number: address.counter })}
          </a>
        </p>
      )}
      {displayUrl && (
        <p>
          <a href={displayUrl} target="_blank" rel="noreferrer">
            {t('openDisplay')}
          </a>
        </p>
      )}
    </section>
  );
}
