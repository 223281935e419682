import { Check, PenLine, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SigningView } from '../../../../shared/contract/signing.ts';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { PracticePad } from '../../panels/practice/practice-pad.tsx';
import type { Pad } from './use-pad.ts';

const STAGES = ['preparing', 'waitingForPerson', 'signing', 'again'] as const;

/** While the visitor signs on the pad: where that is, and the way back to the screen. */
export function PadSigning({ pad, signing }: { readonly pad: Pad; readonly signing: SigningView }) {
  const { t } = useTranslation('visit');
  const stage = STAGES.find((name) => name === signing.stage?.name) ?? 'preparing';
  const isSteered = signing.stage?.steered === true;
  return (
    <>
      <div className="v-pad v-pad-away">
        <PenLine size={28} aria-hidden />
        <p role="status">
          <strong>{t('signature.onPad.title')}</strong>
          <span>{t(`signature.onPad.stage.${stage}`)}</span>
          {isSteered && <span>{t('signature.onPad.steered')}</span>}
        </p>
      </div>
      <div className="w-row w-row-wrap">
        {isSteered && (
          <>
            <Button variant="primary" icon={Check} onPress={() => pad.steer('accept')}>
              {t('signature.agree')}
            </Button>
            <Button icon={RotateCcw} onPress={() => pad.steer('again')}>
              {t('signature.again')}
            </Button>
          </>
        )}
        <Button icon={X} onPress={() => pad.steer('stop')}>
          {t('signature.onPad.stop')}
        </Button>
      </div>
      <PracticePad />
    </>
  );
}

/** How it ended on the pad, when that was without a signature; and the pad again. */
export function PadOutcome({ signing }: { readonly signing: SigningView | undefined }) {
  const { t } = useTranslation(['visit', 'devices']);
  switch (signing?.state) {
    case 'refused':
      return (
        <Message tone="warn" role="status">
          {t('signature.onPad.refused')}
        </Message>
      );
    case 'failed':
      return (
        <Message tone="warn" role="alert">
          {t('signature.onPad.failed', { reason: t(`devices:reason.${signing.reason ?? 'failure'}`) })}
        </Message>
      );
    default:
      return null;
  }
}
