import type { ZaakRequest } from '../central/index.ts';
import type { TransactionRecord } from '../records.ts';
import { dayAtServer, dutchMoment } from './moments.ts';
import {
  type Found,
  impossible,
  NONE,
  ours,
  type Step,
  type StepData,
  type StepResult,
  stranger,
  because,
} from './step.ts';
import { field, type ZaakContext } from './zaak-context.ts';

/** Who we are in the kenmerken of a zaak. */
export const BRON = 'waarmee';

const NAME = 'zaak';

/** Makes the zaak of a transaction under our own identificatie. */
export function newZaak(context: ZaakContext): Step {
  return {
    name: NAME,
    system: 'zaken',
    needsClock: true,
    find: () => findOurs(context),
    make: async () => {
      const body = await newZaakBody(context);
      if (!body.ok) return body;
      const made = await context.zgw.zaken.createZaak(body.value);
      return made.ok ? { ok: true, value: madeZaak(made.value, body.value.zaaktype) } : made;
    },
  };
}

/** What is stored of a zaak that was made. */
export function madeZaak(
  { url, uuid }: { readonly url: string; readonly uuid: string },
  zaaktype: string,
): StepData {
  return { url, uuid, zaaktype };
}

/** The zaak of the transaction, of the zaaktype that was valid on the day of the visit. */
export async function newZaakBody(context: ZaakContext): Promise<StepResult<ZaakRequest>> {
  const { visit, transaction, zgw, catalogue } = context;
  const version = await catalogue.on(zgw.catalogi, transaction.zaaktype, visit.day);
  if (!version.ok) return version;
  if (!version.value)
    return impossible('zaaktypeNotValid', { zaaktype: transaction.zaaktype, day: visit.day });
  const { url: zaaktype, productenOfDiensten } = version.value;
  return { ok: true, value: zaakBody(context, zaaktype, productenOfDiensten) };
}

/** Finds the zaak of an earlier visit, which this visit completes. */
export function existingZaak(context: ZaakContext): Step {
  const { transaction, zgw, rsin } = context;
  const { zaakIdentificatie: number } = transaction;
  return {
    name: NAME,
    system: 'zaken',
    find: async () => NONE,
    make: async () => {
      const found = await zgw.zaken.findZaken(rsin, number);
      if (!found.ok) return found;
      const [zaak] = found.value;
      if (!zaak)
        return { ok: false, error: { kind: 'notYet', reason: because('zaakNotThere', { zaak: number }) } };
      if (zaak.einddatum) return impossible('zaakClosed', { zaak: number, day: zaak.einddatum });
      const version = await context.catalogue.at(zgw.catalogi, zaak.zaaktype);
      if (!version.ok) return version;
      if (version.value.identificatie !== transaction.zaaktype)
        return impossible('zaakOtherKind', { zaak: number, zaaktype: version.value.identificatie });
      const isOfOther = await seenToBeOfOther(context, zaak.url);
      if (!isOfOther.ok) return isOfOther;
      if (isOfOther.value) return impossible('zaakOfOther', { zaak: number });
      return { ok: true, value: madeZaak(zaak, zaak.zaaktype) };
    },
  };
}

/** Whether a zaak whose holder nobody saw at the counter is of another person than who was helped there. */
async function seenToBeOfOther(
  { transaction, visit, zgw }: ZaakContext,
  zaak: string,
): Promise<StepResult<boolean>> {
  const bsn = visit.person?.burgerservicenummer;
  if (!transaction.holderUnseen || !bsn) return { ok: true, value: false };
  const found = await zgw.zaken.rollen(zaak, 'initiator');
  if (!found.ok) return found;
  const holder = found.value[0]?.betrokkeneIdentificatie?.inpBsn;
  return { ok: true, value: Boolean(holder) && holder !== bsn };
}

async function findOurs({ zgw, rsin, transaction, catalogue }: ZaakContext): Promise<StepResult<Found>> {
  const found = await zgw.zaken.findZaken(rsin, transaction.zaakIdentificatie);
  if (!found.ok) return found;
  const [zaak] = found.value;
  if (!zaak) return NONE;
  const marked = zaak.kenmerken.some(
    ({ bron, kenmerk }) => bron === BRON && kenmerk === transaction.transactionId,
  );
  if (marked) {
    const version = await catalogue.at(zgw.catalogi, zaak.zaaktype);
    if (!version.ok) return version;
    if (version.value.identificatie === transaction.zaaktype) return ours(madeZaak(zaak, zaak.zaaktype));
  }
  return stranger('zaakNumberTaken', { zaak: transaction.zaakIdentificatie });
}

function zaakBody(
  context: ZaakContext,
  zaaktype: string,
  productenOfDiensten: readonly string[],
): ZaakRequest {
  const { visit, transaction, rsin, now } = context;
  const server = context.serverTime('zaken');
  const day = dayAtServer(visit.day, server, now());
  return {
    identificatie: transaction.zaakIdentificatie,
    bronorganisatie: rsin,
    verantwoordelijkeOrganisatie: rsin,
    zaaktype,
    startdatum: day,
    registratiedatum: day,
    omschrijving: transaction.productName.slice(0, 80),
    toelichting: `Aan de balie geholpen, bon ${visit.receiptNumber}.`,
    communicatiekanaalNaam: 'Balie',
    productenOfDiensten: productenOfDiensten.filter((uri) => uri === transaction.uplUri),
    ...payment(transaction, dutchMoment(server(new Date(visit.committedAt)), server(now()))),
    kenmerken: [{ kenmerk: transaction.transactionId, bron: BRON }],
  };
}

function payment(
  { legesCents }: TransactionRecord,
  paidAt: string,
): Pick<ZaakRequest, 'betalingsindicatie' | 'laatsteBetaaldatum'> {
  // Zaken API: laatsteBetaaldatum may not be given when nothing is to be paid.
  return legesCents > 0
    ? { betalingsindicatie: 'geheel', laatsteBetaaldatum: paidAt }
    : { betalingsindicatie: 'nvt' };
}

/** Address and id of the zaak. */
export function zaakOf(context: ZaakContext): { readonly url: string; readonly uuid: string } {
  const data = context.zaak();
  return { url: field(data, 'url'), uuid: field(data, 'uuid') };
}
