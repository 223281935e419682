import { Check, RotateCcw, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { Message } from '../../../components/message.tsx';
import { useToday } from '../clock.ts';
import type { StepPlace } from '../desk/step-saver.ts';
import { useAttach } from '../steps/use-attach.ts';
import { useAttachment } from '../steps/use-attachment.ts';
import { type Ink, SignatureCanvas } from './signature-canvas.tsx';

/** The contract's limit of an attachment, before base64. */
const MAX_BYTES = 2_000_000;

/** What is signed, by whom and when, and the signature: drawn here, or on paper and scanned. */
export function SignatureStep({
  place,
  what,
  signer,
  attachmentId,
}: {
  readonly place: StepPlace;
  readonly what: string;
  readonly signer: string;
  readonly attachmentId: string | undefined;
}) {
  const { t } = useTranslation('visit');
  const { attach, isBusy, error } = useAttach(place);
  const kept = useAttachment(attachmentId);
  const ink = useRef<Ink>(null);
  const [isAnew, setAnew] = useState(false);
  const [problem, setProblem] = useState<'empty' | 'tooLarge'>();
  const date = formatDutchDate(useToday());
  const isKept = attachmentId !== undefined && !isAnew;

  const keep = async (blob: Blob | null | undefined) => {
    if (!blob) return setProblem('empty');
    if (blob.size > MAX_BYTES) return setProblem('tooLarge');
    setProblem(undefined);
    if (await attach(blob)) setAnew(false);
  };
  return (
    <div className="v-step v-signature">
      <p>
        <span className="w-soft">{t('signature.what')}</span> <strong>{what}</strong>
        <span className="v-signer">{t('signature.by', { name: signer, date })}</span>
      </p>
      {isKept ? (
        <div className="v-pad v-pad-kept">{kept && <img src={kept.url} alt={t('signature.alt')} />}</div>
      ) : (
        <SignatureCanvas ref={ink} label={t('signature.pad')} hint={t('signature.here')} />
      )}
      {problem && (
        <Message tone="warn" role="alert">
          {t(`signature.${problem}`)}
        </Message>
      )}
      {error && <ErrorMessage error={error} />}
      {isKept ? (
        <div className="w-row">
          <Button icon={RotateCcw} onPress={() => setAnew(true)}>
            {t('signature.again')}
          </Button>
          <Message tone="ok" role="status">
            {t('signature.kept')}
          </Message>
        </div>
      ) : (
        <div className="w-row w-row-wrap">
          <Button
            variant="primary"
            icon={Check}
            isPending={isBusy}
            onPress={() => void ink.current?.toPng().then(keep)}
          >
            {t('signature.agree')}
          </Button>
          <Button icon={RotateCcw} onPress={() => ink.current?.clear()}>
            {t('signature.again')}
          </Button>
          <FileTrigger
            acceptedFileTypes={['image/png', 'image/jpeg']}
            onSelect={(files) => files?.[0] && void keep(files[0])}
          >
            <Button icon={Upload} className="w-push">
              {t('signature.scan')}
            </Button>
          </FileTrigger>
        </div>
      )}
      {!isKept && <p className="w-soft w-small">{t('signature.scanHelp')}</p>}
    </div>
  );
}
