import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../shared/contract/call.ts';
import type { Staff } from '../../../../shared/contract/session.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { CheckField, RadioField } from '../../../components/choices.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

const ROLES: readonly Role[] = ['clerk', 'teamlead', 'administrator'];

export interface StaffFormProps {
  /** Whose account is changed; undefined makes a new one. */
  readonly staff: Staff | undefined;
  readonly onDone: () => void;
}

/** Adds an account, or changes the role, the passphrase or whether it is open. */
export function StaffForm({ staff, onDone }: StaffFormProps) {
  const { t } = useTranslation(['admin', 'session', 'common']);
  const { run } = useCounter();
  const isPending = useCounterState((state) => state.busy.has('staff.add') || state.busy.has('staff.change'));
  const [name, setName] = useState('');
  const [loginName, setLoginName] = useState('');
  const [role, setRole] = useState<Role>(staff?.role ?? 'clerk');
  const [active, setActive] = useState(staff?.active ?? true);
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<CallError>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const next = passphrase === '' ? {} : { passphrase };
    const answer = staff
      ? await run('staff.change', { staffId: staff.staffId, role, active, ...next }, { quiet: true })
      : await run('staff.add', { name, loginName, role, passphrase }, { quiet: true });
    if (answer.ok) onDone();
    else setError(answer.error);
  };
  return (
    <form className="w-stack" onSubmit={submit}>
      {staff ? (
        <h3>
          {staff.name} <span className="w-soft">{staff.loginName}</span>
        </h3>
      ) : (
        <>
          <TextField
            label={t('session:name')}
            value={name}
            onChange={setName}
            maxLength={80}
            autoFocus
            isRequired
          />
          <TextField
            label={t('session:loginName')}
            description={t('session:loginNameHint')}
            value={loginName}
            onChange={setLoginName}
            maxLength={40}
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
      <TextField
        label={t(staff ? 'staff.newPassphrase' : 'session:passphrase')}
        description={t('session:passphraseHint')}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="new-password"
        isRequired={staff === undefined}
      />
      {error && <ErrorMessage error={error} />}
      <div className="w-row">
        <Button onPress={onDone}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" keys="Enter" isPending={isPending}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}
