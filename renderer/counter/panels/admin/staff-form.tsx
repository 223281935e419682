import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../shared/contract/call.ts';
import type { Staff, StaffWork, WorkOptions } from '../../../../shared/contract/session.ts';
import { MOST } from '../../../../shared/domain/account.ts';
import { Button } from '../../../components/button.tsx';
import { CheckField, RadioField } from '../../../components/choices.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useForm } from '../../../components/use-form.ts';
import { useCounter } from '../../../state/context.tsx';
import { WorkFields } from './work-fields.tsx';
import { useAccountCheck } from '../../session/use-account-check.ts';

const ROLES: readonly Role[] = ['clerk', 'teamlead', 'administrator'];

export interface StaffFormProps {
  /** Whose account is changed; undefined makes a new one. */
  readonly staff: Staff | undefined;
  readonly options: WorkOptions;
  readonly onDone: () => void;
}

const LIKE_COUNTER: StaffWork = { profile: null, skills: null };

/** Adds an account, or changes the role, the passphrase or whether it is open. */
export function StaffForm({ staff, options, onDone }: StaffFormProps) {
  const { t } = useTranslation(['admin', 'session', 'common']);
  const { run } = useCounter();
  const account = useAccountCheck();
  const [role, setRole] = useState<Role>(staff?.role ?? 'clerk');
  const [active, setActive] = useState(staff?.active ?? true);
  const [work, setWork] = useState(staff?.work ?? LIKE_COUNTER);
  const form = useForm({
    empty: { name: '', loginName: '', passphrase: '' },
    check: ({ name, loginName, passphrase }) =>
      staff
        ? { passphrase: passphrase === '' ? undefined : account.newPassphrase(passphrase) }
        : {
            name: account.name(name),
            loginName: account.loginName(loginName),
            passphrase: account.newPassphrase(passphrase),
          },
    async send({ name, loginName, passphrase }) {
      const next = { ...(passphrase !== '' && { passphrase }), ...(work !== LIKE_COUNTER && { work }) };
      const answer = staff
        ? await run('staff.change', { staffId: staff.staffId, role, active, ...next }, { quiet: true })
        : await run('staff.add', { name, loginName, role, ...next, passphrase }, { quiet: true });
      if (!answer.ok) return answer.error;
      onDone();
      return undefined;
    },
  });
  return (
    <form className="w-stack" onSubmit={form.onSubmit} noValidate>
      {staff ? (
        <h3>
          {staff.name} <span className="w-soft">{staff.loginName}</span>
        </h3>
      ) : (
        <>
          <TextField
            {...form.field('name')}
            label={t('session:name')}
            maxLength={MOST.name}
            autoFocus
            isRequired
          />
          <TextField
            {...form.field('loginName')}
            label={t('session:loginName')}
            description={t('session:loginNameHint')}
            maxLength={MOST.loginName}
            autoComplete="off"
            isRequired
          />
        </>
      )}
      <RadioField
        label={t('staff.role')}
        options={ROLES.map((one) => ({ value: one, label: t(`role.${one}`), note: t(`roleNote.${one}`) }))}
        value={role}
        onChange={setRole}
      />
      {staff && (
        <CheckField isSelected={active} onChange={setActive}>
          {t('staff.active')}
        </CheckField>
      )}
      <WorkFields options={options} value={work} onChange={setWork} />
      <TextField
        {...form.field('passphrase')}
        label={t(staff ? 'staff.newPassphrase' : 'session:passphrase')}
        description={t('session:passphraseHint')}
        type="password"
        autoComplete="new-password"
        maxLength={MOST.passphrase}
        isRequired={staff === undefined}
      />
      {form.error && <ErrorMessage error={form.error} />}
      <div className="w-row">
        <Button onPress={onDone}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" keys="Enter" isPending={form.isPending}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}
