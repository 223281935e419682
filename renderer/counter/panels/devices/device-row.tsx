import { Activity } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { DeviceStatus } from '../../../../shared/contract/device-protocol.ts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { TechnicalDetail } from '../../../components/technical-detail.tsx';
import { formatSince } from '../../../i18n/format.ts';
import { useCounter } from '../../../state/context.tsx';
import { useNow } from '../../../state/use-now.ts';
import { adviceFor, deviceHealth } from './device-health.ts';

/** One device: what it is, how it is and since when, what to do about it, and a test. */
export function DeviceRow({ device }: { readonly device: DeviceStatus }) {
  const { t } = useTranslation(['devices', 'common']);
  const { ask } = useCounter();
  const [tests, setTests] = useState(false);
  const [result, setResult] = useState<CallOutput<'devices.check'>>();
  const now = useNow(60_000);
  const { tone, word, since } = deviceHealth(device);
  const test = async () => {
    setTests(true);
    setResult(undefined);
    const answer = await ask('devices.check', { role: device.role });
    setTests(false);
    if (answer.ok) setResult(answer.value);
  };
  const technical = [device.identity, device.driver, device.reason, device.detail];
  return (
    <li className="w-device">
      <div className="w-row">
        <strong>{t(`role.${device.role}`)}</strong>
        <Badge tone={tone}>{t(`word.${word}`)}</Badge>
        <span className="w-soft w-small">{t('common:since', { time: formatSince(since, now) })}</span>
        <Button icon={Activity} className="w-push" isPending={tests} onPress={() => void test()}>
          {t('test')}
        </Button>
      </div>
      {device.reason && <p>{t(`reason.${device.reason}`)}</p>}
      {adviceFor(device).map((key) => (
        <p key={key}>{t(`advice.${key}`)}</p>
      ))}
      <TechnicalDetail text={technical.filter(Boolean).join(' · ')} />
      {result && (
        <Message tone={result.ok ? 'ok' : 'bad'} role="status" title={t(`health.${result.code}`)}>
          <TechnicalDetail text={result.detail} />
        </Message>
      )}
    </li>
  );
}
