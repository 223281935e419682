import { useTranslation } from 'react-i18next';
import type { QueueSnapshot } from '../../../../shared/contract/hall.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { useNow } from '../../../state/use-now.ts';
import { gradeWait, type WaitGrade, waitedSeconds } from '../../queue/wait.ts';

const TONES: Readonly<Record<WaitGrade, Tone>> = { ok: 'ok', near: 'warn', over: 'bad' };

/** Each group with its longest wait against its norm, by word, sign and colour. */
export function WaitsTable({ queue }: { readonly queue: QueueSnapshot }) {
  const { t } = useTranslation('overview');
  const now = useNow(5000);
  return (
    <table className="w-table">
      <thead>
        <tr>
          {(['group', 'waiting', 'longest', 'norm', 'verdict'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {queue.groups.map(({ letter, name, normSeconds }) => {
          const waits = queue.waiting
            .filter(({ group }) => group === letter)
            .map((ticket) => waitedSeconds(ticket, now));
          const grades = waits.map((seconds) => gradeWait(seconds, normSeconds));
          return (
            <tr key={letter}>
              <th scope="row">
                {letter} {name}
              </th>
              <td>{waits.length}</td>
              <td>
                {waits.length === 0 ? '–' : t('minutes', { count: Math.floor(Math.max(...waits) / 60) })}
              </td>
              <td>{t('minutes', { count: Math.round(normSeconds / 60) })}</td>
              <td>
                <Verdict grades={grades} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Verdict({ grades }: { readonly grades: readonly WaitGrade[] }) {
  const { t } = useTranslation('overview');
  const worst = (['over', 'near', 'ok'] as const).find((grade) => grades.includes(grade));
  if (worst === undefined) return <span className="w-soft">{t('nobody')}</span>;
  const count = grades.filter((grade) => grade === worst).length;
  return <Badge tone={TONES[worst]}>{t(`verdict.${worst}`, { count })}</Badge>;
}
