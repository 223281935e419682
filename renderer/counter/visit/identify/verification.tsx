import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/person-view.ts';
import { ToneIcon } from '../../../components/badge.tsx';
import { formatTime } from '../../../i18n/format.ts';

/** Whether the BRP knows this person, and since when. */
export function Verification({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('visit');
  if (person.verification === 'verified') {
    const time = person.verifiedAt === null ? '' : formatTime(person.verifiedAt);
    return (
      <span className="v-verified">
        <ToneIcon tone="ok" /> {t('person.verified', { time })}
      </span>
    );
  }
  return (
    <span className="v-unverified">
      <ToneIcon tone="warn" /> {t(`person.${person.verification}`)}
    </span>
  );
}
