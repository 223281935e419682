import { Check, PenLine, RotateCcw, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import type { StepData } from '../../../../shared/domain/product.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { Message } from '../../../components/message.tsx';
import { useToday } from '../clock.ts';
import type { StepPlace } from '../desk/step-saver.ts';
import { useAttach } from '../steps/use-attach.ts';
import { PadOutcome, PadSigning } from './pad-signing.tsx';
import { type Ink, SignatureCanvas } from './signature-canvas.tsx';
import { SignatureKept } from './signature-kept.tsx';
import { usePad } from './use-pad.ts';

/** The contract's limit of an attachment, before base64. */
const MAX_BYTES = 2_000_000;

/** What is signed, by whom and when, and the signature: on the pad, drawn here, or on paper and scanned. */
export function SignatureStep({
  place,
  what,
  signer,
  data,
}: {
  readonly place: StepPlace;
  readonly what: string;
  readonly signer: string;
  readonly data: Extract<StepData, { kind: 'signature' }> | undefined;
}) {
  const { t } = useTranslation('visit');
  const { attach, isBusy, error } = useAttach(place);
  const pad = usePad(place, data !== undefined);
  const ink = useRef<Ink>(null);
  const [leftId, setLeftId] = useState<string>();
  const [problem, setProblem] = useState<'empty' | 'tooLarge'>();
  const date = formatDutchDate(useToday());

  const keep = async (blob: Blob | null | undefined) => {
    if (!blob) return setProblem('empty');
    if (blob.size > MAX_BYTES) return setProblem('tooLarge');
    setProblem(undefined);
    await attach(blob);
  };
  const heading = (
    <p>
      <span className="w-soft">{t('signature.what')}</span> <strong>{what}</strong>
      <span className="v-signer">{t('signature.by', { name: signer, date })}</span>
    </p>
  );
  if (pad.signing?.state === 'running') {
    return (
      <div className="v-step v-signature">
        {heading}
        <PadSigning pad={pad} signing={pad.signing} />
      </div>
    );
  }
  if (data && data.attachmentId !== leftId) {
    return (
      <div className="v-step v-signature">
        {heading}
        <SignatureKept
          data={data}
          onAgain={() => {
            setLeftId(data.attachmentId);
            if (pad.isReady) pad.ask();
          }}
        />
      </div>
    );
  }
  return (
    <div className="v-step v-signature">
      {heading}
      <PadOutcome signing={pad.signing} />
      <SignatureCanvas ref={ink} label={t('signature.pad')} hint={t('signature.here')} />
      {problem && (
        <Message tone="warn" role="alert">
          {t(`signature.${problem}`)}
        </Message>
      )}
      {error && <ErrorMessage error={error} />}
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
        {pad.isBound && (
          <Button icon={PenLine} isDisabled={!pad.isReady} onPress={pad.ask}>
            {t(pad.isReady ? 'signature.onPad.ask' : 'signature.onPad.notReady')}
          </Button>
        )}
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/jpeg']}
          onSelect={(files) => files?.[0] && void keep(files[0])}
        >
          <Button icon={Upload} className="w-push">
            {t('signature.scan')}
          </Button>
        </FileTrigger>
      </div>
      <p className="w-soft w-small">{t('signature.scanHelp')}</p>
    </div>
  );
}
