import { useTranslation } from 'react-i18next';
import { PriorityReason, type QueueSnapshot } from '../../../shared/contract/hall.ts';
import { SelectField } from '../../components/choices.tsx';
import { AlsoField, type Party, PersonsField } from './party-fields.tsx';

/** Who comes with a number that the clerk gives, for what besides, and why he goes first; null: in his turn. */
export type IssueWish = Party & { readonly priority: PriorityReason | null };

/** One person, for one group, in his turn. */
export const IN_TURN: IssueWish = { persons: 1, also: [], priority: null };

const CHOICES = ['none', ...PriorityReason.options] as const;

/** What a clerk says of a visitor before he gives him a number. */
export function IssueFields({
  groups,
  value,
  onChange,
}: {
  readonly groups: readonly QueueSnapshot['groups'][number][];
  readonly value: IssueWish;
  readonly onChange: (wish: IssueWish) => void;
}) {
  const { t } = useTranslation('hall');
  return (
    <div className="w-stack w-issue-fields">
      <div className="w-row w-issue">
        <PersonsField value={value.persons} onChange={(persons) => onChange({ ...value, persons })} />
        <SelectField
          label={t('issuePriority.label')}
          options={CHOICES.map((why) => ({ value: why, label: t(`issuePriority.${why}`) }))}
          value={value.priority ?? 'none'}
          onChange={(why) => onChange({ ...value, priority: why === 'none' ? null : why })}
        />
      </div>
      <AlsoField
        group={null}
        groups={groups}
        value={value.also}
        onChange={(also) => onChange({ ...value, also })}
      />
    </div>
  );
}
