import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallName, CallOutput } from '../../../../shared/contract/index.ts';
import type {
  KlantbeeldContact,
  KlantbeeldTaak,
  KlantbeeldZaak,
} from '../../../../shared/contract/klantbeeld.ts';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import { ToneIcon } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { formatDay, formatSince } from '../../../i18n/format.ts';
import { useCounter } from '../../../state/context.tsx';
import { useNow } from '../../../state/use-now.ts';
import { ZaakPanel } from '../../panels/zaak/zaak-panel.tsx';
import { useToday } from '../clock.ts';
import { DocumentAdvice } from './document-advice.tsx';

/** What the municipality knows of who stands at the counter; each source comes in when it comes in. */
export function Klantbeeld({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation('klantbeeld');
  const { person, visitId } = visit;
  if (person === null) return null;
  return (
    <section aria-label={t('title')} className="v-klantbeeld v-about" tabIndex={0}>
      <h2 className="w-section-title">{t('title')}</h2>
      <DocumentAdvice visit={visit} />
      {person.bsnMasked === null ? (
        <p className="w-soft w-small">{t('noNumber')}</p>
      ) : (
        // Another person of the same visit is asked about anew.
        <Sources key={`${visitId} ${person.fullName} ${person.bsnMasked}`} visitId={visitId} />
      )}
    </section>
  );
}

function Sources({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation('klantbeeld');
  const zaken = useSource('klantbeeld.zaken', visitId);
  const taken = useSource('klantbeeld.taken', visitId);
  const contacten = useSource('klantbeeld.contacten', visitId);
  return (
    <>
      <h3>{t('zaken')}</h3>
      <SourceState source={zaken} name={t('zaken')} none={t('noZaken')} />
      <ul>
        {zaken?.value?.items.map((zaak) => (
          <ZaakLine key={zaak.zaakIdentificatie} zaak={zaak} />
        ))}
      </ul>
      <h3>{t('taken')}</h3>
      <SourceState source={taken} name={t('taken')} none={t('noTaken')} />
      <ul>
        {taken?.value?.items.map((taak, index) => (
          <TaakLine key={index} taak={taak} />
        ))}
      </ul>
      <h3>{t('contacten')}</h3>
      <SourceState source={contacten} name={t('contacten')} none={t('noContacten')} />
      <ul>
        {contacten?.value?.items.map((contact, index) => (
          <ContactLine key={index} contact={contact} />
        ))}
      </ul>
    </>
  );
}

type SourceCall = Extract<CallName, `klantbeeld.${string}`>;
interface Source<N extends SourceCall> {
  /** Undefined when the source told nothing. */
  readonly value: CallOutput<N> | undefined;
}

/** Undefined until the source answered or failed. */
function useSource<N extends SourceCall>(call: N, visitId: string): Source<N> | undefined {
  const { ask } = useCounter();
  const [source, setSource] = useState<Source<N>>();
  useEffect(() => {
    let left = false;
    void ask<SourceCall>(call, { visitId }, { quiet: true }).then((answer) => {
      // The answer to a call has the shape of that call.
      if (!left) setSource({ value: answer.ok ? (answer.value as CallOutput<N>) : undefined });
    });
    return () => {
      left = true;
    };
  }, [ask, call, visitId]);
  return source;
}

/** That a source is still being asked, is missing, is old, or has nothing or more. */
function SourceState({
  source,
  name,
  none,
}: {
  readonly source: Source<SourceCall> | undefined;
  readonly name: string;
  readonly none: string;
}) {
  const { t } = useTranslation('klantbeeld');
  const now = useNow(60_000);
  if (source === undefined) return <p className="w-soft w-small">{t('loading')}</p>;
  if (source.value === undefined)
    return (
      <p className="w-small v-warn" role="status">
        <ToneIcon tone="warn" size={14} /> {t('missing', { name })}
      </p>
    );
  const { live, at, items, more } = source.value;
  return (
    <>
      {!live && (
        <p className="w-small v-warn" role="status">
          <ToneIcon tone="warn" size={14} /> {t('old', { time: formatSince(at, now) })}
        </p>
      )}
      {items.length === 0 && <p className="w-soft w-small">{none}</p>}
      {more && <p className="w-soft w-small">{t('more')}</p>}
    </>
  );
}

function ZaakLine({ zaak }: { readonly zaak: KlantbeeldZaak }) {
  const { t } = useTranslation('klantbeeld');
  const today = useToday();
  const [isLooking, setLooking] = useState(false);
  const { zaakIdentificatie, omschrijving, startedOn, endedOn, status, dueOn } = zaak;
  const isLate = endedOn === null && dueOn !== null && dueOn < today;
  const facts =
    endedOn === null
      ? [status ?? t('open'), t('since', { date: formatDutchDate(startedOn) })]
      : [t('closed', { date: formatDutchDate(endedOn) })];
  return (
    <li>
      <span>{omschrijving || zaakIdentificatie}</span>
      <span className="w-soft w-small">{facts.join(' · ')}</span>
      {endedOn === null && dueOn !== null && (
        <span className={`w-small ${isLate ? 'v-warn' : 'w-soft'}`}>
          {isLate && <ToneIcon tone="warn" size={14} />}{' '}
          {t(isLate ? 'late' : 'due', { date: formatDutchDate(dueOn) })}
        </span>
      )}
      <Button
        variant="quiet"
        className="v-zaak v-zaak-look w-small"
        aria-label={t('zaak.look', { zaak: zaakIdentificatie })}
        onPress={() => setLooking(true)}
      >
        {zaakIdentificatie}
      </Button>
      {isLooking && <ZaakPanel number={zaakIdentificatie} onClose={() => setLooking(false)} />}
    </li>
  );
}

function TaakLine({ taak }: { readonly taak: KlantbeeldTaak }) {
  const { t } = useTranslation('klantbeeld');
  const { handeling, toelichting, assignedTo } = taak;
  return (
    <li>
      <span>{handeling}</span>
      {toelichting && <span className="w-small">{toelichting}</span>}
      {assignedTo && <span className="w-soft w-small">{t('assignedTo', { name: assignedTo })}</span>}
    </li>
  );
}

function ContactLine({ contact }: { readonly contact: KlantbeeldContact }) {
  const { i18n } = useTranslation();
  const { kanaal, onderwerp, at } = contact;
  return (
    <li>
      <span>{onderwerp}</span>
      <span className="w-soft w-small">
        {[kanaal, at && formatDay(at, i18n.language)].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
