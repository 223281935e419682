import { LogIn } from 'lucide-react';
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

/** Logging in; in practice mode the accounts stand beside it and one click is enough. */
export function LoginScreen({ session }: { readonly session: SessionState }) {
  const { t } = useTranslation(['session', 'errors']);
  const { ask } = useCounter();
  const account = useAccountCheck();
  const form = useForm({
    empty: { loginName: '', passphrase: '' },
    check: ({ loginName, passphrase }) => ({
      loginName: account.loginName(loginName),
      passphrase: account.passphrase(passphrase),
    }),
    async send(typed) {
      const answer = await ask('session.login', typed, { quiet: true });
      return answer.ok ? undefined : answer.error;
    },
    placed: ({ code }) => ({
      passphrase:
        code === 'wrongPassphrase'
          ? `${t('errors:wrongPassphrase.what')} ${t('errors:wrongPassphrase.now')}`
          : undefined,
    }),
    forget: ['passphrase'],
  });
  return (
    <StageFrame session={session} title={t('login.title')}>
      <form className="w-stack" onSubmit={form.onSubmit} noValidate>
        <TextField
          {...form.field('loginName')}
          label={t('loginName')}
          autoComplete="username"
          maxLength={MOST.loginName}
          autoFocus
          isRequired
        />
        <TextField
          {...form.field('passphrase')}
          label={t('passphrase')}
          type="password"
          autoComplete="current-password"
          maxLength={MOST.passphrase}
          isRequired
        />
        {form.error && <ErrorMessage error={form.error} />}
        <Button type="submit" variant="primary" icon={LogIn} keys="Enter" isPending={form.isPending}>
          {t('login.submit')}
        </Button>
      </form>
      {session.practice && session.practiceAccounts.length > 0 && (
        <section className="w-stack" aria-label={t('login.practice')}>
          <h2 className="w-section-title">{t('login.practice')}</h2>
          <ul className="w-accounts">
            {session.practiceAccounts.map(({ loginName, passphrase, name, role }) => (
              <li key={loginName}>
                <Button isDisabled={form.isPending} onPress={() => form.sendThese({ loginName, passphrase })}>
                  {name} <small className="w-soft">{t(`role.${role}`)}</small>
                </Button>
                <p className="w-soft w-small">{t('login.with', { loginName, passphrase })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </StageFrame>
  );
}
