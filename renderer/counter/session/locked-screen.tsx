import { LockKeyholeOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/contract/session.ts';
import { MOST } from '../../../shared/domain/account.ts';
import { Button } from '../../components/button.tsx';
import { ErrorMessage } from '../../components/error-text.tsx';
import { TextField } from '../../components/fields.tsx';
import { useForm } from '../../components/use-form.ts';
import { useCounter } from '../../state/context.tsx';
import { StageFrame } from './stage-frame.tsx';
import { useAccountCheck } from './use-account-check.ts';

/** The locked window: whose it is and how to go on. Nothing of the visitor is in the page. */
export function LockedScreen({ session }: { readonly session: SessionState }) {
  const { t } = useTranslation('session');
  const { ask } = useCounter();
  const account = useAccountCheck();
  const name = session.staff?.name ?? '';
  const form = useForm({
    empty: { passphrase: '' },
    check: ({ passphrase }) => ({ passphrase: account.passphrase(passphrase) }),
    async send(typed) {
      const answer = await ask('session.unlock', typed, { quiet: true });
      return answer.ok ? undefined : answer.error;
    },
    placed: ({ code }) => ({
      passphrase: code === 'wrongPassphrase' ? t('problem.passphraseWrong') : undefined,
    }),
    forget: ['passphrase'],
  });
  return (
    <StageFrame session={session} title={t('locked.title')} intro={t('locked.intro', { name })}>
      <form className="w-stack" onSubmit={form.onSubmit} noValidate>
        <TextField
          {...form.field('passphrase')}
          label={t('passphraseOf', { name })}
          type="password"
          autoComplete="current-password"
          maxLength={MOST.passphrase}
          autoFocus
          isRequired
        />
        {form.error && <ErrorMessage error={form.error} />}
        <Button
          type="submit"
          variant="primary"
          icon={LockKeyholeOpen}
          keys="Enter"
          isPending={form.isPending}
        >
          {t('locked.submit')}
        </Button>
        <Button variant="quiet" onPress={() => void ask('session.logout', {})}>
          {t('locked.other')}
        </Button>
      </form>
    </StageFrame>
  );
}
