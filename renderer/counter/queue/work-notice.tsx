import { useTranslation } from 'react-i18next';
import type { CounterWork } from '../../../shared/contract/hall.ts';
import { Message } from '../../components/message.tsx';

/** A team lead decided whom this counter calls: it stays in sight for as long as that holds. */
export function WorkNotice({ work }: { readonly work: CounterWork }) {
  const { t } = useTranslation('hall');
  if (work.decidedBy !== 'teamlead' || !work.profile) return null;
  return (
    <Message tone="info" title={t('work.moved', { name: work.profile.name })} role="status">
      {t('work.movedNow')}
    </Message>
  );
}
