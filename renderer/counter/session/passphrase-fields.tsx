import { useTranslation } from 'react-i18next';
import { MOST } from '../../../shared/domain/account.ts';
import { TextField } from '../../components/fields.tsx';
import type { FieldState } from '../../components/use-form.ts';

/** A new passphrase and the same once more. */
export function PassphraseFields({
  label,
  passphrase,
  again,
}: {
  readonly label: string;
  readonly passphrase: FieldState;
  readonly again: FieldState;
}) {
  const { t } = useTranslation('session');
  const secret = {
    type: 'password',
    autoComplete: 'new-password',
    maxLength: MOST.passphrase,
    isRequired: true,
  } as const;
  return (
    <>
      <TextField {...secret} {...passphrase} label={label} description={t('passphraseHint')} />
      <TextField {...secret} {...again} label={t('passphraseAgain')} />
    </>
  );
}
