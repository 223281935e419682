import { dutchDay } from './dates.ts';
import { type JsonObject, textOf } from './json.ts';
import { ACTOR, INTERNETAAK, KLANTCONTACT, ONDERWERPOBJECT } from './klantinteracties/contact-resources.ts';
import { BETROKKENE, PARTIJ } from './klantinteracties/partij-resources.ts';
import { createKlantResource } from './klantinteracties/references.ts';
import { type World } from './world.ts';
import { finishZaak, registerZaak } from './zaken/convenience.ts';

const DAY_MS = 86_400_000;

/** Contacts of the last months, newest last: days ago, channel, subject. */
const CONTACTS = [
  [160, 'post', 'Brief over de hondenbelasting'],
  [92, 'balie', 'Uittreksel uit de basisregistratie personen'],
  [48, 'e-mail', 'Vraag over een parkeervergunning'],
  [21, 'webformulier', 'Melding: losse stoeptegel'],
  [9, 'chat', 'Openingstijden van de balie'],
  [2, 'telefoon', 'Vraag over het rijbewijs'],
] as const;

/** Gives a test person a history over all channels, an open and a closed zaak, and a task; once in a world. */
export function seedHistory(world: World, rsin: string, bsn: string): void {
  if (world.store.list('klantinteracties/partijen').length > 0) return;
  world.store.transaction(() => {
    const partij = createKlantResource(world, PARTIJ, {
      soortPartij: 'persoon',
      indicatieActief: true,
      partijIdentificatoren: [
        {
          partijIdentificator: {
            codeObjecttype: 'natuurlijk_persoon',
            codeSoortObjectId: 'bsn',
            objectId: bsn,
            codeRegister: 'brp',
          },
        },
      ],
    });
    const zaken = new Map([
      ['BALIE-RIJBEWIJS', startZaak(world, { rsin, bsn, zaaktype: 'BALIE-RIJBEWIJS', daysAgo: 4 })],
      ['BALIE-UITTREKSEL', startZaak(world, { rsin, bsn, zaaktype: 'BALIE-UITTREKSEL', daysAgo: 92 })],
    ]);
    const done = zaken.get('BALIE-UITTREKSEL');
    if (done) closeZaak(world, done);
    const contacts = CONTACTS.map(([daysAgo, kanaal, onderwerp]) => {
      const contact = createKlantResource(world, KLANTCONTACT, {
        kanaal,
        onderwerp,
        taal: 'nld',
        vertrouwelijk: false,
        indicatieContactGelukt: true,
        plaatsgevondenOp: new Date(world.clock.now().getTime() - daysAgo * DAY_MS).toISOString(),
      });
      createKlantResource(world, BETROKKENE, {
        wasPartij: refTo(partij),
        hadKlantcontact: refTo(contact),
        rol: 'klant',
        initiator: true,
        organisatienaam: '',
      });
      return contact;
    });
    const [last] = contacts.toReversed();
    if (last) leaveTask(world, last, zaken.get('BALIE-RIJBEWIJS'));
  });
}

function refTo({ uuid }: JsonObject): JsonObject {
  return { uuid: textOf(uuid) };
}

function leaveTask(world: World, contact: JsonObject, zaak: JsonObject | undefined): void {
  const department = createKlantResource(world, ACTOR, {
    naam: 'Afdeling Vergunningen',
    soortActor: 'organisatorische_eenheid',
    indicatieActief: true,
    actoridentificator: {
      objectId: 'vergunningen',
      codeObjecttype: 'afd',
      codeRegister: 'obj',
      codeSoortObjectId: 'idf',
    },
  });
  createKlantResource(world, INTERNETAAK, {
    gevraagdeHandeling: 'Contact opnemen met betrokkene',
    aanleidinggevendKlantcontact: refTo(contact),
    toegewezenAanActoren: [refTo(department)],
    toelichting: 'Vraagt om te bellen over de parkeervergunning, na 13.00 uur.',
    status: 'te_verwerken',
  });
  if (zaak)
    createKlantResource(world, ONDERWERPOBJECT, {
      klantcontact: refTo(contact),
      wasKlantcontact: null,
      onderwerpobjectidentificator: {
        objectId: textOf(zaak.uuid),
        codeObjecttype: 'zgw-Zaak',
        codeRegister: 'openzaak',
        codeSoortObjectId: 'uuid',
      },
    });
}

function typesOf(world: World, kind: string, zaaktype: JsonObject): readonly JsonObject[] {
  return world.store.list(`catalogi/${kind}`, { zaaktype: textOf(zaaktype.url) });
}

function startZaak(
  world: World,
  {
    rsin,
    bsn,
    zaaktype: identificatie,
    daysAgo,
  }: { readonly rsin: string; readonly bsn: string; readonly zaaktype: string; readonly daysAgo: number },
): JsonObject | undefined {
  const [zaaktype] = world.store.list('catalogi/zaaktypen', { identificatie });
  if (!zaaktype) return undefined;
  const started = new Date(world.clock.now().getTime() - daysAgo * DAY_MS);
  const initiator = typesOf(world, 'roltypen', zaaktype).find(
    (type) => type.omschrijvingGeneriek === 'initiator',
  );
  const open = typesOf(world, 'statustypen', zaaktype).find((type) => type.isEindstatus !== true);
  const { zaak } = registerZaak(world, {
    zaak: {
      bronorganisatie: rsin,
      verantwoordelijkeOrganisatie: rsin,
      zaaktype: textOf(zaaktype.url),
      omschrijving: textOf(zaaktype.omschrijving),
      startdatum: dutchDay(started),
      uiterlijkeEinddatumAfdoening: dutchDay(new Date(started.getTime() + 28 * DAY_MS)),
    },
    rollen: [
      {
        roltype: textOf(initiator?.url),
        roltoelichting: 'Aanvrager',
        betrokkeneType: 'natuurlijk_persoon',
        betrokkeneIdentificatie: { inpBsn: bsn },
      },
    ],
    status: { statustype: textOf(open?.url), datumStatusGezet: started.toISOString() },
  });
  return world.store.byUrl('zaken/zaken', textOf((zaak as JsonObject).url));
}

function closeZaak(world: World, zaak: JsonObject): void {
  const zaaktype = world.store.byUrl('catalogi/zaaktypen', textOf(zaak.zaaktype)) ?? {};
  const [resultaattype] = typesOf(world, 'resultaattypen', zaaktype);
  const end = typesOf(world, 'statustypen', zaaktype).find((type) => type.isEindstatus === true);
  finishZaak(world, zaak, {
    zaak: {},
    resultaat: { resultaattype: textOf(resultaattype?.url), toelichting: '' },
    status: {
      statustype: textOf(end?.url),
      datumStatusGezet: new Date(Date.parse(textOf(zaak.startdatum)) + DAY_MS).toISOString(),
    },
  });
}
