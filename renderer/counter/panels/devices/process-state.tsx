import { useTranslation } from 'react-i18next';
import type { DeviceProcess } from '../../../../shared/contract/device-setup.ts';
import { Message } from '../../../components/message.tsx';
import { formatTime } from '../../../i18n/format.ts';

/** Whether the process of all devices ended by itself since the start, and why the last time. Silent when it never did. */
export function ProcessState({ process }: { readonly process: DeviceProcess }) {
  const { t } = useTranslation('devices');
  const { ended, lastEnd, running } = process;
  if (!lastEnd) return null;
  return (
    <Message
      tone={running ? 'info' : 'warn'}
      title={t('process.ended', { count: ended, time: formatTime(lastEnd.at) })}
    >
      {lastEnd.why}
    </Message>
  );
}
