import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/contract/session.ts';
import { Button } from '../../components/button.tsx';
import { ErrorMessage } from '../../components/error-text.tsx';
import { TextField } from '../../components/fields.tsx';
import { StageFrame } from './stage-frame.tsx';
import { useAskForm } from './use-ask-form.ts';

/** The first start of a workstation: makes the administrator, who adds the rest. */
export function SetUpScreen({ session }: { readonly session: SessionState }) {
  const { t } = useTranslation('session');
  const [name, setName] = useState('');
  const [loginName, setLoginName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const { error, isPending, send } = useAskForm('session.setUp');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffers(passphrase !== again);
    if (passphrase === again) void send({ name, loginName, passphrase });
  };
  return (
    <StageFrame session={session} title={t('setUp.title')} intro={t('setUp.intro')}>
      <form className="w-stack" onSubmit={submit}>
        <TextField
          label={t('name')}
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={80}
          autoFocus
          isRequired
        />
        <TextField
          label={t('loginName')}
          description={t('loginNameHint')}
          value={loginName}
          onChange={setLoginName}
          autoComplete="username"
          maxLength={40}
          isRequired
        />
        <TextField
          label={t('passphrase')}
          description={t('passphraseHint')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
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
          {t('setUp.submit')}
        </Button>
      </form>
    </StageFrame>
  );
}
