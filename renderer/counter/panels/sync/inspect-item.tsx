import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { SyncItem } from '../../../../shared/contract/workstation.ts';
import { SelectField } from '../../../components/choices.tsx';
import { useCounter } from '../../../state/context.tsx';
import { CorrectPhone } from './correct-phone.tsx';
import { ShortenText } from './shorten-text.tsx';

type Inspected = CallOutput<'sync.inspect'>;
type Exchange = NonNullable<Inspected['exchange']>;
const NOBODY = 'nobody';

/** Why a message is held up: what is done, what was asked last and what came back; and which colleague sorts it out. */
export function InspectItem({ item }: { readonly item: SyncItem }) {
  const { t } = useTranslation('sync');
  const { ask, run } = useCounter();
  const [inspected, setInspected] = useState<Inspected>();
  const { itemId, attempts, reason } = item;
  const inspect = useCallback(async () => {
    const answer = await ask('sync.inspect', { itemId });
    if (answer.ok) setInspected(answer.value);
  }, [ask, itemId]);
  // Anew after each attempt.
  useEffect(() => void inspect(), [inspect, attempts, reason]);
  const assign = async (staffId: string): Promise<void> => {
    await run('sync.assign', { itemId, staffId: staffId === NOBODY ? null : staffId });
    await inspect();
  };
  if (!inspected) return null;
  const { done, exchange, tooLong, phone, assignedTo, colleagues } = inspected;
  return (
    <div className="w-inspect">
      <p>
        {done.length > 0
          ? t('inspect.done', { steps: done.map((step) => t(`made.${step}`)).join(', ') })
          : t('inspect.nothingDone')}{' '}
        <span className="w-soft">{t('inspect.safe')}</span>
      </p>
      {tooLong !== null && <ShortenText key={tooLong} item={item} long={tooLong} />}
      {phone !== null && <CorrectPhone key={phone} item={item} refused={phone} />}
      <SelectField
        label={t('inspect.colleague')}
        options={[
          { value: NOBODY, label: t('inspect.nobody') },
          ...colleagues.map(({ staffId, name }) => ({ value: staffId, label: name })),
        ]}
        value={assignedTo ?? NOBODY}
        onChange={(staffId) => void assign(staffId)}
      />
      {exchange ? <ExchangeTexts exchange={exchange} /> : <p className="w-soft">{t('inspect.none')}</p>}
    </div>
  );
}

function ExchangeTexts({
  exchange: { method, url, status, sent, received },
}: {
  readonly exchange: Exchange;
}) {
  const { t } = useTranslation('sync');
  const question = `${t('inspect.question')}: ${method} ${url}`;
  const answer = `${t('inspect.answer')}: ${status ?? t('inspect.noAnswer')}`;
  return (
    <div className="w-inspect-texts">
      {(
        [
          [question, sent],
          [answer, received],
        ] as const
      ).map(([title, text]) => (
        <figure key={title} className="w-stack">
          <figcaption className="w-small">{title}</figcaption>
          {text !== '' && (
            <pre tabIndex={0} aria-label={title}>
              {text}
            </pre>
          )}
        </figure>
      ))}
    </div>
  );
}
