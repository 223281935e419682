import { UserPlus } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Staff, WorkOptions } from '../../../../shared/contract/session.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { useCounter } from '../../../state/context.tsx';
import { StaffForm } from './staff-form.tsx';

/** Who may work here, and with which role; the administrator adds, changes and closes accounts. */
export function StaffPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { ask } = useCounter();
  const [staff, setStaff] = useState<readonly Staff[]>();
  const [options, setOptions] = useState<WorkOptions>(NOTHING);
  const [error, setError] = useState<CallError>();
  const [edited, setEdited] = useState<Staff | 'new'>();
  const load = useCallback(async () => {
    const answer = await ask('staff.list', {}, { quiet: true });
    if (answer.ok) setStaff(answer.value);
    setError(answer.ok ? undefined : answer.error);
    const work = await ask('staff.workOptions', {}, { quiet: true });
    if (work.ok) setOptions(work.value);
  }, [ask]);
  useEffect(() => void load(), [load]);
  const done = () => {
    setEdited(undefined);
    void load();
  };
  return (
    <Dialog title={t('staff.title')} size="middle" onClose={onClose}>
      <div className="w-stack">
        {error && <ErrorMessage error={error} />}
        {edited ? (
          <StaffForm staff={edited === 'new' ? undefined : edited} options={options} onDone={done} />
        ) : (
          <>
            <Button icon={UserPlus} variant="primary" onPress={() => setEdited('new')}>
              {t('staff.add')}
            </Button>
            <ul className="w-list">
              {staff?.map((one) => (
                <li key={one.staffId} className="w-list-row">
                  <strong>{one.name}</strong>
                  <span className="w-soft">
                    {one.loginName} · {t(`role.${one.role}`)}
                  </span>
                  {!one.active && <Badge tone="warn">{t('staff.closed')}</Badge>}
                  <Button
                    className="w-push"
                    aria-label={t('staff.changeOf', { name: one.name })}
                    onPress={() => setEdited(one)}
                  >
                    {t('staff.change')}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}

const NOTHING: WorkOptions = { profiles: [], skills: [] };
