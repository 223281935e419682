import { useTranslation } from 'react-i18next';
import type { DocumentView, PersonView, VisitView } from '../../../../shared/contract/visits.ts';
import { addDays, formatDutchDate } from '../../../../shared/domain/dates.ts';
import { ToneIcon } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Facts } from '../../../components/card.tsx';
import { KEYS } from '../../../keys/keys.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useToday } from '../clock.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { BsnValue } from './bsn-value.tsx';
import { PersonWarnings } from './person-warnings.tsx';

/** A document that ends within this many days is pointed out. */
const SOON_DAYS = 90;

/** Who stands at the counter, with everything that the clerk must know before he helps. */
export function PersonCard({ visit, person }: { readonly visit: VisitView; readonly person: PersonView }) {
  const { t } = useTranslation('visit');
  const desk = useDesk();
  const { document } = visit;
  const age = person.age === null ? '' : ` ${t('person.age', { age: person.age })}`;
  return (
    <section className="w-card v-person" aria-label={t('person.label')}>
      <div className="v-person-name">
        <strong>{person.fullName}</strong>
        {person.sex !== null && <span className="w-soft">{person.sex}</span>}
        <Verification person={person} />
        <Button variant="quiet" keys={KEYS.identify} className="w-push" onPress={() => desk.show('identify')}>
          {t('person.again')}
        </Button>
      </div>
      <div className="v-person-facts">
        <Facts
          facts={[
            { name: t('person.born'), value: `${person.birthDateText}${age}` },
            {
              name: t('person.bsn'),
              value: <BsnValue key={person.bsnMasked} visitId={visit.visitId} masked={person.bsnMasked} />,
            },
            { name: t('person.address'), value: person.address.join(', ') || t('person.noAddress') },
          ]}
        />
        <Facts
          facts={[
            { name: t('person.nationality'), value: person.nationality ?? t('person.unknown') },
            {
              name: t('person.document'),
              value:
                document === null
                  ? t('person.noDocument')
                  : `${t(`person.documentKind.${document.kind}`)} ${document.number}`,
            },
            ...(document === null
              ? []
              : [{ name: t('person.validUntil'), value: <Expiry document={document} /> }]),
          ]}
        />
      </div>
      <PersonWarnings person={person} document={document} />
    </section>
  );
}

function Verification({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('visit');
  if (person.verification === 'verified') {
    return (
      <span className="v-verified">
        <ToneIcon tone="ok" />{' '}
        {t('person.verified', { time: person.verifiedAt === null ? '' : formatTime(person.verifiedAt) })}
      </span>
    );
  }
  return (
    <span className="v-unverified">
      <ToneIcon tone="warn" /> {t(`person.${person.verification}`)}
    </span>
  );
}

function Expiry({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('visit');
  const today = useToday();
  if (document.expiryDate === null) return t('person.noExpiry');
  const date = formatDutchDate(document.expiryDate);
  if (document.expired) return <span className="v-bad">{t('person.expired', { date })}</span>;
  if (document.expiryDate <= addDays(today, SOON_DAYS))
    return <span className="v-warn">{t('person.expiresSoon', { date })}</span>;
  return date;
}
