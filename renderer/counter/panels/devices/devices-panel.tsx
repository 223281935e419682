import { useTranslation } from 'react-i18next';
import { Empty } from '../../../components/card.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { useCounterState } from '../../../state/context.tsx';
import { DeviceRow } from './device-row.tsx';
import { PrintJobRow } from './print-job-row.tsx';

/** The devices of this counter: state, advice, a test; and the prints that want an answer, first. */
export function DevicesPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['devices', 'common']);
  const { value, error } = useCounterState((state) => state.devices);
  return (
    <Dialog title={t('title')} size="middle" onClose={onClose}>
      <div className="w-stack">
        {error && <ErrorMessage error={error} />}
        {value?.jobs.map((job) => (
          <PrintJobRow key={job.jobId} job={job} />
        ))}
        {value?.devices.length === 0 && <Empty>{t('none')}</Empty>}
        <ul className="w-list">
          {value?.devices.map((device) => (
            <DeviceRow key={device.role} device={device} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
