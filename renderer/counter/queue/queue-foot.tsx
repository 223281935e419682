import { Briefcase, CalendarCheck, ListChecks, TicketPlus, UserPlus, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueSnapshot } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { useShortcut } from '../../keys/key-context.tsx';
import { KEYS } from '../../keys/keys.ts';
import { useCounterState } from '../../state/context.tsx';
import type { OpenPanel } from '../panels/panel-names.ts';

/** What is done less often: help somebody without a number, give a number, look at who did not come. */
export function QueueFoot({ queue, onOpen }: { readonly queue: QueueSnapshot; readonly onOpen: OpenPanel }) {
  const { t } = useTranslation('hall');
  useShortcut('startWithoutTicket', () => onOpen('startWithoutTicket'));
  useShortcut('issueTicket', () => onOpen('issueTicket'));
  const hasAgenda = useCounterState((state) => state.session.value?.hasAgenda === true);
  useShortcut('agenda', () => onOpen('agenda'), { isEnabled: hasAgenda });
  useShortcut('chooseTicket', () => onOpen('chooseTicket'));
  useShortcut('workProfile', () => onOpen('workProfile'), { isEnabled: queue.work !== undefined });
  useShortcut('noShowList', () => onOpen('noShows'));
  return (
    <div className="w-queue-foot">
      <Button icon={UserPlus} keys={KEYS.startWithoutTicket} onPress={() => onOpen('startWithoutTicket')}>
        {t('startWithoutTicket')}
      </Button>
      <Button icon={TicketPlus} keys={KEYS.issueTicket} onPress={() => onOpen('issueTicket')}>
        {t('issueTicket')}
      </Button>
      {hasAgenda && (
        <Button icon={CalendarCheck} keys={KEYS.agenda} onPress={() => onOpen('agenda')}>
          {t('agenda')}
        </Button>
      )}
      <Button icon={ListChecks} keys={KEYS.chooseTicket} onPress={() => onOpen('chooseTicket')}>
        {t('choose.button')}
      </Button>
      <Button icon={UserX} keys={KEYS.noShowList} onPress={() => onOpen('noShows')}>
        {t('noShowList', { count: queue.noShows.length })}
      </Button>
      {queue.work && (
        <Button icon={Briefcase} keys={KEYS.workProfile} onPress={() => onOpen('workProfile')}>
          {t('work.button', { name: queue.work.profile?.name ?? t('work.everyGroup') })}
        </Button>
      )}
    </div>
  );
}
