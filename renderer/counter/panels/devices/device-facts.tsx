import { FileDown, Replace, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoundDevice } from '../../../../shared/contract/device-setup.ts';
import type { DeviceStatus } from '../../../../shared/contract/device-protocol.ts';
import { Button } from '../../../components/button.tsx';
import { Facts } from '../../../components/card.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounter } from '../../../state/context.tsx';
import { forIt } from './device-advice.ts';
import { placeText } from './place.ts';

export interface DeviceFactsProps {
  readonly device: DeviceStatus;
  /** Undefined until it has been asked. */
  readonly bound: BoundDevice | undefined;
  readonly onReplace: () => void;
  readonly onChanged: () => void;
}

/** What IT wants to know of a device: who it is, where, how it is set and by whom; and its trace. */
export function DeviceFacts({ device, bound, onReplace, onChanged }: DeviceFactsProps) {
  const { t } = useTranslation('devices');
  const { run } = useCounter();
  const [saved, setSaved] = useState<{ readonly file: string; readonly lines: number }>();
  const saveTrace = async () => {
    const answer = await run('devices.saveTrace', { role: device.role });
    if (answer.ok) setSaved(answer.value);
  };
  const forget = async () => {
    const answer = await run('devices.unbind', { role: device.role });
    if (answer.ok) onChanged();
  };
  const reason = forIt(device.reason);
  return (
    <div className="w-device-facts">
      <Facts facts={factsOf(device, bound, t)} />
      {reason && <p>{t(`it.${reason}`)}</p>}
      <div className="w-row">
        <Button icon={FileDown} onPress={() => void saveTrace()}>
          {t('trace.save')}
        </Button>
        <Button icon={Replace} onPress={onReplace}>
          {t('replace')}
        </Button>
        {bound?.source === 'workstation' && (
          <Button icon={Undo2} onPress={() => void forget()}>
            {t(bound.replaces ? 'forget.configuration' : 'forget.none')}
          </Button>
        )}
      </div>
      {saved && (
        <Message tone="ok" role="status" title={t('trace.saved', { count: saved.lines })}>
          <span className="w-path">{saved.file}</span>
        </Message>
      )}
    </div>
  );
}

function factsOf(
  device: DeviceStatus,
  bound: BoundDevice | undefined,
  t: ReturnType<typeof useTranslation<'devices'>>['t'],
) {
  const facts = [
    { name: t('fact.identity'), value: device.identity },
    { name: t('fact.problem'), value: [device.reason, device.detail].filter(Boolean).join(': ') },
    { name: t('fact.driver'), value: device.driver },
    ...Object.entries(bound?.binding.endpoints ?? {}).map(([name, endpoint]) => ({
      name: name === 'main' ? t('fact.place') : t('fact.placeOf', { name }),
      value: placeText(endpoint),
    })),
    {
      name: t('fact.settings'),
      value: Object.entries(bound?.binding.settings ?? {})
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join(', '),
    },
    { name: t('fact.source'), value: bound && t(`source.${bound.source}`) },
  ];
  return facts.filter(({ value }) => value);
}
