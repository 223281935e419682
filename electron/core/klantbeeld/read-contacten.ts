import type { KlantbeeldContact, KlantbeeldTaak } from '../../../shared/contract/klantbeeld.ts';
import type { Answer, Klantinteracties, ListedKlantcontact, Zgw } from '../central/index.ts';
import { newestFirst, type Told } from './read-zaken.ts';

const SHOWN = 20;
const WITH_TASKS = 10;
/** Contacts of the counter are tied to the zaak, not to the person. */
const ZAKEN_ASKED = 5;

export interface ToldContacten extends Told<KlantbeeldContact> {
  readonly taken: readonly KlantbeeldTaak[] | null;
}

/**
 * The klantcontacten of a person over all channels, newest first, with the internetaken they led to: those of the person
 * himself (Klantinteracties has no `_zoek`, so that the number stands in one address; left out when `byBsn` is false)
 * and those about his newest zaken.
 */
export async function readContacten(
  zgw: Zgw,
  api: Klantinteracties,
  burgerservicenummer: string,
  byBsn: boolean,
): Promise<Answer<ToldContacten>> {
  const [own, about] = await Promise.all([
    byBsn ? ofPerson(api, burgerservicenummer) : nothing,
    aboutZaken(zgw, api, burgerservicenummer),
  ]);
  if (!own.ok) return own;
  // Without the zaaksysteem the person's own contacts still tell something; without those, nothing is told.
  if (!about.ok && (!byBsn || about.error.system === 'klantinteracties')) return about;
  const lists = [own.value, about.ok ? about.value : NONE];
  const contacts = [
    ...new Map(lists.flatMap(({ items }) => items).map((contact) => [contact.uuid, contact])).values(),
  ].toSorted((a, b) => momentOf(b) - momentOf(a));
  const taken = await tasksOf(api, contacts);
  return {
    ok: true,
    value: {
      items: contacts.slice(0, SHOWN).map((contact) => ({
        kanaal: contact.kanaal,
        onderwerp: contact.onderwerp,
        at: instant(contact.plaatsgevondenOp),
      })),
      more: contacts.length > SHOWN || lists.some(({ more }) => more) || !about.ok,
      taken,
    },
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

/** What is not done yet of the tasks of the newest contacts; null when it could not be asked. */
async function tasksOf(
  api: Klantinteracties,
  contacts: readonly ListedKlantcontact[],
): Promise<readonly KlantbeeldTaak[] | null> {
  const refs = contacts.flatMap(({ leiddeTotInterneTaken }) => leiddeTotInterneTaken).slice(0, WITH_TASKS);
  const tasks: KlantbeeldTaak[] = [];
  for (const answer of await Promise.all(refs.map(({ uuid }) => api.internetaak(uuid)))) {
    if (!answer.ok) return null;
    const { status, gevraagdeHandeling, toelichting, toegewezenOp, toegewezenAanActoren } = answer.value;
    if (status !== 'te_verwerken') continue;
    const [first] = toegewezenAanActoren;
    const actor = first ? await api.actor(first.uuid) : undefined;
    tasks.push({
      handeling: gevraagdeHandeling,
      toelichting,
      assignedTo: actor?.ok ? actor.value.naam : null,
      since: instant(toegewezenOp),
    });
  }
  return tasks;
}

function momentOf({ plaatsgevondenOp }: ListedKlantcontact): number {
  const moment = Date.parse(plaatsgevondenOp ?? '');
  return Number.isNaN(moment) ? 0 : moment;
}

/** UTC, whatever offset the source writes. */
function instant(text: string | null | undefined): string | null {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}
