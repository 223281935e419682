import { type Json, type JsonObject, itemsOf, objectOf, textOf } from '../json.ts';
import { ageOn, compact, toDatum, toTable } from './gba-values.ts';
import { inOnderzoek, readResearch, type Research } from './in-research.ts';
import { fullName, toName } from './names.ts';

const UNDETERMINED = 'gezag is niet te bepalen uit de gegevens in de BRP';

/** Birth of a person or relative. */
export function toBirth(gba: JsonObject, research?: Research): JsonObject | undefined {
  return compact({
    datum: toDatum(gba.datum),
    plaats: toTable(gba.plaats),
    land: toTable(gba.land),
    inOnderzoek: inOnderzoek(research, { datum: ['0310'], plaats: ['0320'], land: ['0330'] }),
  });
}

/** The parents, children or partners of a person. */
export function toRelatives(gba: Json | undefined): readonly JsonObject[] {
  return itemsOf(gba)
    .map((each) => toRelative(objectOf(each)))
    .filter((relative) => relative !== undefined);
}

function toRelative(gba: JsonObject): JsonObject | undefined {
  const research = readResearch(objectOf(gba.inOnderzoek));
  const begun = objectOf(gba.aangaanHuwelijkPartnerschap);
  return compact({
    burgerservicenummer: textOf(gba.burgerservicenummer),
    geslacht: toTable(gba.geslacht),
    naam: toName(objectOf(gba.naam), research),
    geboorte: toBirth(objectOf(gba.geboorte), research),
    ouderAanduiding: textOf(gba.ouderAanduiding),
    datumIngangFamilierechtelijkeBetrekking: toDatum(gba.datumIngangFamilierechtelijkeBetrekking),
    soortVerbintenis: toTable(gba.soortVerbintenis),
    aangaanHuwelijkPartnerschap: compact({
      datum: toDatum(begun.datum),
      plaats: toTable(begun.plaats),
      land: toTable(begun.land),
      inOnderzoek: inOnderzoek(research, { datum: ['0610'], plaats: ['0620'], land: ['0630'] }),
    }),
    ontbindingHuwelijkPartnerschap: compact({
      datum: toDatum(objectOf(gba.ontbindingHuwelijkPartnerschap).datum),
    }),
    inOnderzoek: inOnderzoek(research, {
      burgerservicenummer: ['0120'],
      ...(gba.ouderAanduiding !== undefined && {
        geslacht: ['0410'],
        datumIngangFamilierechtelijkeBetrekking: ['6210'],
      }),
      ...(gba.soortVerbintenis !== undefined && { geslacht: ['0410'], soortVerbintenis: ['1510'] }),
    }),
  });
}

/**
 * Gezag in the form of version 2.7: names and ages added, `TweehoofdigOuderlijkGezag` under its new name. Only about
 * somebody who is a minor today; what the record leaves open about whom is about the person himself.
 */
export function toGezag(
  person: JsonObject,
  find: (bsn: string) => JsonObject | undefined,
  today: string,
): JsonObject[] {
  const named = (bsn: string): JsonObject => {
    const known = find(bsn) ?? relativeOf(person, bsn);
    const volledigeNaam = known ? fullName(objectOf(known.naam), textOf(objectOf(known.geslacht).code)) : '';
    return { burgerservicenummer: bsn, naam: compact({ volledigeNaam }) ?? {} };
  };
  const third = (bsn: string): JsonObject =>
    bsn === '' ? { type: 'OnbekendeDerde' } : { type: 'BekendeDerde', ...named(bsn) };
  return itemsOf(person.gezag).flatMap((each) => {
    const gba = objectOf(each);
    const bsn = textOf(objectOf(gba.minderjarige).burgerservicenummer) || textOf(person.burgerservicenummer);
    const minor = find(bsn) ?? relativeOf(person, bsn);
    const leeftijd = ageOn(objectOf(minor?.geboorte).datum, today);
    if (leeftijd === undefined || leeftijd >= 18) return [];
    const minderjarige = { ...named(bsn), leeftijd };
    const ouders = itemsOf(gba.ouders).map((ouder) => named(textOf(objectOf(ouder).burgerservicenummer)));
    const ouder = textOf(objectOf(gba.ouder).burgerservicenummer);
    const derden = itemsOf(gba.derden).flatMap((derde) => third(textOf(objectOf(derde).burgerservicenummer)));
    const derde =
      gba.derde === undefined ? undefined : third(textOf(objectOf(gba.derde).burgerservicenummer));
    const type = gba.type === 'TweehoofdigOuderlijkGezag' ? 'GezamenlijkOuderlijkGezag' : textOf(gba.type);
    return [
      {
        type,
        minderjarige,
        ...(ouders.length > 0 && { ouders }),
        ...(ouder !== '' && { ouder: named(ouder) }),
        ...(derde && { derde }),
        ...(type === 'Voogdij' && { derden }),
        ...((type === 'GezagNietTeBepalen' || type === 'TijdelijkGeenGezag') && {
          toelichting: textOf(gba.toelichting) || UNDETERMINED,
        }),
      },
    ];
  });
}

function relativeOf(person: JsonObject, bsn: string): JsonObject | undefined {
  return [...itemsOf(person.kinderen), ...itemsOf(person.ouders), ...itemsOf(person.partners)]
    .map(objectOf)
    .find((relative) => relative.burgerservicenummer === bsn);
}
