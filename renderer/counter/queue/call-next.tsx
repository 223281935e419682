import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSnapshot } from '../../../shared/contract/hall.ts';
import type { VisitView } from '../../../shared/contract/visits.ts';
import { Button } from '../../components/button.tsx';
import { useShortcut } from '../../keys/key-context.tsx';
import { KEYS } from '../../keys/keys.ts';
import { useCounter, useCounterState } from '../../state/context.tsx';
import type { OpenPanel } from '../panels/panel-names.ts';
import { LeaveVisitDialog } from './leave-visit-dialog.tsx';
import { useHallActions } from './use-hall-actions.ts';
import { nobodyNext, useWhyText } from './why-text.ts';

/** A visit in which somebody was identified or something was chosen. */
function hasContent(visit: VisitView | null | undefined): boolean {
  return Boolean(visit && (visit.person || visit.document || visit.transactions.length > 0));
}

/** The big button: calls the next visitor, says who that will be and why, and asks first while somebody is here. */
export function CallNext({ queue, onOpen }: { readonly queue: QueueSnapshot; readonly onOpen: OpenPanel }) {
  const { t } = useTranslation('hall');
  const whyText = useWhyText();
  const { notify } = useCounter();
  const { callNext } = useHallActions();
  const visit = useCounterState((state) => state.visit.value);
  const isCalling = useCounterState((state) => state.busy.has('hall.callNext'));
  const [asks, setAsks] = useState(false);
  const call = () => {
    if (queue.current) setAsks(true);
    else void callNext();
  };
  const nobody = queue.waiting.length === 0;
  useShortcut('callNext', call, {
    isEnabled: !nobody,
    refuse: () => notify('info', { text: t('nobodyWaits') }),
  });
  useShortcut('whyNext', () => onOpen('whyNext'));
  return (
    <div>
      <Button
        variant="primary"
        icon={BellRing}
        keys={KEYS.callNext}
        className="w-call-next"
        isDisabled={nobody}
        isPending={isCalling}
        onPress={call}
      >
        {t('callNext')}
      </Button>
      <p className="w-why">
        {queue.next ? (
          <>
            {t('upNext')} <strong>{queue.next.number}</strong>, {whyText.next(queue.next.why)}
          </>
        ) : (
          t(nobodyNext(queue))
        )}
      </p>
      {!nobody && (
        <Button variant="quiet" keys={KEYS.whyNext} className="w-why-this" onPress={() => onOpen('whyNext')}>
          {t('whyThis')}
        </Button>
      )}
      {asks && queue.current && (
        <LeaveVisitDialog
          ticket={queue.current}
          hasContent={hasContent(visit)}
          onClose={() => setAsks(false)}
        />
      )}
    </div>
  );
}
