import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../components/card.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { useCounterState } from '../../../state/context.tsx';
import { BindWizard, type WizardStart } from './bind-wizard.tsx';
import { ConfigProblems } from './config-problems.tsx';
import { DeviceFacts } from './device-facts.tsx';
import { DeviceRow } from './device-row.tsx';
import { FoundDevices } from './found-devices.tsx';
import { PrintJobRow } from './print-job-row.tsx';
import { ProcessState } from './process-state.tsx';
import { useDeviceSetup } from './use-device-setup.ts';

/**
 * The devices of this counter: state, advice, tests; and the prints that want an answer, first. IT sees besides what is
 * plugged in, where a binding comes from and what passed over the line, and binds a role by trying.
 */
export function DevicesPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['devices', 'common']);
  const { value, error } = useCounterState((state) => state.devices);
  const isAdministrator = useCounterState((state) => state.session.value?.staff?.role === 'administrator');
  const { setup, error: setupError, look } = useDeviceSetup(isAdministrator, value);
  const [wizard, setWizard] = useState<WizardStart>();
  const back = () => {
    setWizard(undefined);
    void look();
  };
  return (
    <Dialog
      title={t(wizard ? 'wizard.title' : 'title')}
      size={isAdministrator ? 'wide' : 'middle'}
      onClose={onClose}
    >
      {wizard && setup ? (
        <BindWizard setup={setup} start={wizard} onDone={back} />
      ) : (
        <div className="w-stack">
          {error && <ErrorMessage error={error} />}
          {value && <ConfigProblems problems={value.problems} />}
          {value?.jobs.map((job) => (
            <PrintJobRow key={job.jobId} job={job} />
          ))}
          {value?.devices.length === 0 && <Empty>{t('none')}</Empty>}
          <ul className="w-list">
            {value?.devices.map((device) => (
              <DeviceRow key={device.role} device={device}>
                {isAdministrator && (
                  <DeviceFacts
                    device={device}
                    bound={setup?.bound.find(({ binding }) => binding.role === device.role)}
                    onReplace={() => setWizard({ role: device.role })}
                    onChanged={() => void look()}
                  />
                )}
              </DeviceRow>
            ))}
          </ul>
          {setupError && <ErrorMessage error={setupError} />}
          {setup && (
            <>
              <FoundDevices found={setup.found} onLook={() => void look()} onBind={setWizard} />
              <ProcessState process={setup.process} />
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
