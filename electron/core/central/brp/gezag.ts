import { GezagView } from '../../../../shared/contract/person-view.ts';
import type { Person } from './answer.ts';

/**
 * Who has gezag over this person; null when the BRP says nothing of it. Gezag of this person over a child is not his
 * own, and a kind that is not known here cannot be told.
 */
export function gezagOver({ burgerservicenummer, gezag = [] }: Person): GezagView | null {
  const own = gezag.find(({ minderjarige }) => minderjarige?.burgerservicenummer === burgerservicenummer);
  if (!own) return null;
  const kind = GezagView.shape.kind.safeParse(own.type);
  const holders = [...(own.ouders ?? []), own.ouder, own.derde, ...(own.derden ?? [])].flatMap(
    (holder) => holder?.naam?.volledigeNaam ?? [],
  );
  return {
    kind: kind.success ? kind.data : 'GezagNietTeBepalen',
    holders,
    inOnderzoek: own.inOnderzoek === true,
  };
}
