import type { PersonView } from '../../../../shared/contract/person-view.ts';
import type { Person } from './answer.ts';

/** Landelijke Tabel 32: Nederlandse. */
const NEDERLANDSE = '0001';
const OPEN: readonly string[] = ['Staatloos', 'NationaliteitOnbekend'];

/**
 * Whether a person has the Dutch nationality, or is by law treated as if he had. Unknown when the BRP has none, or one
 * that is open or in onderzoek: then a clerk has to find out.
 */
export function dutchOf({ nationaliteiten = [] }: Person): PersonView['dutch'] {
  const isDutch = nationaliteiten.some(
    ({ type, nationaliteit, inOnderzoek }) =>
      inOnderzoek === undefined &&
      (type === 'BehandeldAlsNederlander' || nationaliteit?.code === NEDERLANDSE),
  );
  if (isDutch) return 'yes';
  const isOpen = nationaliteiten.some(
    ({ type, inOnderzoek }) => inOnderzoek !== undefined || OPEN.includes(type),
  );
  return isOpen || nationaliteiten.length === 0 ? 'unknown' : 'no';
}
