import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncItem } from '../../../../shared/contract/workstation.ts';
import { phoneNumber } from '../../../../shared/domain/phone.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** The number to call back that a central system refuses, to be typed anew; it is then sent at once. */
export function CorrectPhone({ item, refused }: { readonly item: SyncItem; readonly refused: string }) {
  const { t } = useTranslation(['sync', 'handOver']);
  const { run, notify } = useCounter();
  const isBusy = useCounterState((state) => state.busy.has('sync.correctPhone'));
  const [typed, setTyped] = useState(refused);
  const [isWrong, setWrong] = useState(false);
  const [error, setError] = useState<CallError>();
  const { itemId, label } = item;
  const phone = phoneNumber(typed);
  const send = async () => {
    setError(undefined);
    if (phone === null) return setWrong(true);
    const answer = await run('sync.correctPhone', { itemId, phone }, { quiet: true });
    if (answer.ok) notify('ok', { text: t('retried', { label }) });
    else setError(answer.error);
  };
  return (
    <form
      className="w-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('correctPhone.number')}
        description={t('correctPhone.why')}
        type="tel"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setWrong(false);
        }}
        error={isWrong ? t('handOver:phoneWrong') : undefined}
        maxLength={20}
        autoComplete="off"
      />
      <div className="w-row">
        <Button type="submit" isPending={isBusy} isDisabled={typed.trim() === '' || phone === refused}>
          {t('correct')}
        </Button>
      </div>
      {error && <ErrorMessage error={error} />}
    </form>
  );
}
