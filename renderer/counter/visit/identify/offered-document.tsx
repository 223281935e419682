import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounter } from '../../../state/context.tsx';
import { useDesk } from '../desk/desk-context.tsx';

/**
 * Asks what to do with a document that was read while somebody is identified and that is not known to be his; or, while
 * nobody is, that is of one of several persons. The identify panel shows those by itself.
 */
export function OfferedDocument({
  visit,
  isIdentifying,
}: {
  readonly visit: VisitView;
  readonly isIdentifying: boolean;
}) {
  const { t } = useTranslation('visit');
  const { run } = useCounter();
  const desk = useDesk();
  const offered = visit.offeredDocument;
  if (offered === null) return null;
  if (visit.person === null)
    return isIdentifying ? null : (
      <Message
        tone="info"
        role="alert"
        title={t('offered.several.title', { number: offered.documentNumber })}
        actions={
          <Button variant="primary" onPress={() => desk.show('identify')}>
            {t('offered.several.choose')}
          </Button>
        }
      >
        {t('offered.several.body')}
      </Message>
    );
  const { visitId } = visit;
  return (
    <Message
      tone="info"
      role="alert"
      title={t('offered.title', { number: offered.documentNumber })}
      actions={
        <>
          <Button onPress={() => void run('visits.dismissDocument', { visitId })}>{t('offered.keep')}</Button>
          <Button
            variant="primary"
            onPress={() =>
              void run('visits.identify', { visitId, by: { kind: 'document', readId: offered.readId } })
            }
          >
            {t(`offered.use.${offered.holder}`)}
          </Button>
        </>
      }
    >
      {t(`offered.body.${offered.holder}`)}
    </Message>
  );
}
