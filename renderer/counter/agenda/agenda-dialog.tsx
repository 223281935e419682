import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AgendaEntry, AppointmentState } from '../../../shared/contract/agenda.ts';
import { Badge, type Tone } from '../../components/badge.tsx';
import { Empty } from '../../components/card.tsx';
import { Confirm, Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/fields.tsx';
import { Message } from '../../components/message.tsx';
import { formatTime } from '../../i18n/format.ts';
import { useCounter } from '../../state/context.tsx';
import { useNow } from '../../state/use-now.ts';
import './agenda.css';
import { useAgenda } from './use-agenda.ts';

/** Today's appointments: find a visitor by number, code, burgerservicenummer, name or time, and check him in with Enter. */
export function AgendaDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('agenda');
  const { run, notify } = useCounter();
  const [search, setSearch] = useState('');
  const [undoing, setUndoing] = useState<AgendaEntry>();
  const agenda = useAgenda(search);
  const checkIn = async (entry: AgendaEntry | undefined) => {
    if (!entry) return;
    if (entry.state === 'waiting') {
      setUndoing(entry);
      return;
    }
    if (entry.number !== null) {
      notify('info', { text: t('already', { number: entry.number }) });
      return;
    }
    const answer = await run('agenda.checkIn', { reference: entry.reference });
    if (!answer.ok) return;
    notify('ok', { text: t('checkedIn', { number: answer.value.number, time: formatTime(entry.start) }) });
    setSearch('');
  };
  const undo = async ({ reference, number }: AgendaEntry) => {
    const answer = await run('agenda.undoCheckIn', { reference });
    setUndoing(undefined);
    if (answer.ok) notify('ok', { text: t('undone', { number: number ?? '' }) });
  };
  // Enter in the field means the visitor that was found, when there is one and no other.
  const only = agenda?.answers === search && agenda.entries.length === 1 ? agenda.entries[0] : undefined;
  if (undoing)
    return (
      <Confirm
        title={t('undoTitle', { number: undoing.number ?? '' })}
        confirm={t('undo')}
        cancel={t('keep')}
        onConfirm={() => void undo(undoing)}
        onCancel={() => setUndoing(undefined)}
      >
        {t('undoBody', { number: undoing.number ?? '', time: formatTime(undoing.start) })}
      </Confirm>
    );
  return (
    <Dialog title={t('title')} size="wide" onClose={onClose}>
      <TextField
        label={t('search')}
        description={t('searchHow')}
        autoFocus
        value={search}
        maxLength={200}
        onChange={setSearch}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void checkIn(only);
          // Escape is for the dialog.
          else event.continuePropagation();
        }}
      />
      {agenda?.source === 'away' && (
        <Message tone="warn" title={t('away')} role="status">
          {agenda.readAt === null ? t('neverRead') : t('asOf', { time: formatTime(agenda.readAt) })}
        </Message>
      )}
      {agenda && <Entries entries={agenda.entries} total={agenda.total} onCheckIn={checkIn} />}
      {agenda && agenda.problems.length > 0 && (
        <Message tone="info" title={t('problems')}>
          {agenda.problems.map((problem) => (
            <div key={problem}>{problem}</div>
          ))}
        </Message>
      )}
    </Dialog>
  );
}

function Entries(props: {
  readonly entries: readonly AgendaEntry[];
  readonly total: number;
  readonly onCheckIn: (entry: AgendaEntry) => Promise<void>;
}) {
  const { t } = useTranslation('agenda');
  const now = useNow(30_000);
  const { entries, total } = props;
  if (entries.length === 0) return <Empty>{t(total === 0 ? 'none' : 'notFound')}</Empty>;
  return (
    <ListBox
      className="w-listbox w-agenda"
      aria-label={t('list')}
      items={entries.map((entry) => ({ ...entry, id: entry.reference }))}
      onAction={(key) => {
        const entry = entries.find(({ reference }) => reference === key);
        if (entry) void props.onCheckIn(entry);
      }}
    >
      {(entry) => (
        <ListBoxItem
          className="w-option w-agenda-row"
          textValue={`${formatTime(entry.start)} ${entry.name ?? entry.groupName}`}
        >
          <b>{formatTime(entry.start)}</b>
          <span>
            {entry.name ?? t('noName')}
            {entry.persons > 1 && (
              <small className="w-soft"> · {t('persons', { count: entry.persons })}</small>
            )}
          </span>
          <span className="w-soft">{entry.groupName}</span>
          <Badge tone={TONES[entry.state]}>{stateText(entry, now, t)}</Badge>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

const TONES: Readonly<Record<AppointmentState, Tone>> = {
  expected: 'neutral',
  late: 'warn',
  missed: 'bad',
  waiting: 'info',
  called: 'info',
  noShow: 'bad',
  finished: 'ok',
  closed: 'bad',
};

function stateText(
  { state, start, number }: AgendaEntry,
  now: number,
  t: ReturnType<typeof useTranslation<'agenda'>>['t'],
): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(start)) / 60_000));
  return t(`state.${state}`, { minutes, number: number ?? '' });
}
