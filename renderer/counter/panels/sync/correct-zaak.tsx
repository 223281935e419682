import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncItem } from '../../../../shared/contract/workstation.ts';
import { isZaakNumber, zaakNumber } from '../../../../shared/domain/zaak-number.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** The number of a zaak that was picked up, to be typed anew, or confirmed when it is of another; it is then sent at once. */
export function CorrectZaak({ item }: { readonly item: SyncItem }) {
  const { t } = useTranslation('sync');
  const { run, notify } = useCounter();
  const isBusy = useCounterState((state) => state.busy.has('sync.correct'));
  const [typed, setTyped] = useState(item.label);
  const [problem, setProblem] = useState<string>();
  const [error, setError] = useState<CallError>();
  const typedZaak = zaakNumber(typed);
  const send = async (zaak: string) => {
    setError(undefined);
    if (!isZaakNumber(zaak)) return setProblem(t('notAZaak'));
    const body = { itemId: item.itemId, zaakIdentificatie: zaak };
    const answer = await run('sync.correct', body, { quiet: true });
    if (answer.ok) notify('ok', { text: t('retried', { label: zaak }) });
    else setError(answer.error);
  };
  return (
    <form
      className="w-correct"
      onSubmit={(event) => {
        event.preventDefault();
        void send(typedZaak);
      }}
    >
      <TextField
        label={t('correctNumber')}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setProblem(undefined);
        }}
        error={problem}
        maxLength={60}
        autoComplete="off"
      />
      <Button type="submit" isPending={isBusy} isDisabled={typedZaak === item.label}>
        {t('correct')}
      </Button>
      {item.reason?.code === 'zaakOfOther' && (
        <Button isPending={isBusy} onPress={() => void send(item.label)}>
          {t('confirmZaak')}
        </Button>
      )}
      {error && <ErrorMessage error={error} />}
    </form>
  );
}
