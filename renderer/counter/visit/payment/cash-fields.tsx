import { useTranslation } from 'react-i18next';
import { formatEuro, roundCash } from '../../../../shared/domain/money.ts';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/fields.tsx';
import { DrawerButton } from '../../panels/devices/drawer-button.tsx';
import { cashState, quickAmounts } from './cash.ts';

/** The cash handed over, typed or by one press, and what to give back. */
export function CashFields({
  due,
  given,
  onGive,
}: {
  readonly due: number;
  readonly given: string;
  readonly onGive: (given: string) => void;
}) {
  const { t } = useTranslation('visit');
  const cash = cashState(given, due);
  const rounded = roundCash(due);
  const plain = (cents: number): string => formatEuro(cents).slice(2);
  const short = (cents: number): string => formatEuro(cents).replace(/,00$/, '');
  const error =
    cash.kind === 'invalid'
      ? t('payment.invalid')
      : cash.kind === 'short'
        ? t('payment.short', { amount: formatEuro(cash.missingCents) })
        : undefined;
  return (
    <div className="v-cash">
      {rounded !== due && (
        <p className="w-soft w-small">{t('payment.rounded', { amount: formatEuro(rounded) })}</p>
      )}
      <div className="v-cash-line">
        <TextField
          label={t('payment.given')}
          value={given}
          onChange={onGive}
          inputMode="decimal"
          autoFocus
          autoComplete="off"
          maxLength={12}
          error={error}
        />
        <div className="w-row w-row-wrap">
          {quickAmounts(due).map((cents, index) => (
            <Button key={cents} onPress={() => onGive(plain(cents))}>
              {index === 0 ? t('payment.exact') : short(cents)}
            </Button>
          ))}
        </div>
      </div>
      <p className="v-change" role="status">
        {cash.kind === 'enough' && (
          <>
            {t('payment.change')} <strong>{formatEuro(cash.changeCents)}</strong>
          </>
        )}
      </p>
      <div className="w-row">
        <DrawerButton />
      </div>
    </div>
  );
}
