import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';
import { CheckField, SelectField } from '../../components/choices.tsx';

/** The most persons that one number can be for. */
const MOST = 20;
const COUNTS = Array.from({ length: MOST }, (_, index) => index + 1);

/** Who came with one number, and what for besides its group. */
export type Party = Pick<Ticket, 'persons' | 'also'>;

/** How many persons. */
export function PersonsField({
  value,
  onChange,
  autoFocus = false,
}: {
  readonly value: number;
  readonly onChange: (persons: number) => void;
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation('hall');
  return (
    <SelectField
      autoFocus={autoFocus}
      label={t('party.howMany')}
      options={COUNTS.map((count) => ({ value: String(count), label: t('party.persons', { count }) }))}
      value={String(value)}
      onChange={(count) => onChange(Number(count))}
    />
  );
}

/** Which groups the visitor needs besides the one that helps him (null: that one is chosen afterwards). */
export function AlsoField({
  group,
  groups,
  value,
  onChange,
}: {
  readonly group: string | null;
  readonly groups: readonly QueueSnapshot['groups'][number][];
  readonly value: Party['also'];
  readonly onChange: (also: Party['also']) => void;
}) {
  const { t } = useTranslation('hall');
  const choose = (letter: string, isChosen: boolean) => {
    const others = value.filter((one) => one !== letter);
    onChange(isChosen ? [...others, letter] : others);
  };
  return (
    <fieldset className="w-field w-also">
      <legend className="w-label">{t('party.alsoFor')}</legend>
      {groups
        .filter(({ letter }) => letter !== group)
        .map(({ letter, name }) => (
          <CheckField
            key={letter}
            isSelected={value.includes(letter)}
            onChange={(isChosen) => choose(letter, isChosen)}
          >
            {name}
          </CheckField>
        ))}
    </fieldset>
  );
}

/** How many persons, and which other groups this visitor needs. */
export function PartyFields({
  group,
  groups,
  value,
  onChange,
  autoFocus = false,
}: {
  /** The group that helps him. */
  readonly group: string;
  readonly groups: QueueSnapshot['groups'];
  readonly value: Party;
  readonly onChange: (party: Party) => void;
  readonly autoFocus?: boolean;
}) {
  return (
    <>
      <PersonsField
        autoFocus={autoFocus}
        value={value.persons}
        onChange={(persons) => onChange({ ...value, persons })}
      />
      <AlsoField
        group={group}
        groups={groups}
        value={value.also}
        onChange={(also) => onChange({ ...value, also })}
      />
    </>
  );
}
