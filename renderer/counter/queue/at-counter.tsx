import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSnapshot } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { useShortcut } from '../../keys/key-context.tsx';
import { KEYS } from '../../keys/keys.ts';
import { useCounter, useCounterState } from '../../state/context.tsx';
import { NoShowWhyDialog } from './no-show-why-dialog.tsx';
import { PartyDialog } from './party-dialog.tsx';
import { PartyLine } from './party-text.tsx';
import { SendOnDialog } from './send-on-dialog.tsx';
import { useHallActions } from './use-hall-actions.ts';

/** The number at this counter, with calling again, not there, and back to the queue. */
export function AtCounter({ queue }: { readonly queue: QueueSnapshot }) {
  const ticket = queue.current;
  const { t } = useTranslation('hall');
  const { notify } = useCounter();
  const { send } = useHallActions();
  const busy = useCounterState((state) => state.busy);
  const called = ticket !== null && ticket.origin !== 'walkIn';
  const refuse = () => notify('info', { text: t(ticket ? 'notForWalkIn' : 'nobodyAtCounter') });

  const recall = async () => {
    if (ticket && (await send('hall.recall', { ticketId: ticket.ticketId }))) {
      notify('ok', { text: t('recalled', { number: ticket.number }) });
    }
  };
  const noShow = () =>
    ticket && void send('hall.noShow', { ticketId: ticket.ticketId, reason: 'notAppeared' });
  const putBack = () => ticket && void send('hall.putBack', { ticketId: ticket.ticketId });
  useShortcut('recall', () => void recall(), { isEnabled: called, refuse });
  useShortcut('noShow', noShow, { isEnabled: called, refuse });
  const [sendingOn, setSendingOn] = useState<string>();
  const sendOn = () => setSendingOn(ticket?.ticketId);
  useShortcut('putBack', putBack, { isEnabled: called, refuse });
  useShortcut('sendOn', sendOn, { isEnabled: called, refuse });
  const [missing, setMissing] = useState<string>();
  const askWhy = () => setMissing(ticket?.ticketId);
  useShortcut('noShowWhy', askWhy, { isEnabled: called, refuse });
  const [partyOf, setPartyOf] = useState<string>();
  const askParty = () => setPartyOf(ticket?.ticketId);
  useShortcut('party', askParty, { isEnabled: called, refuse });

  if (!ticket) return null;
  return (
    <section className="w-at-counter" aria-label={t('atCounter')}>
      <p>
        <span className="w-soft">{t('atCounter')}</span>{' '}
        <strong>{called ? ticket.number : t('withoutNumber')}</strong>{' '}
        <span className="w-soft">
          {ticket.timesCalled > 1 && t('timesCalled', { count: ticket.timesCalled })}
        </span>
      </p>
      <PartyLine ticket={ticket} queue={queue} />
      {called && (
        <div className="w-at-counter-actions">
          <Button keys={KEYS.recall} isPending={busy.has('hall.recall')} onPress={() => void recall()}>
            {t('recall')}
          </Button>
          <Button keys={KEYS.noShow} isPending={busy.has('hall.noShow')} onPress={noShow}>
            {t('noShow')}
          </Button>
          <Button keys={KEYS.noShowWhy} onPress={askWhy}>
            {t('noShowOther')}
          </Button>
          <Button keys={KEYS.putBack} isPending={busy.has('hall.putBack')} onPress={putBack}>
            {t('putBack')}
          </Button>
          <Button keys={KEYS.sendOn} onPress={sendOn}>
            {t('sendOnShort')}
          </Button>
          <Button keys={KEYS.party} onPress={askParty}>
            {t('party.button')}
          </Button>
        </div>
      )}
      {ticket.note !== '' && <p className="w-small">{ticket.note}</p>}
      {partyOf === ticket.ticketId && (
        <PartyDialog queue={queue} ticket={ticket} onClose={() => setPartyOf(undefined)} />
      )}
      {missing === ticket.ticketId && (
        <NoShowWhyDialog ticket={ticket} onClose={() => setMissing(undefined)} />
      )}
      {sendingOn === ticket.ticketId && (
        <SendOnDialog queue={queue} ticket={ticket} onClose={() => setSendingOn(undefined)} />
      )}
    </section>
  );
}
