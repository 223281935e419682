import type { CallInput } from '../../shared/contract/index.ts';
import type { VisitView } from '../../shared/contract/visits.ts';
import type { StepData } from '../../shared/domain/product.ts';
import type { Desk } from './core-desk.ts';
import { BSN, passport } from './core-persons.ts';

/** The smallest picture: one white pixel (PNG). */
export const PIXEL_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==';
/** The beginning of a JPEG, padded to 64 bytes: what is inside is not looked at. */
export const SMALL_JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.alloc(60, 1),
]).toString('base64');

/** A visit of the adult test person with one product. */
export async function visitWith(desk: Desk, productId: string, counter = 1) {
  const { visitId } = await desk.startVisit(counter);
  const text = passport(BSN.adult, { withBsn: true }).join('\n');
  const identify = { commandId: desk.commandId(), visitId, by: { kind: 'mrz', text } } as const;
  await desk.must('visits.identify', identify, counter);
  return { visitId, transactionId: await addTo(desk, visitId, productId, counter) };
}

/** Adds a product to a visit and answers its transaction. */
export async function addTo(desk: Desk, visitId: string, productId: string, counter = 1): Promise<string> {
  const visit = await desk.must(
    'visits.addProduct',
    { commandId: desk.commandId(), visitId, productId },
    counter,
  );
  const last = visit.transactions.at(-1);
  if (!last) throw new Error('the product was not added');
  return last.transactionId;
}

/** Saves one step. */
export function save(desk: Desk, transactionId: string, index: number, data: StepData): Promise<VisitView> {
  return desk.must('transactions.saveStep', { commandId: desk.commandId(), transactionId, index, data });
}

export const VOG_FORM = {
  kind: 'form',
  values: {
    organisatie: 'Stichting Voorbeeld',
    functie: 'Vrijwilliger',
    postcode: '3077AW',
    huisnummer: '31',
  },
} as const satisfies StepData;

/** Fills in a VOG so that it is complete. */
export async function fillVog(desk: Desk, transactionId: string): Promise<void> {
  const checked = ['identiteit', 'formulier', 'doorgestuurd'];
  await save(desk, transactionId, 0, { kind: 'checklist', checked });
  await save(desk, transactionId, 1, VOG_FORM);
}

/** Fills in an extract from the BRP, so that only its paper has to be made. */
export async function fillExtract(desk: Desk, transactionId: string): Promise<void> {
  await save(desk, transactionId, 0, { kind: 'checklist', checked: ['identiteit'] });
  await save(desk, transactionId, 1, { kind: 'form', values: { taal: 'nl' } });
}

/** Fills in a passport so that it is complete; it is picked up later. */
export async function fillPassport(desk: Desk, transactionId: string): Promise<void> {
  const checked = ['identiteit', 'oudeDocumenten', 'aanvraagstation'];
  await save(desk, transactionId, 0, { kind: 'checklist', checked });
  await desk.must('transactions.attach', {
    commandId: desk.commandId(),
    transactionId,
    index: 2,
    mime: 'image/jpeg',
    base64: SMALL_JPEG,
  });
}

/** Fills in the pick-up of a passport so that it is complete, but for the zaak. */
export async function fillPickUp(desk: Desk, transactionId: string): Promise<void> {
  const checked = ['identiteit', 'gegevensKloppen', 'uitreiking'];
  await save(desk, transactionId, 0, { kind: 'checklist', checked });
  await save(desk, transactionId, 1, { kind: 'form', values: { documentnummer: 'NXB1K2C34' } });
}

/** Names the zaak that a pick-up closes. */
export function choose(desk: Desk, transactionId: string, pickUpOf: string | null) {
  return desk.call('transactions.choose', {
    commandId: desk.commandId(),
    transactionId,
    variantId: null,
    urgent: false,
    pickUpOf,
  });
}

/** The input of "klaar"; paid by card unless said otherwise. */
export function klaar(
  desk: Desk,
  visitId: string,
  more: Partial<CallInput<'transactions.commit'>> = {},
): CallInput<'transactions.commit'> {
  return { commandId: desk.commandId(), visitId, outcome: 'inOneGo', payment: { method: 'card' }, ...more };
}
