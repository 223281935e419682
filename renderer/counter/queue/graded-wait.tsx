import { Clock, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gradeWait, type WaitGrade } from './wait.ts';

/** A wait in whole minutes and how it stands to its norm, both given in seconds: by word, sign and colour. */
export function GradedWait({ seconds, norm }: { readonly seconds: number; readonly norm: number }) {
  const { t } = useTranslation('hall');
  const grade = gradeWait(seconds, norm);
  return (
    <span className={`w-wait w-wait-${grade}`}>
      <GradeSign grade={grade} />
      {t('minutesShort', { count: Math.floor(seconds / 60) })}
      {grade !== 'ok' && (
        <span className="w-hidden"> {t(`grade.${grade}`, { norm: Math.round(norm / 60) })}</span>
      )}
    </span>
  );
}

function GradeSign({ grade }: { readonly grade: WaitGrade }) {
  if (grade === 'ok') return null;
  return grade === 'over' ? <TriangleAlert size={14} aria-hidden /> : <Clock size={14} aria-hidden />;
}
