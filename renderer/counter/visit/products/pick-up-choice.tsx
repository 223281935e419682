import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenZaak, TransactionView, VisitView } from '../../../../shared/contract/visits.ts';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import { isZaakNumber, zaakNumber } from '../../../../shared/domain/zaak-number.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { formatDay, formatTime } from '../../../i18n/format.ts';
import { Button } from '../../../components/button.tsx';
import { RadioField } from '../../../components/choices.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** The open zaak that a pick-up closes: from the list of this person, or typed from the letter or the receipt. */
export function PickUpChoice({
  visit,
  transaction,
}: {
  readonly visit: Pick<VisitView, 'visitId' | 'person' | 'document'>;
  readonly transaction: TransactionView;
}) {
  const { transactionId, variantId, urgent, pickUpOf, pickUp } = transaction;
  const { visitId, person, document } = visit;
  const who = [person?.fullName, person?.birthDateText, person?.bsnMasked, document?.number].join('/');
  const { t, i18n } = useTranslation('visit');
  const moment = (at: string) => ({ day: formatDay(at, i18n.language), time: formatTime(at) });
  const { ask, run } = useCounter();
  const isBusy = useCounterState((state) => state.busy.has('transactions.choose'));
  const [zaken, setZaken] = useState<readonly OpenZaak[]>();
  const [error, setError] = useState<CallError>();
  const [refused, setRefused] = useState<CallError>();
  const [typed, setTyped] = useState('');
  const [wasSent, setSent] = useState(false);
  const choose = async (zaak: string | null) => {
    const body = { transactionId, variantId, urgent, pickUpOf: zaak };
    const answer = await run('transactions.choose', body, { quiet: true });
    setRefused(answer.ok ? undefined : answer.error);
  };
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
  }, [ask, visitId, who]);

  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (zaken !== undefined || error !== undefined) choice.current?.querySelector('input')?.focus();
  }, [zaken, error]);

  if (pickUpOf !== null) {
    const isOpenQuestion = pickUp?.check === 'notLookedUp' || pickUp?.check === 'kept';
    return (
      <div className="v-picked">
        <p className="w-row w-row-wrap">
          <strong>{t('products.pickUpOf', { zaak: pickUpOf })}</strong>
          <span className="w-soft">{pickUp && <PickUpFacts pickUp={pickUp} />}</span>
          {isOpenQuestion && (
            <Button variant="quiet" isPending={isBusy} onPress={() => void choose(pickUpOf)}>
              {t('products.pickUpLookUp')}
            </Button>
          )}
          <Button variant="quiet" onPress={() => void choose(null)}>
            {t('products.pickUpChange')}
          </Button>
        </p>
        {refused && <ErrorMessage error={refused} />}
        {pickUp?.check === 'notLookedUp' && <Message tone="warn">{t('products.pickUpNotLookedUp')}</Message>}
        {pickUp?.seenAt !== undefined && (
          <Message tone="warn">{t('products.pickUpKept', moment(pickUp.seenAt))}</Message>
        )}
        {pickUp?.holder === 'other' && <Message tone="warn">{t('products.pickUpOther')}</Message>}
      </div>
    );
  }
  const wanted = zaakNumber(typed);
  const isWrong = wanted !== '' && !isZaakNumber(wanted);
  return (
    <div className="v-pick-up" ref={choice}>
      {error && <ErrorMessage error={error} />}
      {refused && <ErrorMessage error={refused} />}
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
              ...(zaak.seenAt === undefined ? [] : [t('products.pickUpSeen', moment(zaak.seenAt))]),
            ].join(', '),
          }))}
          value={null}
          onChange={(zaak) => void choose(zaak)}
        />
      ) : (
        zaken !== undefined && <p className="w-soft">{t('products.pickUpNone')}</p>
      )}
      <form
        className="v-pick-up-typed"
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
          if (wanted !== '' && !isWrong) void choose(wanted);
        }}
      >
        <TextField
          label={t('products.pickUpTyped')}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setSent(false);
          }}
          error={isWrong && wasSent ? t('products.pickUpForm') : undefined}
          maxLength={60}
          autoComplete="off"
        />
        <Button type="submit" isPending={isBusy} isDisabled={wanted === ''}>
          {t('products.pickUpUse')}
        </Button>
      </form>
    </div>
  );
}

/** What it is, since when and for whom, as far as a look-up told. */
function PickUpFacts({ pickUp }: { readonly pickUp: NonNullable<TransactionView['pickUp']> }) {
  const { t } = useTranslation('visit');
  const { productName, startedOn, forName, check } = pickUp;
  const facts = [
    productName !== null && startedOn !== null
      ? t('products.pickUpStarted', { product: productName, date: formatDutchDate(startedOn) })
      : productName,
    forName !== null && t('products.pickUpFor', { name: forName }),
    check === 'here' && t('products.pickUpHere'),
  ];
  return facts.filter(Boolean).join(', ');
}
