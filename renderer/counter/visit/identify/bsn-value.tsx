import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { useCounter } from '../../../state/context.tsx';

/** How long a burgerservicenummer stays readable after it was asked for, in milliseconds. */
export const REVEAL_MS = 10_000;

/** The burgerservicenummer, masked; shown whole on request (which is logged), and masked again after 10 seconds. */
export function BsnValue({ visitId, masked }: { readonly visitId: string; readonly masked: string | null }) {
  const { t } = useTranslation('visit');
  const { ask } = useCounter();
  const [bsn, setBsn] = useState<string>();
  useEffect(() => {
    if (bsn === undefined) return undefined;
    const timer = setTimeout(() => setBsn(undefined), REVEAL_MS);
    return () => clearTimeout(timer);
  }, [bsn]);

  if (masked === null) return t('person.noBsn');
  const toggle = async () => {
    if (bsn !== undefined) return setBsn(undefined);
    const answer = await ask('visits.revealBsn', { visitId });
    if (answer.ok) setBsn(answer.value.bsn);
  };
  return (
    <span className="v-bsn">
      {bsn ?? masked}
      <Button variant="quiet" onPress={() => void toggle()}>
        {bsn === undefined ? t('person.show') : t('person.hide')}
      </Button>
    </span>
  );
}
