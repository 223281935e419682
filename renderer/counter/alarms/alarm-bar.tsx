import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../../shared/contract/alarms.ts';
import { Button } from '../../components/button.tsx';
import { useShortcut } from '../../keys/key-context.tsx';
import { KEYS } from '../../keys/keys.ts';
import { useCounter } from '../../state/context.tsx';
import { useAlarms } from './use-alarms.ts';
import { useRaiseAlarm } from './use-raise-alarm.ts';

/**
 * Calls for help, without a sound. The counter that asks shows it small, for the visitor may see its screen; the others
 * cannot miss it, also while they are locked.
 */
export function AlarmBar({ counter }: { readonly counter: number }) {
  const { t } = useTranslation('alarms');
  const { run, notify } = useCounter();
  const raise = useRaiseAlarm();
  const alarms = useAlarms();
  const own = alarms.find((alarm) => alarm.counter === counter);
  const others = alarms.filter((alarm) => alarm.counter !== counter);
  const unanswered = others.find(({ coming }) => !coming.some((one) => one.counter === counter));

  const come = ({ alarmId }: Alarm) => void run('alarms.coming', { alarmId });
  const end = ({ alarmId }: Alarm) => void run('alarms.end', { alarmId });
  useShortcut('raiseAlarm', () => void raise());
  useShortcut('answerAlarm', () => unanswered && come(unanswered), {
    isEnabled: unanswered !== undefined,
    refuse: () => notify('info', { text: t('nothingToAnswer') }),
  });
  return (
    <div data-react-aria-top-layer>
      {others.length > 0 && (
        <div className="w-alarms" role="alert">
          {others.map((alarm) => (
            <div key={alarm.alarmId} className="w-alarm">
              <strong>{t('asksForHelp', { counter: alarm.counter, name: alarm.staff })}</strong>
              <Coming alarm={alarm} />
              {alarm === unanswered ? (
                <Button variant="primary" keys={KEYS.answerAlarm} onPress={() => come(alarm)}>
                  {t('iCome')}
                </Button>
              ) : (
                <Button onPress={() => end(alarm)}>{t('end')}</Button>
              )}
            </div>
          ))}
        </div>
      )}
      {own && (
        <div className="w-alarm-own" role="status">
          {t('asked')} <Coming alarm={own} />
          <Button variant="quiet" onPress={() => end(own)}>
            {t('end')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Coming({ alarm: { coming } }: { readonly alarm: Alarm }) {
  const { t } = useTranslation('alarms');
  if (coming.length === 0) return null;
  const names = coming.map(({ staff }) => staff).join(', ');
  return <span>{t('comes', { count: coming.length, names })}</span>;
}
