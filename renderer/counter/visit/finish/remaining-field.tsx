import { useTranslation } from 'react-i18next';
import { RadioField } from '../../../components/choices.tsx';
import type { RemainingForm } from './use-remaining.ts';

const DONE = 'done';

/** Asks what becomes of the rest that a visitor came for; nothing when there is no rest. */
export function RemainingField({ groups, chosen, choose }: RemainingForm) {
  const { t } = useTranslation('visit');
  if (groups.length === 0) return null;
  return (
    <RadioField
      label={t('remaining.label', { groups: groups.map(({ name }) => name).join(', ') })}
      options={[
        { value: DONE, label: t('remaining.done') },
        ...groups.map(({ letter, name }) => ({ value: letter, label: t('remaining.sendOn', { name }) })),
      ]}
      value={chosen?.letter ?? DONE}
      onChange={choose}
    />
  );
}
