import './visit.css';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/card.tsx';
import { ErrorMessage } from '../../components/error-text.tsx';
import { useCounterState } from '../../state/context.tsx';
import { useDeskState } from './desk/desk-context.tsx';
import { EmptyVisit } from './empty-visit.tsx';
import { DonePanel } from './finish/done-panel.tsx';
import { VisitWork } from './visit-work.tsx';

/** The centre column: the visit at this counter, from the empty desk to "Klaar". Stands inside a DeskProvider. */
export function VisitPane() {
  const { t } = useTranslation('common');
  const visit = useCounterState((state) => state.visit.value);
  const error = useCounterState((state) => state.visit.error);
  const finished = useDeskState((state) => state.finished);
  const isOver = finished !== null && (!visit || visit.visitId === finished.visitId);
  if (isOver) return <DonePanel finished={finished} />;
  if (visit === null) return <EmptyVisit />;
  if (visit === undefined) return error ? <ErrorMessage error={error} /> : <Empty>{t('loading')}</Empty>;
  return <VisitWork key={visit.visitId} visit={visit} />;
}
