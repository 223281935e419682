import type { Ids } from '../ports.ts';
import type { CommittedVisit } from '../records.ts';
import type { NewItem } from './queue.ts';

/**
 * What a committed visit owes the central systems: a zaak per transaction, one klantcontact, and the check of a person
 * whom the BRP did not confirm. Items of one zaak share an order, also over visits.
 */
export function itemsOf(visit: CommittedVisit, ids: Ids): readonly NewItem[] {
  const { visitId, receiptNumber } = visit;
  const zaken = visit.transactions.map(
    ({ transactionId, zaakIdentificatie }): NewItem => ({
      itemId: ids.ulid(),
      kind: 'zaak',
      visitId,
      entityId: transactionId,
      orderKey: `zaak:${zaakIdentificatie}`,
      label: zaakIdentificatie,
    }),
  );
  const ofVisit = (kind: 'klantcontact' | 'verification'): NewItem => ({
    itemId: ids.ulid(),
    kind,
    visitId,
    entityId: visitId,
    orderKey: `${kind}:${visitId}`,
    label: receiptNumber,
  });
  const unverified = visit.person !== null && !visit.person.verified;
  return [...zaken, ofVisit('klantcontact'), ...(unverified ? [ofVisit('verification')] : [])];
}

/** A message to a visitor: it waits for nothing of his visit. */
export function itemOfNotification(
  {
    notificationId,
    visitId,
    label,
  }: { readonly notificationId: string; readonly visitId: string; readonly label: string },
  ids: Ids,
): NewItem {
  const kind = 'notification';
  return {
    itemId: ids.ulid(),
    kind,
    visitId,
    entityId: notificationId,
    orderKey: `${kind}:${notificationId}`,
    label,
  };
}
