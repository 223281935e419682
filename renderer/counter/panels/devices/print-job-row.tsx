import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../../../shared/contract/workstation.ts';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { formatTime } from '../../../i18n/format.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** A print of which nobody knows whether it came out: the clerk looks and answers; nothing prints again by itself. */
export function PrintJobRow({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation('devices');
  const { run } = useCounter();
  const isPending = useCounterState((state) => state.busy.has('devices.settlePrint'));
  const settle = (answer: 'printed' | 'printAgain' | 'drop') => () =>
    void run('devices.settlePrint', { jobId: job.jobId, answer });
  const cameOut = job.state === 'unknown' || job.state === 'probable';
  return (
    <Message
      tone="warn"
      title={cameOut ? t(`job.question.${job.kind}`) : t('job.notPrinted', { label: job.label })}
    >
      <p>
        {job.label}, {formatTime(job.createdAt)} · {t(`job.state.${job.state}`)}
      </p>
      <div className="w-row w-job-answers">
        {cameOut && (
          <Button isDisabled={isPending} onPress={settle('printed')}>
            {t('job.printed')}
          </Button>
        )}
        <Button isDisabled={isPending} onPress={settle('printAgain')}>
          {t(cameOut ? 'job.printAgain' : 'job.printNow')}
        </Button>
        <Button isDisabled={isPending} onPress={settle('drop')}>
          {t('job.drop')}
        </Button>
      </div>
    </Message>
  );
}
