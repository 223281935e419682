import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterState, WorkProfileName } from '../../../../shared/contract/overview.ts';
import { Button } from '../../../components/button.tsx';
import { RadioField, SelectField } from '../../../components/choices.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** No profile has this for an id. */
const OWN = '-';

interface CounterWorkProps {
  readonly at: CounterState;
  readonly profiles: readonly WorkProfileName[];
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** What a counter does for the rest of the day: open or closed, and by which work profile it calls. */
export function CounterWork({ at, profiles, onDone, onClose }: CounterWorkProps) {
  const { t } = useTranslation('overview');
  const { run, notify } = useCounter();
  const isPending = useCounterState((state) => state.busy.has('overview.assign'));
  const [isOpen, setOpen] = useState(at.isOpen);
  const [profile, setProfile] = useState(at.profile);
  const { counter } = at;
  const save = async () => {
    const answer = await run('overview.assign', { counter, isOpen, profile });
    if (!answer.ok) return;
    notify('ok', { text: t('assigned', { counter }) });
    onClose();
    await onDone();
  };
  return (
    <Dialog
      title={t('workTitle', { counter })}
      onClose={onClose}
      footer={
        <Button variant="primary" isPending={isPending} onPress={() => void save()}>
          {t('save')}
        </Button>
      }
    >
      <div className="w-stack">
        <RadioField
          label={t('workOpen')}
          value={isOpen ? 'open' : 'closed'}
          options={[
            { value: 'open', label: t('open'), note: t('openNote') },
            { value: 'closed', label: t('closed'), note: t('closedNote') },
          ]}
          onChange={(value) => setOpen(value === 'open')}
        />
        {profiles.length > 0 && (
          <SelectField
            label={t('profile')}
            value={profile ?? OWN}
            options={[
              { value: OWN, label: t('ownProfile') },
              ...profiles.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => setProfile(value === OWN ? null : value)}
          />
        )}
        <p className="w-soft">{t('workToday')}</p>
      </div>
    </Dialog>
  );
}
