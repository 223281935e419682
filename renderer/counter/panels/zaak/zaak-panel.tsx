import { Printer, Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZaakStatus } from '../../../../shared/contract/zaken.ts';
import { amsterdamDay, formatDutchDate } from '../../../../shared/domain/dates.ts';
import { Button } from '../../../components/button.tsx';
import { Facts } from '../../../components/card.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/fields.tsx';
import { Message } from '../../../components/message.tsx';
import { useForm } from '../../../components/use-form.ts';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { formatSince } from '../../../i18n/format.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { useNow } from '../../../state/use-now.ts';

interface ZaakPanelProps {
  /** Looked up at once; left out: the clerk types or scans one. */
  readonly number?: string;
  readonly onClose: () => void;
}

/** How any zaak stands, by its number, for a visitor who asks; on paper with one press. */
export function ZaakPanel({ number = '', onClose }: ZaakPanelProps) {
  const { t } = useTranslation('klantbeeld');
  const { ask, run, notify } = useCounter();
  const isPrinting = useCounterState((state) => state.busy.has('zaken.printStatus'));
  const visitId = useCounterState((state) => state.visit.value?.visitId ?? null);
  const [found, setFound] = useState<ZaakStatus>();
  const form = useForm({
    empty: { zaakIdentificatie: number },
    check: ({ zaakIdentificatie }) => ({
      zaakIdentificatie: zaakIdentificatie.trim() === '' ? t('zaak.wrongNumber') : undefined,
    }),
    send: async (values) => {
      setFound(undefined);
      const answer = await ask('zaken.status', { ...values, visitId }, { quiet: true });
      if (!answer.ok) return answer.error;
      setFound(answer.value);
      return undefined;
    },
    placed: ({ code }) => {
      if (code === 'invalidInput') return { zaakIdentificatie: t('zaak.wrongNumber') };
      return code === 'notFound' ? { zaakIdentificatie: t('zaak.notFound') } : {};
    },
  });
  const lookUpAtOnce = useEffectEvent(() => {
    if (number !== '') form.sendThese({ zaakIdentificatie: number });
  });
  useEffect(() => lookUpAtOnce(), []);
  const print = async ({ zaakIdentificatie }: ZaakStatus) => {
    const answer = await run('zaken.printStatus', { zaakIdentificatie });
    if (answer.ok) notify('ok', { text: t('zaak.printed', { zaak: zaakIdentificatie }) });
  };
  return (
    <Dialog title={t('zaak.title')} onClose={onClose}>
      <div className="w-stack">
        <form className="w-stack" onSubmit={form.onSubmit} noValidate>
          <TextField
            label={t('zaak.number')}
            description={t('zaak.how')}
            autoFocus
            maxLength={60}
            {...form.field('zaakIdentificatie')}
          />
          <div className="w-row">
            <Button type="submit" variant="primary" icon={Search} isPending={form.isPending}>
              {t('zaak.search')}
            </Button>
          </div>
        </form>
        {form.error?.code === 'centralUnavailable' ? (
          <Message tone="warn" role="status">
            {t('zaak.away')}
          </Message>
        ) : (
          form.error && <ErrorMessage error={form.error} />
        )}
        {found && (
          <section aria-label={t('zaak.found')} role="status" className="w-stack w-zaak">
            <ZaakFacts zaak={found} />
            <div className="w-row">
              <Button icon={Printer} isPending={isPrinting} onPress={() => void print(found)}>
                {t('zaak.print')}
              </Button>
            </div>
          </section>
        )}
      </div>
    </Dialog>
  );
}

function ZaakFacts({ zaak }: { readonly zaak: ZaakStatus }) {
  const { t } = useTranslation('klantbeeld');
  const now = useNow(60_000);
  const { zaaktype, omschrijving, status, endedOn, plannedOn, dueOn, result, department } = zaak;
  const day = (date: string | null): string | null => date && formatDutchDate(date);
  const facts = [
    [t('zaak.number'), zaak.zaakIdentificatie],
    [t('zaak.type'), zaaktype],
    [t('zaak.about'), omschrijving === zaaktype ? null : omschrijving],
    [t('zaak.registered'), day(zaak.registeredOn ?? zaak.startedOn)],
    [t('zaak.status'), status?.name],
    [t('zaak.statusSince'), status?.since ? day(amsterdamDay(new Date(status.since))) : null],
    [t('zaak.statusText'), status?.text],
    [t('zaak.ended'), day(endedOn)],
    [t('zaak.planned'), endedOn === null ? day(plannedOn) : null],
    [t('zaak.due'), endedOn === null ? day(dueOn) : null],
    [t('zaak.result'), result],
    [t('zaak.department'), department],
  ] as const;
  return (
    <>
      {!zaak.live && <Message tone="warn">{t('old', { time: formatSince(zaak.at, now) })}</Message>}
      {zaak.partial && <Message tone="warn">{t('zaak.partial')}</Message>}
      <Facts facts={facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))} />
    </>
  );
}
