import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../components/badge.tsx';
import { IconButton } from '../../components/button.tsx';
import { ErrorText, useErrorWords } from '../../components/error-text.tsx';
import { Message } from '../../components/message.tsx';
import { useCounter, useCounterState } from '../../state/context.tsx';
import { type Notice, type NoticeTone, passes } from '../../state/notices.ts';

/** Good news and hints go by themselves; warnings and failures stay until the clerk closes them. */
const SHOWN_MS = 6000;

const TONES: Readonly<Record<NoticeTone, Tone>> = { info: 'info', ok: 'ok', warn: 'warn', error: 'bad' };

/** The notices, bottom right of the middle; failures are read aloud at once, the rest politely. */
export function Notices() {
  const notices = useCounterState((state) => state.notices);
  const failures = notices.filter((notice) => notice.tone === 'error');
  const others = notices.filter((notice) => notice.tone !== 'error');
  return (
    <div className="w-notices" data-react-aria-top-layer>
      <div role="status" aria-live="polite">
        {others.map((notice) => (
          <NoticeBar key={notice.id} notice={notice} />
        ))}
      </div>
      <div role="alert" aria-live="assertive">
        {failures.map((notice) => (
          <NoticeBar key={notice.id} notice={notice} />
        ))}
      </div>
    </div>
  );
}

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation('common');
  const { dismiss } = useCounter();
  const goes = passes(notice);
  useEffect(() => {
    if (!goes) return undefined;
    const timer = setTimeout(() => dismiss(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [goes, notice.id, dismiss]);
  const words = useErrorWords();
  const title = notice.error ? { title: words(notice.error).what } : {};
  return (
    <Message
      tone={TONES[notice.tone]}
      {...title}
      actions={<IconButton icon={X} label={t('dismiss')} onPress={() => dismiss(notice.id)} />}
    >
      {notice.error ? <ErrorText error={notice.error} /> : notice.text}
    </Message>
  );
}
