import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useCounter } from '../../../state/context.tsx';
import { useAskForm } from '../../session/use-ask-form.ts';

/** Changes the clerk's own passphrase. */
export function PassphrasePanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('session');
  const { notify } = useCounter();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const { error, isPending, send } = useAskForm('session.changePassphrase');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDiffers(next !== again);
    if (next !== again || !(await send({ current, next }))) return;
    notify('ok', { text: t('change.done') });
    onClose();
  };
  return (
    <Dialog title={t('change.title')} size="narrow" onClose={onClose}>
      <form className="w-stack" onSubmit={submit}>
        <TextField
          label={t('change.current')}
          type="password"
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          autoFocus
          isRequired
        />
        <TextField
          label={t('change.next')}
          description={t('passphraseHint')}
          type="password"
          value={next}
          onChange={setNext}
          autoComplete="new-password"
          isRequired
        />
        <TextField
          label={t('passphraseAgain')}
          error={differs ? t('differs') : undefined}
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          isRequired
        />
        {error && <ErrorMessage error={error} />}
        <Button type="submit" variant="primary" keys="Enter" isPending={isPending}>
          {t('change.submit')}
        </Button>
      </form>
    </Dialog>
  );
}
