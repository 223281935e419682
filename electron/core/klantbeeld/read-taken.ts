import type { KlantbeeldTaak } from '../../../shared/contract/klantbeeld.ts';
import type { Answer, Klantinteracties, ListedKlantcontact } from '../central/index.ts';
import { instant } from './read-zaak.ts';
import type { Told } from './read-zaken.ts';

/** Each task is a question of its own. */
const ASKED = 10;

/**
 * What is not done yet of the internetaken that the newest of these contacts led to. Klantinteracties finds no task by
 * its person, only through the contact that led to it; one that cannot be told fails them all.
 */
export async function readTaken(
  api: Klantinteracties,
  { items: contacts, more }: Told<ListedKlantcontact>,
): Promise<Answer<Told<KlantbeeldTaak>>> {
  const refs = contacts.flatMap(({ leiddeTotInterneTaken }) => leiddeTotInterneTaken);
  const items: KlantbeeldTaak[] = [];
  for (const answer of await Promise.all(refs.slice(0, ASKED).map(({ uuid }) => api.internetaak(uuid)))) {
    if (!answer.ok) return answer;
    const { status, gevraagdeHandeling, toelichting, toegewezenOp, toegewezenAanActoren } = answer.value;
    if (status !== 'te_verwerken') continue;
    const [first] = toegewezenAanActoren;
    const actor = first ? await api.actor(first.uuid) : undefined;
    items.push({
      handeling: gevraagdeHandeling,
      toelichting,
      assignedTo: actor?.ok ? actor.value.naam : null,
      since: instant(toegewezenOp),
    });
  }
  return { ok: true, value: { items, more: more || refs.length > ASKED } };
}
