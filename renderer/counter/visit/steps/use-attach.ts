import { useState } from 'react';
import type { PhotoAdviceCode } from '../../../../shared/domain/photo-advice.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { useCounter } from '../../../state/context.tsx';
import { useDesk } from '../desk/desk-context.tsx';
import type { StepPlace } from '../desk/step-saver.ts';
import { blobToBase64 } from '../photo/base64.ts';

/** Stores a picture with its step, a photo with what was said against it. `attach` resolves to whether it is on disk; `error` says why the last was not. */
export function useAttach(place: StepPlace): {
  readonly attach: (blob: Blob, advice?: readonly PhotoAdviceCode[]) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly error: CallError | undefined;
} {
  const { run } = useCounter();
  const { saver } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const { transactionId, index } = place;
  return {
    isBusy,
    error,
    async attach(blob, advice) {
      const mime = blob.type === 'image/png' ? 'image/png' : 'image/jpeg';
      setBusy(true);
      await saver.flush();
      const base64 = await blobToBase64(blob);
      const answer = await run(
        'transactions.attach',
        { transactionId, index, mime, base64, ...(advice && { advice: [...advice] }) },
        { quiet: true },
      );
      setBusy(false);
      setError(answer.ok ? undefined : answer.error);
      return answer.ok;
    },
  };
}
