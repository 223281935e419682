import { useTranslation } from 'react-i18next';
import type { DocumentView, PersonView, PersonWarning } from '../../../../shared/contract/person-view.ts';
import { type Tone, ToneIcon } from '../../../components/badge.tsx';

const TONES: Readonly<Record<PersonWarning['severity'], Tone>> = { stop: 'bad', warn: 'warn', info: 'info' };
const ORDER: readonly PersonWarning['severity'][] = ['stop', 'warn', 'info'];

/** Every warning about a person with what it means for the clerk, the gravest first, and how the document differs. */
export function PersonWarnings({
  person,
  document,
}: {
  readonly person: PersonView;
  readonly document: DocumentView | null;
}) {
  const { t } = useTranslation('visit');
  const differences = document?.differences ?? [];
  if (person.warnings.length === 0 && differences.length === 0) return null;
  const sorted = person.warnings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <ul className="v-warnings" aria-label={t('person.warnings')}>
      {sorted.map(({ code, severity }) => (
        <li key={code} className={`v-warning v-warning-${severity}`}>
          <ToneIcon tone={TONES[severity]} />
          <span className="w-hidden">{t(`severity.${severity}`)}:</span>
          {t(`warning.${code}`)}
        </li>
      ))}
      {differences.length > 0 && (
        <li className="v-warning v-warning-warn">
          <ToneIcon tone="warn" />
          {t('person.differences', {
            fields: differences.map((field) => t(`person.difference.${field}`)).join(', '),
          })}
        </li>
      )}
    </ul>
  );
}
