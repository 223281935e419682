import { itemsOf, type Json, type JsonObject, objectOf, textOf } from '../json.ts';
import { ageOn, compact, toDatum, toTable } from './gba-values.ts';
import { inOnderzoek, livesElsewhere, readResearch, type Research } from './in-research.ts';
import { toOwnName } from './names.ts';
import { toBirth, toGezag, toRelatives } from './relatives.ts';
import { toAddressing, toResidence } from './residence.ts';

const SPECIAL_NATIONALITIES: Readonly<Record<string, string>> = {
  '0000': 'NationaliteitOnbekend',
  '0002': 'BehandeldAlsNederlander',
  '0499': 'Staatloos',
  '0500': 'VastgesteldNietNederlander',
};
const UNKNOWN_COUNTRY = '0000';

/**
 * The whole Persoon of the BRP API (Personen 2.7) from a GBA record: dates polymorph, names, age and address lines
 * derived. What is absent, false or empty in the record is absent from the answer. `today` is YYYY-MM-DD.
 */
export function personFromGba(
  gba: JsonObject,
  find: (bsn: string) => JsonObject | undefined,
  today: string,
): JsonObject {
  const research = readResearch(objectOf(gba.persoonInOnderzoek));
  const geslacht = textOf(objectOf(gba.geslacht).code);
  const overlijden = objectOf(gba.overlijden);
  const deceased = overlijden.datum !== undefined;
  const opschorting = objectOf(gba.opschortingBijhouding);
  return (
    compact({
      aNummer: textOf(gba.aNummer),
      burgerservicenummer: textOf(gba.burgerservicenummer),
      datumEersteInschrijvingGBA: toDatum(gba.datumEersteInschrijvingGBA),
      geheimhoudingPersoonsgegevens: Number(gba.geheimhoudingPersoonsgegevens ?? 0) > 0,
      geslacht: toTable(gba.geslacht),
      inOnderzoek: personResearch(gba, research),
      uitsluitingKiesrecht: compact({
        uitgeslotenVanKiesrecht: objectOf(gba.uitsluitingKiesrecht).uitgeslotenVanKiesrecht === true,
        einddatum: toDatum(objectOf(gba.uitsluitingKiesrecht).einddatum),
      }),
      europeesKiesrecht: compact({ aanduiding: toTable(objectOf(gba.europeesKiesrecht).aanduiding) }),
      naam: toOwnName(objectOf(gba.naam), geslacht, research),
      nationaliteiten: itemsOf(gba.nationaliteiten).flatMap((each) => toNationality(objectOf(each)) ?? []),
      geboorte: toBirth(objectOf(gba.geboorte), research),
      leeftijd: deceased ? undefined : ageOn(objectOf(gba.geboorte).datum, today),
      opschortingBijhouding: compact({
        reden: toTable(opschorting.reden),
        datum: toDatum(opschorting.datum),
      }),
      overlijden: compact({
        datum: toDatum(overlijden.datum),
        plaats: toTable(overlijden.plaats),
        land: toTable(overlijden.land),
      }),
      verblijfplaats: toResidence(objectOf(gba.verblijfplaats)),
      immigratie: toImmigration(objectOf(gba.immigratie), objectOf(gba.verblijfplaats)),
      gemeenteVanInschrijving: toTable(gba.gemeenteVanInschrijving),
      datumInschrijvingInGemeente: toDatum(gba.datumInschrijvingInGemeente),
      adressering: toAddressing(gba),
      indicatieCurateleRegister: gba.indicatieCurateleRegister === true,
      indicatieGezagMinderjarige: toTable(gba.indicatieGezagMinderjarige),
      gezag: toGezag(gba, find, today),
      verblijfstitel: compact({
        aanduiding: toTable(objectOf(gba.verblijfstitel).aanduiding),
        datumIngang: toDatum(objectOf(gba.verblijfstitel).datumIngang),
        datumEinde: toDatum(objectOf(gba.verblijfstitel).datumEinde),
      }),
      kinderen: toRelatives(gba.kinderen),
      ouders: toRelatives(gba.ouders),
      partners: toRelatives(gba.partners),
      rni: itemsOf(gba.rni).flatMap((each) => toRni(objectOf(each)) ?? []),
      verificatie: compact({
        datum: toDatum(objectOf(gba.verificatie).datum),
        omschrijving: textOf(objectOf(gba.verificatie).omschrijving),
      }),
    }) ?? {}
  );
}

function personResearch(gba: JsonObject, research: Research | undefined): JsonObject | undefined {
  const residence = readResearch(objectOf(objectOf(gba.verblijfplaats).inOnderzoek));
  const municipal = livesElsewhere(residence) ? undefined : residence;
  return compact({
    ...inOnderzoek(
      research,
      { burgerservicenummer: ['0120'], geslacht: ['0410'], leeftijd: ['0310'] },
      'datumIngangOnderzoekPersoon',
    ),
    ...inOnderzoek(
      municipal,
      { gemeenteVanInschrijving: ['0910'], datumInschrijvingInGemeente: ['0920'] },
      'datumIngangOnderzoekGemeente',
    ),
  });
}

function toNationality(gba: JsonObject): JsonObject | undefined {
  const code = textOf(objectOf(gba.nationaliteit).code);
  if (code === '') return undefined;
  const special = SPECIAL_NATIONALITIES[code];
  const research = readResearch(objectOf(gba.inOnderzoek));
  return compact({
    type: special ?? 'Nationaliteit',
    nationaliteit: special === undefined ? toTable(gba.nationaliteit) : undefined,
    redenOpname: toTable(gba.redenOpname),
    datumIngangGeldigheid: toDatum(gba.datumIngangGeldigheid),
    inOnderzoek: inOnderzoek(research, {
      type: ['0510'],
      ...(special === undefined && { nationaliteit: ['0510'] }),
      redenOpname: ['6310'],
    }),
  });
}

function toImmigration(gba: JsonObject, residence: JsonObject): JsonObject | undefined {
  const land = textOf(objectOf(gba.landVanwaarIngeschreven).code);
  const research = readResearch(objectOf(residence.inOnderzoek));
  const shown: Record<string, Json | undefined> = {
    datumVestigingInNederland: toDatum(gba.datumVestigingInNederland),
    landVanwaarIngeschreven: land === UNKNOWN_COUNTRY ? undefined : toTable(gba.landVanwaarIngeschreven),
    vanuitVerblijfplaatsOnbekend: land === UNKNOWN_COUNTRY,
    indicatieVestigingVanuitBuitenland: land !== '' && land !== UNKNOWN_COUNTRY,
  };
  if (!compact(shown)) return undefined;
  return compact({
    ...shown,
    inOnderzoek: inOnderzoek(research, {
      landVanwaarIngeschreven: ['1410'],
      datumVestigingInNederland: ['1420'],
      vanuitVerblijfplaatsOnbekend: ['1410'],
      indicatieVestigingVanuitBuitenland: ['1410'],
    }),
  });
}

function toRni(gba: JsonObject): JsonObject | undefined {
  return compact({
    deelnemer: toTable(gba.deelnemer),
    omschrijvingVerdrag: textOf(gba.omschrijvingVerdrag),
    categorie: textOf(gba.categorie),
  });
}
