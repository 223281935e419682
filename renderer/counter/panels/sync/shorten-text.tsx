import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncItem } from '../../../../shared/contract/workstation.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** The text that a central system finds too long, to be made shorter; it is then sent at once. */
export function ShortenText({ item, long }: { readonly item: SyncItem; readonly long: string }) {
  const { t } = useTranslation('sync');
  const { run, notify } = useCounter();
  const isBusy = useCounterState((state) => state.busy.has('sync.shorten'));
  const [text, setText] = useState(long);
  const [error, setError] = useState<CallError>();
  const { itemId, label } = item;
  const length = text.trim().length;
  const send = async () => {
    setError(undefined);
    const answer = await run('sync.shorten', { itemId, text: text.trim() }, { quiet: true });
    if (answer.ok) notify('ok', { text: t('retried', { label }) });
    else setError(answer.error);
  };
  return (
    <form
      className="w-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('shorten.text')}
        description={t('shorten.why', { count: length, was: long.length })}
        rows={4}
        value={text}
        onChange={setText}
        maxLength={long.length}
      />
      <div className="w-row">
        <Button type="submit" isPending={isBusy} isDisabled={length === 0 || length >= long.length}>
          {t('shorten.send')}
        </Button>
      </div>
      {error && <ErrorMessage error={error} />}
    </form>
  );
}
