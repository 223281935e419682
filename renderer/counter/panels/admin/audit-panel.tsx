import { ShieldCheck } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { isAuditAction, isAuditRecord } from '../../../../shared/domain/audit-action.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Message } from '../../../components/message.tsx';
import { formatDayAndTime } from '../../../i18n/format.ts';
import { useCounter } from '../../../state/context.tsx';

type Entry = CallOutput<'audit.list'>[number];

const PAGE = 100;

/** Who did what, newest first, and a check that nothing was changed or taken out. */
export function AuditPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['admin', 'audit']);
  const { ask } = useCounter();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [isEnd, setEnd] = useState(false);
  const [verdict, setVerdict] = useState<CallOutput<'audit.verify'>>();
  const fetchBefore = useCallback(
    async (before: number | undefined) => {
      const answer = await ask('audit.list', { limit: PAGE, ...(before === undefined ? {} : { before }) });
      if (!answer.ok) return;
      // Asking twice for the same page gives it once.
      setEntries((shown) => [
        ...shown.filter((one) => before !== undefined && one.seq >= before),
        ...answer.value,
      ]);
      setEnd(answer.value.length < PAGE);
    },
    [ask],
  );
  useEffect(() => void fetchBefore(undefined), [fetchBefore]);
  const verify = async () => {
    const answer = await ask('audit.verify', {});
    if (answer.ok) setVerdict(answer.value);
  };
  return (
    <Dialog
      title={t('audit.title')}
      size="wide"
      onClose={onClose}
      footer={
        <>
          {!isEnd && <Button onPress={() => void fetchBefore(entries.at(-1)?.seq)}>{t('audit.more')}</Button>}
          <Button icon={ShieldCheck} variant="primary" onPress={() => void verify()}>
            {t('audit.verify')}
          </Button>
        </>
      }
    >
      {verdict && (
        <Message tone={verdict.intact ? 'ok' : 'bad'} role={verdict.intact ? 'status' : 'alert'}>
          {verdict.intact
            ? t('audit.intact', { count: verdict.entries })
            : t('audit.broken', { seq: verdict.brokenAt ?? '?' })}
        </Message>
      )}
      <table className="w-table" tabIndex={0} aria-label={t('audit.title')}>
        <thead>
          <tr>
            {(['seq', 'at', 'who', 'action', 'record', 'detail'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`audit.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td>{entry.seq}</td>
              <td>{formatDayAndTime(entry.at)}</td>
              <td>{entry.who}</td>
              <td>{isAuditAction(entry.action) ? t(`audit:action.${entry.action}`) : entry.action}</td>
              <td>
                {isAuditRecord(entry.recordType) ? t(`audit:record.${entry.recordType}`) : entry.recordType}{' '}
                {entry.recordId}
              </td>
              <td>{entry.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
