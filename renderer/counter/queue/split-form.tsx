import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/choices.tsx';

/** Gives some of the persons of a number one of their own; somebody always stays. */
export function SplitForm({
  persons,
  also,
  group,
  groups,
  isBusy,
  onSplit,
}: Pick<Ticket, 'persons' | 'also' | 'group'> & {
  readonly groups: QueueSnapshot['groups'];
  readonly isBusy: boolean;
  readonly onSplit: (split: { readonly persons: number; readonly group: string }) => void;
}) {
  const { t } = useTranslation('hall');
  const most = persons - 1;
  const [leaving, setLeaving] = useState(1);
  const [chosen, setChosen] = useState<string>();
  const count = Math.min(leaving, most);
  const letter = chosen ?? also[0] ?? group;
  return (
    <form
      className="w-split"
      aria-label={t('party.split.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onSplit({ persons: count, group: letter });
      }}
    >
      <h3>{t('party.split.title')}</h3>
      <p className="w-soft">{t('party.split.body')}</p>
      <SelectField
        label={t('party.split.howMany')}
        options={Array.from({ length: most }, (_, index) => ({
          value: String(index + 1),
          label: t('party.persons', { count: index + 1 }),
        }))}
        value={String(count)}
        onChange={(value) => setLeaving(Number(value))}
      />
      <SelectField
        label={t('party.split.group')}
        options={groups.map((one) => ({ value: one.letter, label: `${one.letter} ${one.name}` }))}
        value={letter}
        onChange={setChosen}
      />
      <Button type="submit" isPending={isBusy}>
        {t('party.split.do')}
      </Button>
    </form>
  );
}
