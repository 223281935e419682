import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../../shared/contract/hall.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { useNow } from '../../../state/use-now.ts';
import { gradeWait, type WaitGrade, waitedSeconds } from '../../queue/wait.ts';

const TONES: Readonly<Record<WaitGrade, Tone>> = { ok: 'ok', near: 'warn', over: 'bad' };

/**
 * Each group with its longest wait against its norm, by word, sign and colour. Appointments have their own norm, and a
 * line of their own while somebody with one waits.
 */
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
        {queue.groups.flatMap(({ letter, name, normSeconds, appointmentNormSeconds }) => {
          const waiting = queue.waiting.filter(({ group }) => group === letter);
          const agreed = waiting.filter(({ appointmentAt }) => appointmentAt !== null);
          const walkIns = waiting.filter(({ appointmentAt }) => appointmentAt === null);
          const group = `${letter} ${name}`;
          const line = { now, group, tickets: walkIns, normSeconds };
          const appointments = {
            now,
            group: `${group}, ${t('appointments')}`,
            normSeconds: appointmentNormSeconds,
          };
          return [
            <WaitsLine key={letter} {...line} />,
            agreed.length > 0 && <WaitsLine key={`${letter}-agreed`} {...appointments} tickets={agreed} />,
          ];
        })}
      </tbody>
    </table>
  );
}

function WaitsLine({
  group,
  tickets,
  normSeconds,
  now,
}: {
  readonly group: string;
  readonly tickets: readonly Ticket[];
  readonly normSeconds: number;
  readonly now: number;
}) {
  const { t } = useTranslation('overview');
  const waits = tickets.map((ticket) => waitedSeconds(ticket, now));
  return (
    <tr>
      <th scope="row">{group}</th>
      <td>{waits.length}</td>
      <td className="w-minutes">
        {waits.length === 0 ? '–' : t('minutes', { count: Math.floor(Math.max(...waits) / 60) })}
      </td>
      <td className="w-minutes">{t('minutes', { count: Math.round(normSeconds / 60) })}</td>
      <td>
        <Verdict grades={waits.map((seconds) => gradeWait(seconds, normSeconds))} />
      </td>
    </tr>
  );
}

function Verdict({ grades }: { readonly grades: readonly WaitGrade[] }) {
  const { t } = useTranslation('overview');
  const worst = (['over', 'near', 'ok'] as const).find((grade) => grades.includes(grade));
  if (worst === undefined) return <span className="w-soft">{t('nobody')}</span>;
  const count = grades.filter((grade) => grade === worst).length;
  return <Badge tone={TONES[worst]}>{t(`verdict.${worst}`, { count })}</Badge>;
}
