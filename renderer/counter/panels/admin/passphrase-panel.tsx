import { useTranslation } from 'react-i18next';
import { MOST } from '../../../../shared/domain/account.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useForm } from '../../../components/use-form.ts';
import { useCounter } from '../../../state/context.tsx';
import { PassphraseFields } from '../../session/passphrase-fields.tsx';
import { useAccountCheck } from '../../session/use-account-check.ts';

/** Changes the clerk's own passphrase. */
export function PassphrasePanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('session');
  const { ask, notify } = useCounter();
  const account = useAccountCheck();
  const form = useForm({
    empty: { current: '', next: '', again: '' },
    check: ({ current, next, again }) => ({
      current: account.passphrase(current),
      next: account.newPassphrase(next),
      again: account.again(again, next),
    }),
    async send({ current, next }) {
      const answer = await ask('session.changePassphrase', { current, next }, { quiet: true });
      if (!answer.ok) return answer.error;
      notify('ok', { text: t('change.done') });
      onClose();
      return undefined;
    },
    placed: ({ code }) => ({
      current: code === 'wrongPassphrase' ? t('problem.passphraseWrong') : undefined,
    }),
  });
  return (
    <Dialog title={t('change.title')} size="narrow" onClose={onClose}>
      <form className="w-stack" onSubmit={form.onSubmit} noValidate>
        <TextField
          {...form.field('current')}
          label={t('change.current')}
          type="password"
          autoComplete="current-password"
          maxLength={MOST.passphrase}
          autoFocus
          isRequired
        />
        <PassphraseFields
          label={t('change.next')}
          passphrase={form.field('next')}
          again={form.field('again')}
        />
        {form.error && <ErrorMessage error={form.error} />}
        <Button type="submit" variant="primary" keys="Enter" isPending={form.isPending}>
          {t('change.submit')}
        </Button>
      </form>
    </Dialog>
  );
}
