import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncItem } from '../../../../shared/contract/workstation.ts';
import {
  type AddressProblem,
  checkAddress,
  type MessageChannel,
} from '../../../../shared/domain/message-address.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** Another address for a message that is held up, as the visitor tells it; it is then sent at once. */
export function CorrectAddress({
  item,
  channel,
}: {
  readonly item: SyncItem;
  readonly channel: MessageChannel;
}) {
  const { t } = useTranslation(['sync', 'messages']);
  const { run, notify } = useCounter();
  const isBusy = useCounterState((state) => state.busy.has('sync.correctAddress'));
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<AddressProblem>();
  const [error, setError] = useState<CallError>();
  const send = async () => {
    setError(undefined);
    const checked = checkAddress(channel, typed);
    if (!checked.ok) return setProblem(checked.problem);
    const body = { itemId: item.itemId, address: checked.address };
    const answer = await run('sync.correctAddress', body, { quiet: true });
    if (answer.ok) notify('ok', { text: t('retried', { label: item.label }) });
    else setError(answer.error);
  };
  return (
    <form
      className="w-correct"
      // The browser would speak for itself, in its own language.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t(`correctAddress.${channel}`)}
        type={channel === 'email' ? 'email' : 'tel'}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setProblem(undefined);
        }}
        error={problem && t(`messages:problem.${problem}`)}
        maxLength={254}
        autoComplete="off"
      />
      <Button type="submit" isPending={isBusy} isDisabled={typed.trim() === ''}>
        {t('correct')}
      </Button>
      {error && <ErrorMessage error={error} />}
    </form>
  );
}
