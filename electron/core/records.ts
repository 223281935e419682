/**
 * What a committed visit is, for every feature that does something with it: the zaaksysteem, the contact history, the
 * receipt. Written once at "klaar" and never changed; a later correction is a new record.
 */

import type { Signed } from '../../shared/domain/step-data.ts';

/** Terms of the Zaken API: betrokkeneIdentificatie of a natuurlijk_persoon. */
export interface PersonRecord {
  readonly burgerservicenummer: string | null;
  readonly geslachtsnaam: string;
  readonly voorvoegsel: string;
  readonly voornamen: string;
  readonly voorletters: string;
  /** YYYY-MM-DD, or null when the date is not fully known. */
  readonly geboortedatum: string | null;
  /** Whether the BRP confirmed these data before the commit. */
  readonly verified: boolean;
  /** The identity document that was shown, if any. */
  readonly documentNumber: string | null;
}

export interface AttachmentRecord {
  readonly attachmentId: string;
  /** Omschrijving of the informatieobjecttype, such as "Uittreksel". */
  readonly informatieobjecttype: string;
  readonly titel: string;
  readonly bestandsnaam: string;
  readonly formaat: 'application/pdf' | 'image/jpeg' | 'image/png';
  /** Size in bytes before base64, and SHA-256 in hex. */
  readonly bytes: number;
  readonly sha256: string;
  /** Of a signature: to what it is bound. */
  readonly signed?: Signed | undefined;
}

/** One product of the visit: becomes one zaak, or closes the zaak of an earlier visit. */
export interface TransactionRecord {
  readonly transactionId: string;
  /** Our own identificatie of the zaak (at most 40 characters): the anchor of every retry. */
  readonly zaakIdentificatie: string;
  readonly kind: 'new' | 'pickUp';
  /** Of a pick-up: nobody could see at the counter for whom the zaak is, so that it is looked at before it is touched. */
  readonly holderUnseen?: boolean;
  readonly productId: string;
  readonly productName: string;
  readonly uplUri: string | null;
  /** Identificatie of the zaaktype and omschrijving of the resultaattype in the catalogue. */
  readonly zaaktype: string;
  readonly resultaattype: string;
  /** False for a product that is picked up later: the zaak stays open. */
  readonly closes: boolean;
  /** Naam of the eigenschap to its value. */
  readonly eigenschappen: Readonly<Record<string, string>>;
  readonly legesCents: number;
  readonly attachments: readonly AttachmentRecord[];
}

/** Work that goes to a department, group or colleague: becomes an internetaak. */
export interface HandOverRecord {
  readonly target: {
    readonly kind: 'afdeling' | 'groep' | 'medewerker';
    readonly id: string;
    readonly name: string;
  };
  /** At most 200 and 1000 characters (Klantinteracties). */
  readonly gevraagdeHandeling: string;
  readonly toelichting: string;
  /** The number to call the visitor back on. */
  readonly phone: string | null;
  /** The number that was sent before a clerk corrected it: the toelichting still says it. */
  readonly refusedPhone?: string | null;
}

/** A complaint, report or idea: becomes a klantcontact of its own. */
export interface SignalRecord {
  readonly kind: 'klacht' | 'melding' | 'idee';
  readonly text: string;
  /** As that of the visit, with a number of its own. */
  readonly referentienummer: string;
}

export interface CommittedVisit {
  readonly visitId: string;
  /** UTC instant of "klaar", ISO 8601. */
  readonly committedAt: string;
  /** Start of the visit, UTC. */
  readonly startedAt: string;
  /** The day in Europe/Amsterdam on which catalogue and tariffs are looked up. */
  readonly day: string;
  readonly receiptNumber: string;
  /** Unique over all workstations, at most 10 digits: referentienummer of the klantcontact. */
  readonly referentienummer: string;
  readonly workstation: string;
  readonly counter: number;
  readonly ticketNumber: string | null;
  readonly clerk: { readonly staffId: string; readonly loginName: string; readonly name: string };
  readonly person: PersonRecord | null;
  readonly outcome: 'inOneGo' | 'pickUpNeeded' | 'handedOver' | 'notPossible';
  readonly note: string;
  readonly payment: {
    readonly method: 'none' | 'cash' | 'card';
    readonly totalCents: number;
    /** Paid on the terminal: its numbers of the payments, and what it wants on the receipt. */
    readonly terminal?: { readonly traceNumbers: readonly string[]; readonly receipt: readonly string[] };
  };
  readonly transactions: readonly TransactionRecord[];
  readonly handOver?: HandOverRecord;
  readonly signal?: SignalRecord;
}
