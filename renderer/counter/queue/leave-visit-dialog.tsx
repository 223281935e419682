import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useHallActions } from './use-hall-actions.ts';

export interface LeaveVisitDialogProps {
  readonly ticket: Ticket;
  /** Something was done in the visit already, so its visitor did come. */
  readonly hasContent: boolean;
  readonly onClose: () => void;
}

/**
 * Asked before calling while somebody is still at the counter: stay, or say what becomes of that visitor. The focus
 * starts on staying, so that a second press of a key by mistake calls nobody.
 */
export function LeaveVisitDialog({ ticket, hasContent, onClose }: LeaveVisitDialogProps) {
  const { t } = useTranslation('hall');
  const { send, callNext } = useHallActions();
  const hasNumber = ticket.origin !== 'walkIn';
  const { number, ticketId } = ticket;
  const leave = (how: 'hall.putBack' | 'hall.noShow') => async () => {
    onClose();
    if (await send(how, { ticketId })) await callNext();
  };
  return (
    <Dialog title={t('ask.title')} size="narrow" role="alertdialog" onClose={onClose}>
      <div className="w-stack">
        <p>{hasNumber ? t('ask.body', { number }) : t('ask.bodyWithoutNumber')}</p>
        <Button autoFocus onPress={onClose}>
          {t('ask.stay')}
        </Button>
        {hasNumber && !hasContent && (
          <Button onPress={() => void leave('hall.noShow')()}>{t('ask.noShow', { number })}</Button>
        )}
        {hasNumber && (
          <Button onPress={() => void leave('hall.putBack')()}>{t('ask.putBack', { number })}</Button>
        )}
      </div>
    </Dialog>
  );
}
