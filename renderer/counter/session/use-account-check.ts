import { useTranslation } from 'react-i18next';
import { isStrongPassphrase, LEAST_PASSPHRASE, LOGIN_NAME } from '../../../shared/domain/account.ts';

/** Says of one filled-in value what is wrong with it; undefined: nothing is. */
type Check = (value: string) => string | undefined;

/** The checks of the fields of an account, in the words of the clerk; the application applies the same rules. */
export function useAccountCheck(): {
  readonly name: Check;
  readonly loginName: Check;
  /** A passphrase that exists: only whether there is one. */
  readonly passphrase: Check;
  readonly newPassphrase: Check;
  readonly again: (again: string, passphrase: string) => string | undefined;
} {
  const { t } = useTranslation('session');
  return {
    name: (value) => (value.trim() === '' ? t('problem.name') : undefined),
    loginName(value) {
      if (value.trim() === '') return t('problem.loginNameEmpty');
      return LOGIN_NAME.test(value.trim()) ? undefined : t('problem.loginName');
    },
    passphrase: (value) => (value === '' ? t('problem.passphraseEmpty') : undefined),
    newPassphrase: (value) =>
      isStrongPassphrase(value) ? undefined : t('problem.passphraseWeak', { count: LEAST_PASSPHRASE }),
    again: (again, passphrase) => (again === passphrase ? undefined : t('problem.again')),
  };
}
