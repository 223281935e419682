import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/contract/session.ts';
import { MOST } from '../../../shared/domain/account.ts';
import { Button } from '../../components/button.tsx';
import { ErrorMessage } from '../../components/error-text.tsx';
import { TextField } from '../../components/fields.tsx';
import { useForm } from '../../components/use-form.ts';
import { useCounter } from '../../state/context.tsx';
import { PassphraseFields } from './passphrase-fields.tsx';
import { StageFrame } from './stage-frame.tsx';
import { useAccountCheck } from './use-account-check.ts';

/** The first start of a workstation: makes the administrator, who adds the rest. */
export function SetUpScreen({ session }: { readonly session: SessionState }) {
  const { t } = useTranslation('session');
  const { ask } = useCounter();
  const account = useAccountCheck();
  const form = useForm({
    empty: { name: '', loginName: '', passphrase: '', again: '' },
    check: ({ name, loginName, passphrase, again }) => ({
      name: account.name(name),
      loginName: account.loginName(loginName),
      passphrase: account.newPassphrase(passphrase),
      again: account.again(again, passphrase),
    }),
    async send({ name, loginName, passphrase }) {
      const answer = await ask('session.setUp', { name, loginName, passphrase }, { quiet: true });
      return answer.ok ? undefined : answer.error;
    },
  });
  return (
    <StageFrame session={session} title={t('setUp.title')} intro={t('setUp.intro')}>
      <form className="w-stack" onSubmit={form.onSubmit} noValidate>
        <TextField
          {...form.field('name')}
          label={t('name')}
          autoComplete="name"
          maxLength={MOST.name}
          autoFocus
          isRequired
        />
        <TextField
          {...form.field('loginName')}
          label={t('loginName')}
          description={t('loginNameHint')}
          autoComplete="username"
          maxLength={MOST.loginName}
          isRequired
        />
        <PassphraseFields
          label={t('passphrase')}
          passphrase={form.field('passphrase')}
          again={form.field('again')}
        />
        {form.error && <ErrorMessage error={form.error} />}
        <Button type="submit" variant="primary" keys="Enter" isPending={form.isPending}>
          {t('setUp.submit')}
        </Button>
      </form>
    </StageFrame>
  );
}
