import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StepData } from '../../../../shared/domain/product.ts';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { useAttachment } from '../steps/use-attachment.ts';

/** The signature that is kept with the product, and whether it still holds. */
export function SignatureKept({
  data,
  onAgain,
}: {
  readonly data: Extract<StepData, { kind: 'signature' }>;
  readonly onAgain: () => void;
}) {
  const { t } = useTranslation('visit');
  const kept = useAttachment(data.attachmentId);
  return (
    <>
      <div className="v-pad v-pad-kept">{kept && <img src={kept.url} alt={t('signature.alt')} />}</div>
      {data.outdated && (
        <Message tone="warn" role="alert">
          {t('signature.outdated')}
        </Message>
      )}
      {data.signed?.complete === false && (
        <Message tone="warn" role="status">
          {t('signature.incomplete')}
        </Message>
      )}
      <div className="w-row">
        <Button icon={RotateCcw} onPress={onAgain}>
          {t('signature.again')}
        </Button>
        {!data.outdated && (
          <Message tone="ok" role="status">
            {t('signature.kept')}
          </Message>
        )}
      </div>
    </>
  );
}
