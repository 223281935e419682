import { LogIn } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/contract/session.ts';
import { Button } from '../../components/button.tsx';
import { ErrorMessage } from '../../components/error-text.tsx';
import { TextField } from '../../components/fields.tsx';
import { StageFrame } from './stage-frame.tsx';
import { useAskForm } from './use-ask-form.ts';

/** Logging in; in practice mode the accounts stand beside it and one click is enough. */
export function LoginScreen({ session }: { readonly session: SessionState }) {
  const { t } = useTranslation('session');
  const [loginName, setLoginName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { error, isPending, send } = useAskForm('session.login');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await send({ loginName, passphrase }))) setPassphrase('');
  };
  return (
    <StageFrame session={session} title={t('login.title')}>
      <form className="w-stack" onSubmit={submit}>
        <TextField
          label={t('loginName')}
          value={loginName}
          onChange={setLoginName}
          autoComplete="username"
          autoFocus
          isRequired
        />
        <TextField
          label={t('passphrase')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="current-password"
          isRequired
        />
        {error && <ErrorMessage error={error} />}
        <Button type="submit" variant="primary" icon={LogIn} keys="Enter" isPending={isPending}>
          {t('login.submit')}
        </Button>
      </form>
      {session.practice && session.practiceAccounts.length > 0 && (
        <section className="w-stack" aria-label={t('login.practice')}>
          <h2 className="w-section-title">{t('login.practice')}</h2>
          <ul className="w-accounts">
            {session.practiceAccounts.map((account) => (
              <li key={account.loginName}>
                <Button
                  isDisabled={isPending}
                  onPress={() => void send({ loginName: account.loginName, passphrase: account.passphrase })}
                >
                  {account.name} <small className="w-soft">{t(`role.${account.role}`)}</small>
                </Button>
                <p className="w-soft w-small">
                  {t('login.with', { loginName: account.loginName, passphrase: account.passphrase })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </StageFrame>
  );
}
