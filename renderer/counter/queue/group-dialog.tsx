import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog.tsx';
import { useCounter, useCounterState } from '../../state/context.tsx';
import { IssueFields, IN_TURN, type IssueWish } from './issue-fields.tsx';
import { RollForm } from './roll-form.tsx';
import { useHallActions } from './use-hall-actions.ts';

export interface GroupDialogProps {
  /** start: help somebody now, without a number; issue: give a number for later. */
  readonly purpose: 'start' | 'issue';
  readonly onClose: () => void;
}

/** Chooses a group with the arrow keys or its letter, and Enter. */
export function GroupDialog({ purpose, onClose }: GroupDialogProps) {
  const { t } = useTranslation('hall');
  const { notify, run } = useCounter();
  const { send, isBusy } = useHallActions();
  const groups = useCounterState((state) => state.queue.value?.groups ?? NO_GROUPS);
  const roll = useCounterState((state) => state.queue.value?.roll);
  const [wish, setWish] = useState<IssueWish>(IN_TURN);
  const choose = async (group: string) => {
    // Another group is another number: the first one chosen is on its way.
    if (isBusy) return;
    if (purpose === 'start') {
      if (await send('hall.startWithoutTicket', { group })) onClose();
      return;
    }
    const also = wish.also.filter((letter) => letter !== group);
    const answer = await run('hall.issueTicket', { group, ...wish, also });
    if (!answer.ok) return;
    notify('ok', { text: t('issued', { number: answer.value.number }) });
    onClose();
  };
  return (
    <Dialog title={t(purpose === 'start' ? 'startTitle' : 'issueTitle')} size="narrow" onClose={onClose}>
      {purpose === 'issue' && <IssueFields groups={groups} value={wish} onChange={setWish} />}
      <p className="w-soft">{t(purpose === 'start' ? 'startBody' : 'issueBody')}</p>
      <ListBox
        className="w-listbox w-group-list"
        aria-label={t('groups')}
        autoFocus="first"
        items={groups.map((group) => ({ ...group, id: group.letter }))}
        onAction={(key) => void choose(String(key))}
      >
        {(group) => (
          <ListBoxItem className="w-option" textValue={`${group.letter} ${group.name}`}>
            <b>{group.letter}</b> {group.name}{' '}
            <span className="w-push w-soft">{t('waiting', { count: group.waiting })}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {purpose === 'issue' && <RollForm roll={roll} />}
    </Dialog>
  );
}

const NO_GROUPS: readonly never[] = [];
