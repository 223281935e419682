import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenZaak } from '../../../../shared/contract/visits.ts';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { RadioField } from '../../../components/choices.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useCounter } from '../../../state/context.tsx';

/** The open zaak that a pick-up closes: from the list of this person, or typed from the letter or the receipt. */
export function PickUpChoice({
  visitId,
  pickUpOf,
  onChoose,
}: {
  readonly visitId: string;
  readonly pickUpOf: string | null;
  readonly onChoose: (zaakIdentificatie: string | null) => void;
}) {
  const { t } = useTranslation('visit');
  const { ask } = useCounter();
  const [zaken, setZaken] = useState<readonly OpenZaak[]>();
  const [error, setError] = useState<CallError>();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    let left = false;
    void ask('visits.openZaken', { visitId }, { quiet: true }).then((answer) => {
      if (left) return;
      if (answer.ok) setZaken(answer.value);
      else setError(answer.error);
    });
    return () => {
      left = true;
    };
  }, [ask, visitId]);

  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (zaken !== undefined || error !== undefined) choice.current?.querySelector('input')?.focus();
  }, [zaken, error]);

  if (pickUpOf !== null) {
    return (
      <p className="w-row">
        <strong>{t('products.pickUpOf', { zaak: pickUpOf })}</strong>
        <Button variant="quiet" onPress={() => onChoose(null)}>
          {t('products.pickUpChange')}
        </Button>
      </p>
    );
  }
  const wanted = typed.trim();
  return (
    <div className="v-pick-up" ref={choice}>
      {error && <ErrorMessage error={error} />}
      {zaken !== undefined && zaken.length > 0 ? (
        <RadioField
          label={t('products.pickUp')}
          options={zaken.map((zaak) => ({
            value: zaak.zaakIdentificatie,
            label: zaak.zaakIdentificatie,
            note: [
              t('products.pickUpStarted', {
                product: zaak.productName,
                date: formatDutchDate(zaak.startedOn),
              }),
              ...(zaak.source === 'here' ? [t('products.pickUpHere')] : []),
            ].join(', '),
          }))}
          value={null}
          onChange={onChoose}
        />
      ) : (
        zaken !== undefined && <p className="w-soft">{t('products.pickUpNone')}</p>
      )}
      <form
        className="v-pick-up-typed"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') onChoose(wanted);
        }}
      >
        <TextField
          label={t('products.pickUpTyped')}
          value={typed}
          onChange={setTyped}
          maxLength={40}
          autoComplete="off"
        />
        <Button type="submit" isDisabled={wanted === ''}>
          {t('products.pickUpUse')}
        </Button>
      </form>
    </div>
  );
}
