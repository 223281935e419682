import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldTexts, TextField } from '../../../components/fields.tsx';
import { shownDay, typedDay } from '../identify/typed-date.ts';

/** A day, typed as day-month-year and given as YYYY-MM-DD; what is no day is given as it was typed. */
export function DayField({
  value,
  onChange,
  isRequired,
  ...texts
}: FieldTexts & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired: boolean;
}) {
  const { t } = useTranslation('visit');
  const [typing, setTyping] = useState<string>();
  return (
    <TextField
      {...texts}
      value={typing ?? shownDay(value)}
      placeholder={t('identify.dateHint')}
      inputMode="numeric"
      maxLength={10}
      isRequired={isRequired}
      autoComplete="off"
      onChange={(text) => {
        setTyping(text);
        onChange(typedDay(text) ?? text);
      }}
      onBlur={() => setTyping(undefined)}
    />
  );
}
