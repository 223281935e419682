import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';

type Groups = Pick<QueueSnapshot, 'groups'>;

/** The names of these groups as a counter reads them; one that is no longer in use keeps its letter. */
export function groupNames(letters: readonly string[], { groups }: Groups): string {
  return letters.map((one) => groups.find(({ letter }) => letter === one)?.name ?? one).join(', ');
}

/** How many came with a number, what for besides its group, and with whom; empty for one who needs nothing else. */
function usePartyText({ persons, also, cameWith }: Ticket, queue: Groups): string {
  const { t } = useTranslation('hall');
  return [
    ...(persons > 1 ? [t('party.persons', { count: persons })] : []),
    ...(also.length > 0 ? [t('party.also', { groups: groupNames(also, queue) })] : []),
    ...(cameWith === null ? [] : [t('party.cameWith', { number: cameWith })]),
  ].join(' · ');
}

/** The same in a row of the queue. */
export function PartyText({ ticket, queue }: { readonly ticket: Ticket; readonly queue: Groups }) {
  const text = usePartyText(ticket, queue);
  return text !== '' && <small className="w-party"> · {text}</small>;
}

/** The same on a line of its own. */
export function PartyLine({ ticket, queue }: { readonly ticket: Ticket; readonly queue: Groups }) {
  const text = usePartyText(ticket, queue);
  return text !== '' && <p className="w-small w-party">{text}</p>;
}
