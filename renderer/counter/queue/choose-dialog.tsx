import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import {
  type CancelReason,
  ChooseReason,
  PriorityReason,
  type QueueSnapshot,
  type Ticket,
} from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { Empty } from '../../components/card.tsx';
import { SelectField } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Message } from '../../components/message.tsx';
import { useCounter, useCounterState } from '../../state/context.tsx';
import { CancelReasonField } from './cancel-dialog.tsx';
import { PartyDialog } from './party-dialog.tsx';
import { TicketMarks } from './ticket-marks.tsx';
import { useHallActions } from './use-hall-actions.ts';
import { useWhyText } from './why-text.ts';

interface ChooseProps {
  readonly onClose: () => void;
}

/** Chooses one of who wait, and then what is done with him: call him before his turn, give him priority, take him out. */
export function ChooseDialog({ onClose }: ChooseProps) {
  const { t } = useTranslation('hall');
  const queue = useCounterState((state) => state.queue.value);
  const [chosen, setChosen] = useState<Ticket>();
  const waiting = queue?.waiting ?? [];
  const ticket = waiting.find(({ ticketId }) => ticketId === chosen?.ticketId);
  if (queue && ticket) return <ChosenDialog queue={queue} ticket={ticket} onClose={onClose} />;
  return (
    <Dialog title={t('choose.title')} size="narrow" onClose={onClose}>
      {chosen && <Message tone="info" title={t('choose.gone', { number: chosen.number })} role="status" />}
      {waiting.length === 0 ? (
        <Empty>{t('emptyQueue')}</Empty>
      ) : (
        <>
          <p className="w-soft">{t('choose.body')}</p>
          <ListBox
            className="w-listbox w-group-list"
            aria-label={t('waitingList')}
            autoFocus="first"
            items={waiting.map((one) => ({ ...one, id: one.ticketId }))}
            onAction={(key) => setChosen(waiting.find(({ ticketId }) => ticketId === key))}
          >
            {(one) => (
              <ListBoxItem className="w-option" textValue={`${one.number} ${one.groupName}`}>
                <b>{one.number}</b>
                <span>
                  {one.groupName}
                  {queue && <TicketMarks ticket={one} queue={queue} />}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </>
      )}
    </Dialog>
  );
}

type What = 'call' | 'priority' | 'noPriority' | 'party' | 'cancel';

/** What can be done with this one now. */
function choicesFor({ mayChoose, current }: QueueSnapshot, { hasPriority }: Ticket): readonly What[] {
  const call = mayChoose && current === null ? (['call'] as const) : [];
  return [...call, hasPriority ? 'noPriority' : 'priority', 'party', 'cancel'];
}

function ChosenDialog({
  queue,
  ticket,
  onClose,
}: ChooseProps & { readonly queue: QueueSnapshot; readonly ticket: Ticket }) {
  const { t } = useTranslation('hall');
  const { notify } = useCounter();
  const { send, isBusy } = useHallActions();
  const { ticketId, number } = ticket;
  const choices = choicesFor(queue, ticket);
  const [chosen, setChosen] = useState<What | undefined>(choices[0]);
  // What was chosen never turns into something else under the hand of the clerk.
  const what = choices.find((one) => one === chosen);
  const [callWhy, setCallWhy] = useState<ChooseReason>('cantWait');
  const [firstWhy, setFirstWhy] = useState<PriorityReason>('cantStand');
  const [isParty, setParty] = useState(false);
  const [cancelWhy, setCancelWhy] = useState<CancelReason>('left');
  const whyText = useWhyText();
  const lacks = queue.lacks.find(({ group }) => group === ticket.group)?.lacks ?? [];
  const isDespite = what === 'call' && lacks.length > 0;

  const isDone = (): Promise<boolean> => {
    if (what === 'call') return send('hall.callChosen', { ticketId, reason: callWhy, despite: lacks });
    if (what === 'cancel') return send('hall.cancel', { ticketId, reason: cancelWhy });
    return send('hall.setPriority', { ticketId, priority: what === 'priority' ? firstWhy : null });
  };
  const act = async () => {
    if (what === undefined) return;
    if (what === 'party') return setParty(true);
    if (!(await isDone())) return;
    notify('ok', { text: what === 'call' ? t('called', { number }) : t(`choose.done.${what}`, { number }) });
    onClose();
  };

  if (isParty) return <PartyDialog queue={queue} ticket={ticket} onClose={onClose} />;
  return (
    <Dialog title={t('choose.titleOf', { number })} size="narrow" onClose={onClose}>
      <form
        className="w-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void act();
        }}
      >
        <SelectField
          autoFocus
          label={t('choose.what')}
          options={choices.map((value) => ({ value, label: t(`choose.${value}`) }))}
          value={what ?? null}
          placeholder={t('choose.again')}
          error={what === undefined ? t('choose.changed', { number }) : undefined}
          onChange={setChosen}
        />
        {what === 'call' && (
          <SelectField
            label={t('choose.why')}
            options={ChooseReason.options.map((value) => ({ value, label: t(`choose.callWhy.${value}`) }))}
            value={callWhy}
            onChange={setCallWhy}
          />
        )}
        {what === 'priority' && (
          <SelectField
            label={t('choose.why')}
            options={PriorityReason.options.map((value) => ({ value, label: t(`issuePriority.${value}`) }))}
            value={firstWhy}
            onChange={setFirstWhy}
          />
        )}
        {isDespite && (
          <Message tone="warn" title={t('choose.despite', { number })} role="status">
            <ul>
              {lacks.map((lack) => (
                <li key={lack.code}>{whyText.lack(lack)}</li>
              ))}
            </ul>
          </Message>
        )}
        {what === 'cancel' && <CancelReasonField value={cancelWhy} onChange={setCancelWhy} />}
        {what && (
          <Button type="submit" variant="primary" isPending={isBusy}>
            {t(isDespite ? 'choose.do.callDespite' : `choose.do.${what}`)}
          </Button>
        )}
      </form>
    </Dialog>
  );
}
