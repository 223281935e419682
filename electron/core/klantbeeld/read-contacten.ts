import type { KlantbeeldContact } from '../../../shared/contract/klantbeeld.ts';
import type { Answer, Klantinteracties, ListedKlantcontact, Zgw } from '../central/index.ts';
import { instant } from './read-zaak.ts';
import { newestFirst, type Told } from './read-zaken.ts';

const SHOWN = 20;
/** Contacts of the counter are tied to the zaak, not to the person. */
const ZAKEN_ASKED = 5;

/**
 * The klantcontacten of a person over all channels, newest first: those of the person himself (Klantinteracties has no
 * `_zoek`, so that the number stands in one address; left out when `byBsn` is false) and those about his newest zaken.
 */
export async function findContacten(
  zgw: Zgw,
  api: Klantinteracties,
  burgerservicenummer: string,
  byBsn: boolean,
): Promise<Answer<Told<ListedKlantcontact>>> {
  const [own, about] = await Promise.all([
    byBsn ? ofPerson(api, burgerservicenummer) : nothing,
    aboutZaken(zgw, api, burgerservicenummer),
  ]);
  if (!own.ok) return own;
  // Without the zaaksysteem the person's own contacts still tell something; without those, nothing is told.
  if (!about.ok && (!byBsn || about.error.system === 'klantinteracties')) return about;
  const lists = [own.value, about.ok ? about.value : NONE];
  const items = [
    ...new Map(lists.flatMap((list) => list.items).map((contact) => [contact.uuid, contact])).values(),
  ].toSorted((a, b) => momentOf(b) - momentOf(a));
  return { ok: true, value: { items, more: lists.some(({ more }) => more) || !about.ok } };
}

/** The newest of them, as a clerk sees them. */
export function shownContacten({ items, more }: Told<ListedKlantcontact>): Told<KlantbeeldContact> {
  return {
    items: items.slice(0, SHOWN).map(({ kanaal, onderwerp, plaatsgevondenOp }) => ({
      kanaal,
      onderwerp,
      at: instant(plaatsgevondenOp),
    })),
    more: more || items.length > SHOWN,
  };
}

const NONE: Told<ListedKlantcontact> = { items: [], more: false };
const nothing = { ok: true, value: NONE } as const;

async function ofPerson(api: Klantinteracties, bsn: string): Promise<Answer<Told<ListedKlantcontact>>> {
  const partij = await api.findPersoon(bsn);
  if (!partij.ok) return partij;
  return partij.value ? api.klantcontactenOf(partij.value.uuid, SHOWN) : nothing;
}

async function aboutZaken(
  { zaken }: Zgw,
  api: Klantinteracties,
  bsn: string,
): Promise<Answer<Told<ListedKlantcontact>>> {
  const open = await zaken.zakenOf(bsn, 'open');
  if (!open.ok) return open;
  const closed = await zaken.zakenOf(bsn, 'closed');
  if (!closed.ok) return closed;
  const newest = newestFirst([...open.value.zaken, ...closed.value.zaken]).slice(0, ZAKEN_ASKED);
  const answers = await Promise.all(newest.map(({ uuid }) => api.klantcontactenAbout(uuid, SHOWN)));
  const items: ListedKlantcontact[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    items.push(...answer.value.items);
  }
  return { ok: true, value: { items, more: answers.some((answer) => answer.ok && answer.value.more) } };
}

function momentOf({ plaatsgevondenOp }: ListedKlantcontact): number {
  const moment = Date.parse(plaatsgevondenOp ?? '');
  return Number.isNaN(moment) ? 0 : moment;
}
