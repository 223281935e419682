import type { CommittedVisit } from '../../electron/core/records.ts';
import { type JsonObject, objectOf, textOf } from '../../electron/practice/json.ts';
import type { BothSides } from './both-sides.ts';
import type { Sheet } from './compare.ts';

const OUTCOME: Readonly<Record<CommittedVisit['outcome'], string>> = {
  inOneGo: 'In een keer geholpen.',
  pickUpNeeded: 'Aanvraag gedaan, komt terug om op te halen.',
  handedOver: 'Overgedragen aan een collega.',
  notPossible: 'Kon niet worden geholpen.',
};

/** What Klantinteracties must hold: one klantcontact for each visit, with its clerk, its visitor and its zaken. */
export function contactSheets(sides: BothSides): readonly Sheet[] {
  const { central, visits, parked } = sides;
  const clerks = new Map(visits.map(({ clerk }) => [clerk.loginName, clerk.name]));
  const allWait = visits.every(({ visitId }) => parked.has(visitId));
  const visitOf = ({ metadata }: JsonObject): string => textOf(objectOf(metadata).bezoek);
  return [
    {
      what: 'actor',
      found: central.actoren,
      key: ({ actoridentificator }) => textOf(objectOf(actoridentificator).objectId),
      meant: [...clerks].map(([key, naam]) => ({
        key,
        mayMiss: allWait,
        fields: { naam, soortActor: 'medewerker', actoridentificator: { codeObjecttype: 'mdw' } },
      })),
    },
    {
      what: 'klantcontact',
      found: central.klantcontacten,
      key: visitOf,
      meant: visits.map((visit) => ({
        key: visit.visitId,
        mayMiss: parked.has(visit.visitId),
        fields: {
          kanaal: 'balie',
          onderwerp:
            visit.transactions.map(({ productName }) => productName).join(', ') || 'Bezoek aan de balie',
          inhoud: `${OUTCOME[visit.outcome]}${visit.note && ` ${visit.note}`}`,
          indicatieContactGelukt: visit.outcome !== 'notPossible',
          taal: 'nld',
          vertrouwelijk: false,
          referentienummer: visit.referentienummer,
          plaatsgevondenOp: (moment: unknown) => sides.isAbout(moment, visit.startedAt),
        },
      })),
    },
    ...visits.flatMap((visit) => partsOf(sides, visit, visitOf)),
  ];
}

function partsOf(
  { central, parked }: BothSides,
  visit: CommittedVisit,
  visitOf: (contact: JsonObject) => string,
): readonly Sheet[] {
  const { visitId, person, clerk, transactions } = visit;
  const contact = central.klantcontacten.find((each) => visitOf(each) === visitId)?.uuid ?? null;
  const mayMiss = parked.has(visitId);
  const refersTo = (field: string) => (each: JsonObject) => objectOf(each[field]).uuid === contact;
  const actor = (uuid: unknown): string =>
    textOf(objectOf(central.actoren.find((each) => each.uuid === uuid)?.actoridentificator).objectId ?? null);
  const zaak = (uuid: unknown): string =>
    textOf(central.zaken.find((each) => each.uuid === uuid)?.identificatie);
  const zaken = new Map(
    transactions.map(({ zaakIdentificatie, transactionId }) => [
      zaakIdentificatie,
      parked.has(transactionId),
    ]),
  );
  return [
    {
      what: `${visitId} actorklantcontact`,
      found: central.actorklantcontacten.filter(refersTo('klantcontact')),
      key: (each) => actor(objectOf(each.actor).uuid),
      meant: [{ key: clerk.loginName, mayMiss, fields: {} }],
    },
    {
      what: `${visitId} betrokkene`,
      found: central.betrokkenen.filter(refersTo('hadKlantcontact')),
      key: ({ rol }) => textOf(rol),
      meant: person
        ? [
            {
              key: 'klant',
              mayMiss,
              fields: {
                initiator: true,
                contactnaam: {
                  voorletters: person.voorletters.slice(0, 10),
                  voornaam: person.voornamen,
                  voorvoegselAchternaam: person.voorvoegsel.slice(0, 10),
                  achternaam: person.geslachtsnaam,
                },
              },
            },
          ]
        : [],
    },
    {
      what: `${visitId} onderwerpobject`,
      found: central.onderwerpobjecten.filter(refersTo('klantcontact')),
      key: (each) => zaak(objectOf(each.onderwerpobjectidentificator).objectId),
      meant: [...zaken].map(([key, waits]) => ({ key, mayMiss: mayMiss || waits, fields: {} })),
    },
  ];
}
