import { Download, ExternalLink, FileCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepData } from '../../../../shared/domain/product.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { useDesk } from '../desk/desk-context.tsx';
import type { StepPlace } from '../desk/step-saver.ts';
import { useAttachment } from './use-attachment.ts';

type Made = Extract<StepData, { kind: 'document' }>;

/**
 * Makes the PDF of a product as soon as all before it is right, and lets the clerk see it. When it can't be made, or has
 * to be made again, it says why.
 */
export function DocumentStep({
  place,
  title,
  made,
  blockedBy,
}: {
  readonly place: StepPlace;
  readonly title: string;
  readonly made: Made | null;
  /** Why it can't be made now, in words; undefined when it can. */
  readonly blockedBy: string | undefined;
}) {
  const { attachmentId, discarded } = made ?? {};
  const { t } = useTranslation('visit');
  const { run } = useCounter();
  const { saver } = useDesk();
  const isBusy = useCounterState((state) => state.busy.has('transactions.makeDocument'));
  const [error, setError] = useState<CallError>();
  const attachment = useAttachment(attachmentId);
  const make = async () => {
    await saver.flush();
    const answer = await run('transactions.makeDocument', place, { quiet: true });
    setError(answer.ok ? undefined : answer.error);
  };
  return (
    <div className="v-step w-stack">
      <h2>{title}</h2>
      <p className="w-soft">{t('document.explain')}</p>
      {discarded && <Message tone="info">{t(`document.discarded.${discarded}`)}</Message>}
      {blockedBy && (
        <Message tone="warn" role="status">
          {blockedBy}
        </Message>
      )}
      {error && !blockedBy && <ErrorMessage error={error} />}
      <div className="w-row">
        <Button
          variant={attachmentId === undefined ? 'primary' : 'secondary'}
          isPending={isBusy}
          isDisabled={blockedBy !== undefined}
          onPress={() => void make()}
        >
          {isBusy
            ? t('document.making')
            : attachmentId === undefined
              ? t('document.make')
              : t('document.remake')}
        </Button>
      </div>
      {attachment === null && <Message tone="info">{t('document.notReadable')}</Message>}
      {attachment && (
        <div className="v-document" role="status">
          <FileCheck size={28} aria-hidden className="w-tone-ok" />
          <strong>
            {t('document.ready', { title, size: Math.max(1, Math.round(attachment.blob.size / 1000)) })}
          </strong>
          <a className="w-button w-button-secondary" href={attachment.url} target="_blank" rel="noopener">
            <ExternalLink size={18} aria-hidden /> {t('document.open')}
          </a>
          <a className="w-button w-button-secondary" href={attachment.url} download="document.pdf">
            <Download size={18} aria-hidden /> {t('document.save')}
          </a>
        </div>
      )}
    </div>
  );
}
