import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/fields.tsx';

const MOST = 1000;

/** A free note with the product; may stay empty. */
export function NoteStep({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useTranslation('visit');
  return (
    <div className="v-step">
      <TextField
        label={t('note.label')}
        description={`${t('note.help')} ${t('form.left', { count: MOST - text.length })}`}
        rows={6}
        value={text}
        maxLength={MOST}
        onChange={onChange}
      />
    </div>
  );
}
