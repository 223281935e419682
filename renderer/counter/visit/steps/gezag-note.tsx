import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounter } from '../../../state/context.tsx';

/** What the BRP says of the gezag, or that it was not heard; a warning when somebody has to find out. */
export function GezagNote({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation('visit');
  const { run } = useCounter();
  const { gezag = null, gezagQuestion = 'none' } = visit.person ?? {};
  if (gezagQuestion === 'open' || gezagQuestion === 'running' || gezagQuestion === 'failed')
    return (
      <Message
        tone={gezagQuestion === 'running' ? 'info' : 'warn'}
        role="status"
        actions={
          <Button
            isPending={gezagQuestion === 'running'}
            onPress={() => void run('visits.askGezag', { visitId: visit.visitId })}
          >
            {t('consent.askGezag')}
          </Button>
        }
      >
        {t(`consent.gezagQuestion.${gezagQuestion}`)}
      </Message>
    );
  if (gezag === null) return <Message tone="warn">{t('consent.gezagUnknown')}</Message>;
  const isOpen = gezag.kind === 'TijdelijkGeenGezag' || gezag.kind === 'GezagNietTeBepalen';
  return (
    <>
      <Message tone={isOpen ? 'warn' : 'info'}>{t(`consent.gezag.${gezag.kind}`)}</Message>
      {gezag.inOnderzoek && <Message tone="warn">{t('consent.gezagInOnderzoek')}</Message>}
    </>
  );
}
