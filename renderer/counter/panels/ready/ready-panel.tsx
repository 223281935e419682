import { Send } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingMessage } from '../../../../shared/contract/messages.ts';
import { isZaakNumber, zaakNumber } from '../../../../shared/domain/zaak-number.ts';
import type { Failure } from '../../../../shared/lib/result.ts';
import { Button } from '../../../components/button.tsx';
import { Empty } from '../../../components/card.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { formatDay, formatDayAndTime } from '../../../i18n/format.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { ReadyElsewhere } from './ready-elsewhere.tsx';

/** Shown without a search; the others are found by typing. */
const MOST_SHOWN = 50;

/** Who wants word when his document is ready; one press sends it. A scanned zaak number finds its line. */
export function ReadyPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('messages');
  const { ask } = useCounter();
  const [waiting, setWaiting] = useState<readonly WaitingMessage[]>();
  const [error, setError] = useState<Failure>();
  const [typed, setTyped] = useState('');
  const [round, setRound] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let left = false;
    void ask('messages.waiting', {}, { quiet: true }).then((answer) => {
      if (left) return;
      setError(answer.ok ? undefined : answer.error);
      if (answer.ok) setWaiting(answer.value);
    });
    return () => {
      left = true;
    };
  }, [ask, round]);

  /** The button that was pressed goes, and the focus with it: the next number is typed or scanned. */
  const toNext = () => box.current?.querySelector('input')?.focus();
  const afterSending = (): void => {
    toNext();
    setRound(round + 1);
  };
  const afterTelling = (): void => {
    toNext();
    setTyped('');
  };
  const zaken = byZaak(waiting ?? []);
  const found = zaken.filter((messages) => messages.some((message) => fits(message, typed)));
  const zaak = zaakNumber(typed);
  const isElsewhere = waiting !== undefined && found.length === 0 && isZaakNumber(zaak);
  return (
    <Dialog title={t('ready.title')} size="wide" onClose={onClose}>
      <div className="w-stack" ref={box}>
        <p>{t('ready.intro')}</p>
        {error && <ErrorMessage error={error} />}
        {waiting && <TextField label={t('ready.search')} autoFocus value={typed} onChange={setTyped} />}
        {waiting?.length === 0 && <Empty>{t('ready.none')}</Empty>}
        {isElsewhere && <ReadyElsewhere zaak={zaak} onTold={afterTelling} />}
        {zaken.length > 0 && found.length === 0 && !isElsewhere && <Empty>{t('ready.nothingFound')}</Empty>}
        <ul className="w-list" role="list">
          {found.slice(0, MOST_SHOWN).map((messages) => (
            <ZaakRow key={messages[0].zaakIdentificatie} messages={messages} onSent={afterSending} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

type OfOneZaak = readonly [WaitingMessage, ...WaitingMessage[]];

function ZaakRow({ messages, onSent }: { readonly messages: OfOneZaak; readonly onSent: () => void }) {
  const { t, i18n } = useTranslation('messages');
  const { run, notify } = useCounter();
  const isBusy = useCounterState((state) => state.busy.has('messages.ready'));
  const [{ zaakIdentificatie: zaak, productName, askedAt, keptUntil }] = messages;
  const send = async () => {
    const answer = await run('messages.ready', { zaakIdentificatie: zaak });
    if (answer.ok) notify('ok', { text: t('ready.sent', { count: answer.value.messages, zaak }) });
    onSent();
  };
  return (
    <li className="w-sync-item">
      <div className="w-row w-row-wrap">
        <strong>{productName}</strong>
        <span>{zaak}</span>
        <span className="w-soft w-small">
          {messages.map(({ addressMasked }) => addressMasked).join(', ')} ·{' '}
          {t('ready.asked', { time: formatDayAndTime(askedAt) })} ·{' '}
          {t('ready.keptUntil', { day: formatDay(keptUntil, i18n.language) })}
        </span>
        <span className="w-row w-push">
          <Button
            icon={Send}
            isDisabled={isBusy}
            aria-label={`${t('ready.send')}, ${zaak}`}
            onPress={() => void send()}
          >
            {t('ready.send')}
          </Button>
        </span>
      </div>
    </li>
  );
}

function byZaak(waiting: readonly WaitingMessage[]): readonly OfOneZaak[] {
  const zaken = Map.groupBy(waiting, ({ zaakIdentificatie }) => zaakIdentificatie);
  return [...zaken.values()].flatMap(([first, ...others]): OfOneZaak[] =>
    first ? [[first, ...others]] : [],
  );
}

function fits({ zaakIdentificatie, productName, addressMasked }: WaitingMessage, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [zaakIdentificatie, productName, addressMasked].some((text) => text.toLowerCase().includes(wanted));
}
