import { useEffect, useState } from 'react';
import { useCounter } from '../../../state/context.tsx';
import { base64ToBlob } from '../photo/base64.ts';

/** What was stored with a step, as a file in this window; the address is given up when the step is left. */
export interface Attachment {
  readonly url: string;
  readonly blob: Blob;
}

/** Fetches an attachment; undefined while it is not there, null when it cannot be shown. */
export function useAttachment(attachmentId: string | undefined): Attachment | null | undefined {
  const { ask } = useCounter();
  const [attachment, setAttachment] = useState<Attachment | null>();
  useEffect(() => {
    if (attachmentId === undefined) return undefined;
    let url: string | undefined;
    let left = false;
    void ask('transactions.attachment', { attachmentId }, { quiet: true }).then((answer) => {
      if (left) return;
      if (!answer.ok) return setAttachment(null);
      const blob = base64ToBlob(answer.value.base64, answer.value.mime);
      url = URL.createObjectURL(blob);
      return setAttachment({ url, blob });
    });
    return () => {
      left = true;
      setAttachment(undefined);
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [ask, attachmentId]);
  return attachment;
}
