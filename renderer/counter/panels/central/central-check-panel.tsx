import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CentralCheck, Finding } from '../../../../shared/contract/central-check.ts';
import type { Failure } from '../../../../shared/lib/result.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { Message } from '../../../components/message.tsx';
import { formatDayAndTime } from '../../../i18n/format.ts';
import { useCounter } from '../../../state/context.tsx';
import { useCatalogueWarning } from './use-catalogue-warning.ts';

/** For IT: are the central systems there, do they let us in, and has the catalogus what the products need. */
export function CentralCheckPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['central', 'sync']);
  const { ask } = useCounter();
  const [check, setCheck] = useState<CentralCheck>();
  const [error, setError] = useState<Failure>();
  const [isPending, setPending] = useState(false);
  const start = async () => {
    setPending(true);
    const answer = await ask('central.check', {});
    setPending(false);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) setCheck(answer.value);
  };
  return (
    <Dialog
      title={t('title')}
      size="wide"
      onClose={onClose}
      footer={
        <Button icon={ListChecks} variant="primary" isPending={isPending} onPress={() => void start()}>
          {t(check ? 'again' : 'start')}
        </Button>
      }
    >
      <div className="w-stack">
        {!check && !error && (
          <p>
            {t('intro')} {t('daily')}
          </p>
        )}
        {!check && <Warning />}
        {error && <ErrorMessage error={error} />}
        {check && <Verdict check={check} />}
        {check && (
          <section className="w-stack" tabIndex={0} aria-label={t('systems')}>
            <h3>{t('systems')}</h3>
            <ul className="w-list">
              {check.systems.map(({ name, clockOffsetSeconds, findings }) => (
                <Row
                  key={name}
                  name={t(`sync:system.${name}`)}
                  note={clockOffsetSeconds === null ? '' : t('clock', { seconds: clockOffsetSeconds })}
                  state={findings.length > 0 ? 'wrong' : 'good'}
                  findings={findings}
                />
              ))}
            </ul>
          </section>
        )}
        {check && (
          <section className="w-stack" tabIndex={0} aria-label={t('products')}>
            <h3>{t('products')}</h3>
            <ul className="w-list">
              {check.products.map(({ productId, name, zaaktype, checked, findings }) => (
                <Row
                  key={productId}
                  name={name}
                  note={zaaktype}
                  state={checked ? stateOf(findings) : 'unknown'}
                  findings={findings}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

function Verdict({ check: { at, systems, products } }: { readonly check: CentralCheck }) {
  const { t } = useTranslation('central');
  const wrong = [...systems, ...products].reduce((sum, { findings }) => sum + findings.length, 0);
  const unknown = products.filter(({ checked }) => !checked).length;
  const time = formatDayAndTime(at);
  return wrong + unknown === 0 ? (
    <Message tone="ok" role="status">
      {t('allGood', { time })}
    </Message>
  ) : (
    <Message tone="bad" role="alert">
      {t('notGood', { count: wrong, time })} {unknown > 0 && t('notChecked', { count: unknown })}
    </Message>
  );
}

/** What the daily check found. */
function Warning() {
  const { t } = useTranslation(['central', 'sync']);
  const warning = useCatalogueWarning();
  if (!warning || warning.at === null || warning.catalogue.length + warning.products.length === 0)
    return null;
  return (
    <section className="w-stack" tabIndex={0} aria-label={t('products')}>
      <Message tone="bad">{t('dailyAt', { time: formatDayAndTime(warning.at) })}</Message>
      <ul className="w-list">
        {warning.catalogue.length > 0 && (
          <Row name={t('sync:system.catalogi')} note="" state="wrong" findings={warning.catalogue} />
        )}
        {warning.products.map(({ productId, name, zaaktype, findings }) => (
          <Row key={productId} name={name} note={zaaktype} state={stateOf(findings)} findings={findings} />
        ))}
      </ul>
    </section>
  );
}

function stateOf(findings: readonly Finding[]): keyof typeof TONES {
  if (findings.length === 0) return 'good';
  return findings.every(({ from }) => from !== undefined) ? 'soon' : 'wrong';
}

const TONES = { good: 'ok', wrong: 'bad', soon: 'warn', unknown: 'warn' } as const satisfies Record<
  string,
  Tone
>;

function Row({
  name,
  note,
  state,
  findings,
}: {
  readonly name: string;
  readonly note: string;
  readonly state: keyof typeof TONES;
  readonly findings: readonly Finding[];
}) {
  const { t } = useTranslation('central');
  return (
    <li className="w-sync-item">
      <div className="w-row">
        <strong>{name}</strong>
        <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
        <span className="w-soft w-small">{note}</span>
      </div>
      {findings.map(({ what, advice }) => (
        <p key={what + advice}>
          {what} <span className="w-soft">{t('advice', { advice })}</span>
        </p>
      ))}
    </li>
  );
}
