import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';
import type { CallOutput } from '../../../shared/contract/index.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/fields.tsx';
import { Message } from '../../components/message.tsx';
import { useCounter, useCounterState } from '../../state/context.tsx';
import { LacksThere } from './lacks-there.tsx';
import { useHallActions } from './use-hall-actions.ts';

const HOLD = 'hold';
const COUNTER = 'counter';
/** Before the name of a colleague among the places to send somebody to. */
const COLLEAGUE = 'colleague ';
const LATER = [0, 10, 20, 30, 60] as const;
const PLACES = ['kept', 'front', 'end'] as const;
/** Counters have a number of one or two digits. */
const COUNTER_NUMBER = /^[1-9]\d?$/;

/** Sends the visitor at this counter on, to another group, counter or colleague, or holds him; his number stays. */
export function SendOnDialog({
  queue,
  ticket: { ticketId, number, group: ownGroup },
  onClose,
}: {
  readonly queue: QueueSnapshot;
  readonly ticket: Ticket;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('hall');
  const { notify, ask } = useCounter();
  const { send, isBusy } = useHallActions();
  const [where, setWhere] = useState<string>(HOLD);
  const [counter, setCounter] = useState('');
  const [isRefused, setRefused] = useState(false);
  const [minutes, setMinutes] = useState('0');
  const [place, setPlace] = useState<(typeof PLACES)[number]>('kept');
  const [note, setNote] = useState('');
  const ownCounter = useCounterState((state) => state.session.value?.counter);
  const [colleagues, setColleagues] = useState<CallOutput<'hall.colleagues'> | null>(null);
  // Asked again with each change of the hall: they come and go while the dialog is open.
  useEffect(() => {
    let overtaken = false;
    void ask('hall.colleagues', {}, { quiet: true }).then((answer) => {
      if (answer.ok && !overtaken) setColleagues(answer.value);
    });
    return () => {
      overtaken = true;
    };
  }, [ask, queue]);
  // Who is logged in at two counters is one colleague, named with the first.
  const people = (colleagues ?? [])
    .filter(({ name }, at, all) => all.findIndex((one) => one.name === name) === at)
    .map(({ name, counter: at }) => ({
      value: `${COLLEAGUE}${name}`,
      label: t('sendOn.colleague', { name, counter: at }),
    }));
  const groups = queue.groups.map(({ letter, name }) => ({ value: letter, label: `${letter} ${name}` }));

  const colleague = where.startsWith(COLLEAGUE) ? where.slice(COLLEAGUE.length) : null;
  const to = colleagues?.find((one) =>
    where === COUNTER ? String(one.counter) === counter : one.name === colleague,
  );
  const lacks = to?.lacks.find(({ group }) => group === ownGroup)?.lacks ?? [];
  const isOther = where === COUNTER && COUNTER_NUMBER.test(counter) && counter !== String(ownCounter);
  const nobody = to?.isOpen === false ? 'closed' : isOther && colleagues && !to ? 'empty' : undefined;
  const doText = lacks.length > 0 || nobody ? 'sendOn.doDespite' : 'sendOn.do';

  const sendOn = async () => {
    if (isBusy) return;
    if (where === HOLD) {
      if (!(await send('hall.hold', { ticketId, note }))) return;
      notify('ok', { text: t('done.held', { number }) });
      return onClose();
    }
    if (where === COUNTER && !COUNTER_NUMBER.test(counter)) return setRefused(true);
    const wish = {
      group: where === COUNTER || colleague !== null ? null : where,
      colleague,
      counter: where === COUNTER ? Number(counter) : null,
      inMinutes: Number(minutes),
      place,
      note,
    };
    if (!(await send('hall.transfer', { ticketId, ...wish }))) return;
    notify('ok', { text: t('done.transferred', { number }) });
    onClose();
  };

  return (
    <Dialog title={t('sendOn.title', { number })} size="narrow" onClose={onClose}>
      <form
        className="w-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void sendOn();
        }}
      >
        <SelectField
          label={t('sendOn.where')}
          autoFocus
          options={[
            { value: HOLD, label: t('sendOn.hold') },
            ...groups,
            ...people,
            { value: COUNTER, label: t('sendOn.counter') },
          ]}
          value={where}
          onChange={setWhere}
        />
        {where === COUNTER && (
          <TextField
            label={t('sendOn.counterNumber')}
            value={counter}
            onChange={(text) => {
              setCounter(text.trim());
              setRefused(false);
            }}
            error={isRefused ? t('sendOn.noCounter') : undefined}
            inputMode="numeric"
            maxLength={2}
            autoComplete="off"
          />
        )}
        {to && lacks.length > 0 && <LacksThere to={to} number={number} lacks={lacks} />}
        {nobody && (
          <Message
            tone="warn"
            title={t(`sendOn.${nobody}`, { counter: to?.counter ?? counter })}
            role="status"
          >
            <p>{t(`sendOn.${nobody}Waits`, { counter: to?.counter ?? counter, number })}</p>
          </Message>
        )}
        {where !== HOLD && (
          <>
            <SelectField
              label={t('sendOn.when')}
              options={LATER.map((count) => ({
                value: String(count),
                label: count === 0 ? t('sendOn.now') : t('sendOn.later', { count }),
              }))}
              value={minutes}
              onChange={setMinutes}
            />
            <SelectField
              label={t('sendOn.placeLabel')}
              options={PLACES.map((value) => ({ value, label: t(`sendOn.place.${value}`) }))}
              value={place}
              onChange={(value) => setPlace(PLACES.find((one) => one === value) ?? 'kept')}
            />
          </>
        )}
        <TextField
          label={t('sendOn.note')}
          description={t('sendOn.noteHint')}
          value={note}
          onChange={setNote}
          maxLength={200}
          autoComplete="off"
        />
        <Button type="submit" variant="primary" isPending={isBusy}>
          {t(where === HOLD ? 'sendOn.doHold' : doText)}
        </Button>
      </form>
    </Dialog>
  );
}
