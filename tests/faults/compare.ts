import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CommittedVisit, TransactionRecord } from '../../electron/core/records.ts';
import { type JsonObject, objectOf, textOf } from '../../electron/practice/json.ts';
import type { BothSides } from './both-sides.ts';
import { contactSheets } from './compare-contact.ts';
import { messageSheet } from './compare-messages.ts';

/** One thing that is not at the central side as it was meant. */
export interface Finding {
  readonly kind: 'missing' | 'double' | 'different';
  readonly what: string;
}

/** Things of one kind that must be at the central side: these, each once, and no others. */
export interface Sheet {
  readonly what: string;
  readonly found: readonly JsonObject[];
  /** By which a found thing is recognised as the one that was meant. */
  readonly key: (found: JsonObject) => string;
  readonly meant: readonly Meant[];
}

export interface Meant {
  readonly key: string;
  /** Name to the value that must be there. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** True when it waits for a person, so that it need not be there yet. */
  readonly mayMiss: boolean;
}

/** Compares what this computer committed with what the central systems hold, field by field. */
export function compare(sides: BothSides): readonly Finding[] {
  return [...zaakSheets(sides), ...contactSheets(sides), messageSheet(sides)].flatMap(judge);
}

function judge({ what, found, key, meant }: Sheet): readonly Finding[] {
  const left = Map.groupBy(found, key);
  const findings = meant.flatMap((each): readonly Finding[] => {
    const name = `${what} ${each.key}`;
    const [first, ...more] = left.get(each.key) ?? [];
    left.delete(each.key);
    if (!first) return each.mayMiss ? [] : [{ kind: 'missing', what: name }];
    const wrong = Object.entries(each.fields).filter(([field, value]) => !same(first[field], value));
    return [
      ...more.map((): Finding => ({ kind: 'double', what: name })),
      ...wrong.map(
        ([field, value]): Finding => ({
          kind: 'different',
          what: `${name}: ${field} is ${JSON.stringify(first[field])}, not ${JSON.stringify(value)}`,
        }),
      ),
    ];
  });
  const strangers = [...left].flatMap(([each, all]) =>
    all.map((): Finding => ({ kind: 'double', what: `${what} ${each}, which nobody meant` })),
  );
  return [...findings, ...strangers];
}

/** A part of an object counts when only a part is meant; a test counts when it says yes. */
function same(found: unknown, meant: unknown): boolean {
  if (typeof meant === 'function') return (meant as (found: unknown) => boolean)(found);
  if (typeof meant === 'object' && meant !== null && !Array.isArray(meant))
    return Object.entries(meant).every(([name, value]) => same(objectOf(found as JsonObject)[name], value));
  return isDeepStrictEqual(found, meant);
}

/** The opening of a zaak and, when it was picked up, the closing. */
interface Story {
  readonly zaak: string;
  readonly opened: readonly [CommittedVisit, TransactionRecord];
  readonly pickedUp: readonly [CommittedVisit, TransactionRecord] | undefined;
}

function storiesOf({ visits }: BothSides): readonly Story[] {
  const all = visits.flatMap((visit) =>
    visit.transactions.map((transaction) => [visit, transaction] as const),
  );
  return all
    .filter(([, { kind }]) => kind === 'new')
    .map((opened) => ({
      zaak: opened[1].zaakIdentificatie,
      opened,
      pickedUp: all.find(
        ([, { kind, zaakIdentificatie }]) =>
          kind === 'pickUp' && zaakIdentificatie === opened[1].zaakIdentificatie,
      ),
    }));
}

function zaakSheets(sides: BothSides): readonly Sheet[] {
  const { central, rsin, parked } = sides;
  const stories = storiesOf(sides);
  const waits = ({ opened, pickedUp }: Story): boolean =>
    parked.has(opened[1].transactionId) || (pickedUp !== undefined && parked.has(pickedUp[1].transactionId));
  return [
    {
      what: 'zaak',
      found: central.zaken,
      key: ({ identificatie }) => textOf(identificatie),
      meant: stories.map((story) => {
        const [visit, transaction] = story.opened;
        const closing = transaction.closes ? story.opened : story.pickedUp;
        const paid = transaction.legesCents > 0;
        return {
          key: story.zaak,
          mayMiss: parked.has(transaction.transactionId),
          fields: {
            bronorganisatie: rsin,
            verantwoordelijkeOrganisatie: rsin,
            zaaktype: (url: unknown) => sides.nameOf(url) === transaction.zaaktype,
            startdatum: visit.day,
            registratiedatum: visit.day,
            omschrijving: transaction.productName,
            toelichting: `Aan de balie geholpen, bon ${visit.receiptNumber}.`,
            communicatiekanaalNaam: 'Balie',
            betalingsindicatie: paid ? 'geheel' : 'nvt',
            laatsteBetaaldatum: (moment: unknown) =>
              paid ? sides.isAbout(moment, visit.committedAt) : moment === null || moment === undefined,
            kenmerken: [{ kenmerk: transaction.transactionId, bron: 'waarmee' }],
            einddatum: (day: unknown) =>
              closing === undefined || waits(story) ? true : day === closing[0].day,
          },
        };
      }),
    },
    ...stories.flatMap((story) => partsOf(sides, story, waits(story))),
    documentSheet(sides),
  ];
}

function partsOf(sides: BothSides, story: Story, mayMiss: boolean): readonly Sheet[] {
  const { central, nameOf } = sides;
  const url = textOf(central.zaken.find(({ identificatie }) => identificatie === story.zaak)?.url);
  const of = (all: readonly JsonObject[]): readonly JsonObject[] => all.filter(({ zaak }) => zaak === url);
  const [visit, transaction] = story.opened;
  const closing = transaction.closes ? story.opened : story.pickedUp;
  const { person, clerk } = visit;
  const moments: readonly (readonly [statustype: string, at: string])[] = [
    ['Ontvangen', visit.startedAt],
    ...(transaction.closes ? [] : [['Wacht op ophalen', visit.committedAt] as const]),
    ...(closing ? [['Afgerond', closing[0].committedAt] as const] : []),
  ];
  const eigenschappen = {
    ...transaction.eigenschappen,
    ...story.pickedUp?.[1].eigenschappen,
  };
  return [
    {
      what: `${story.zaak} rol`,
      found: of(central.rollen),
      key: ({ omschrijvingGeneriek }) => textOf(omschrijvingGeneriek),
      meant: [
        ...(person
          ? [
              {
                key: 'initiator',
                mayMiss,
                fields: {
                  betrokkeneType: 'natuurlijk_persoon',
                  betrokkeneIdentificatie: {
                    inpBsn: (bsn: unknown) => (bsn ?? '') === (person.burgerservicenummer ?? ''),
                    geslachtsnaam: person.geslachtsnaam,
                    voorvoegselGeslachtsnaam: person.voorvoegsel,
                    voornamen: person.voornamen,
                    voorletters: person.voorletters,
                    geboortedatum: person.geboortedatum ?? '',
                  },
                },
              },
            ]
          : []),
        {
          key: 'behandelaar',
          mayMiss,
          fields: {
            betrokkeneType: 'medewerker',
            betrokkeneIdentificatie: { identificatie: clerk.loginName, achternaam: clerk.name },
          },
        },
      ],
    },
    {
      what: `${story.zaak} status`,
      found: of(central.statussen),
      key: ({ statustype }) => nameOf(statustype),
      meant: moments.map(([key, at]) => ({
        key,
        mayMiss,
        fields: { datumStatusGezet: (moment: unknown) => sides.isAbout(moment, at) },
      })),
    },
    {
      what: `${story.zaak} eigenschap`,
      found: of(central.zaakeigenschappen),
      key: ({ naam }) => textOf(naam),
      meant: Object.entries(eigenschappen).map(([key, value]) => ({
        key,
        mayMiss,
        fields: { waarde: key === 'verhuisdatum' ? value.replaceAll('-', '') : value },
      })),
    },
    {
      what: `${story.zaak} resultaat`,
      found: of(central.resultaten),
      key: ({ resultaattype }) => nameOf(resultaattype),
      meant: closing ? [{ key: closing[1].resultaattype, mayMiss, fields: {} }] : [],
    },
    {
      what: `${story.zaak} document`,
      found: of(central.zaakinformatieobjecten),
      key: ({ informatieobject }) => sides.documentNumber(informatieobject),
      meant: [story.opened, ...(story.pickedUp ? [story.pickedUp] : [])].flatMap(
        ([, { transactionId, attachments }]) =>
          attachments.map(({ titel }, index) => ({
            key: documentNumber(transactionId, index),
            mayMiss,
            fields: { titel },
          })),
      ),
    },
  ];
}

function documentSheet({ visits, central, content, parked, rsin, nameOf }: BothSides): Sheet {
  return {
    what: 'document',
    found: central.documenten,
    key: ({ identificatie }) => textOf(identificatie),
    meant: visits.flatMap(({ clerk, day, transactions }) =>
      transactions.flatMap(({ transactionId, attachments }) =>
        attachments.map((attachment, index) => ({
          key: documentNumber(transactionId, index),
          mayMiss: parked.has(transactionId),
          fields: {
            bronorganisatie: rsin,
            creatiedatum: day,
            titel: attachment.titel,
            auteur: clerk.name,
            formaat: attachment.formaat,
            bestandsnaam: attachment.bestandsnaam,
            bestandsomvang: attachment.bytes,
            status: 'definitief',
            informatieobjecttype: (url: unknown) => nameOf(url) === attachment.informatieobjecttype,
            integriteit: { algoritme: 'sha_256', waarde: attachment.sha256 },
            // What is really there, not what was said to be there.
            // One whose zaak waits for a person may be there in part: locked, as far as it came.
            uuid: (uuid: unknown) =>
              sha256(content(String(uuid))) === attachment.sha256 ||
              (parked.has(transactionId) && content(String(uuid)) === undefined),
          },
        })),
      ),
    ),
  };
}

/** Our number of a document, as the promise to functional management words it: of which transaction, and the how manieth. */
function documentNumber(transactionId: string, index: number): string {
  return `${transactionId}-D${String(index + 1).padStart(2, '0')}`.slice(-40);
}

function sha256(bytes: Uint8Array | undefined): string {
  return bytes ? createHash('sha256').update(bytes).digest('hex') : 'nothing';
}
