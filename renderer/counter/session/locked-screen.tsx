import { LockKeyholeOpen } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/contract/session.ts';
import { Button } from '../../components/button.tsx';
import { ErrorMessage } from '../../components/error-text.tsx';
import { TextField } from '../../components/fields.tsx';
import { useCounter } from '../../state/context.tsx';
import { StageFrame } from './stage-frame.tsx';
import { useAskForm } from './use-ask-form.ts';

/** The locked window: whose it is and how to go on. Nothing of the visitor is in the page. */
export function LockedScreen({ session }: { readonly session: SessionState }) {
  const { t } = useTranslation('session');
  const { ask } = useCounter();
  const [passphrase, setPassphrase] = useState('');
  const { error, isPending, send } = useAskForm('session.unlock');
  const name = session.staff?.name ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await send({ passphrase }))) setPassphrase('');
  };
  return (
    <StageFrame session={session} title={t('locked.title')} intro={t('locked.intro', { name })}>
      <form className="w-stack" onSubmit={submit}>
        <TextField
          label={t('passphraseOf', { name })}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="current-password"
          autoFocus
          isRequired
        />
        {error && <ErrorMessage error={error} />}
        <Button type="submit" variant="primary" icon={LockKeyholeOpen} keys="Enter" isPending={isPending}>
          {t('locked.submit')}
        </Button>
        <Button variant="quiet" onPress={() => void ask('session.logout', {})}>
          {t('locked.other')}
        </Button>
      </form>
    </StageFrame>
  );
}
