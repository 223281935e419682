import { useTranslation } from 'react-i18next';
import type { DocumentView, PersonView } from '../../../../shared/contract/person-view.ts';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { addDays, formatDutchDate } from '../../../../shared/domain/dates.ts';
import { Facts } from '../../../components/card.tsx';
import { useToday } from '../clock.ts';
import { BsnValue } from './bsn-value.tsx';

/** A document that ends within this many days is pointed out. */
export const SOON_DAYS = 90;

/** Birth, burgerservicenummer, address, nationality and document of who stands at the counter. */
export function PersonFacts({ visit, person }: { readonly visit: VisitView; readonly person: PersonView }) {
  const { t } = useTranslation('visit');
  const { document, visitId } = visit;
  const age = person.age === null ? '' : ` ${t('person.age', { age: person.age })}`;
  const bsn = <BsnValue key={person.bsnMasked} visitId={visitId} masked={person.bsnMasked} />;
  const documentText =
    document === null
      ? t('person.noDocument')
      : `${t(`person.documentKind.${document.kind}`)} ${document.number}`;
  return (
    <div className="v-person-facts">
      <Facts
        facts={[
          {
            name: t('person.born'),
            value: [`${person.birthDateText}${age}`, person.sex].filter(Boolean).join(', '),
          },
          // A number that no register confirmed says where it comes from.
          {
            name: t(person.source === 'document' && person.bsnMasked ? 'person.bsnOfDocument' : 'person.bsn'),
            value: bsn,
          },
          { name: t('person.address'), value: person.address.join(', ') || t('person.noAddress') },
        ]}
      />
      <Facts
        facts={[
          { name: t('person.nationality'), value: person.nationality ?? t('person.unknown') },
          { name: t('person.document'), value: documentText },
          ...(document === null
            ? []
            : [{ name: t('person.validUntil'), value: <Expiry document={document} /> }]),
        ]}
      />
    </div>
  );
}

function Expiry({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('visit');
  const today = useToday();
  if (document.expiryDate === null) return t('person.noExpiry');
  const date = formatDutchDate(document.expiryDate);
  if (document.expired) return <span className="v-bad">{t('person.expired', { date })}</span>;
  if (document.expiryDate > addDays(today, SOON_DAYS)) return date;
  return <span className="v-warn">{t('person.expiresSoon', { date })}</span>;
}
