import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';

type Groups = Pick<QueueSnapshot, 'groups'>;

/** The names of these groups as a counter reads them; one that is no longer in use keeps its letter. */
export function groupNames(letters: readonly string[], { groups }: Groups): string {
  return letters.map((one) => groups.find(({ letter }) => letter === one)?.name ?? one).join(', ');
}

/** How many came with a number and what for besides its group; nothing for one person who needs nothing else. */
export function PartyText({
  ticket: { persons, also },
  queue,
}: {
  readonly ticket: Pick<Ticket, 'persons' | 'also'>;
  readonly queue: Groups;
}) {
  const { t } = useTranslation('hall');
  return (
    <>
      {persons > 1 && <small className="w-party"> · {t('party.persons', { count: persons })}</small>}
      {also.length > 0 && (
        <small className="w-party"> · {t('party.also', { groups: groupNames(also, queue) })}</small>
      )}
    </>
  );
}
