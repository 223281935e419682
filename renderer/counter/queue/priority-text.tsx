import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/contract/hall.ts';

/** That a visitor goes first, and why; nothing for who comes in his turn. */
export function PriorityText({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation('hall');
  if (!ticket.hasPriority) return null;
  return ticket.priorityWhy === null
    ? t('priority')
    : t('priorityBecause', { why: t(`priorityWhy.${ticket.priorityWhy}`) });
}
