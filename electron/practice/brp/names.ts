import { itemsOf, type JsonObject, objectOf, textOf } from '../json.ts';
import { compact, toTable } from './gba-values.ts';
import { inOnderzoek, type Research } from './in-research.ts';

const MAX_INITIALS = 40;
const NAME_ELEMENTS = {
  voornamen: ['0210'],
  voorletters: ['0210'],
  adellijkeTitelPredicaat: ['0220'],
  voorvoegsel: ['0230'],
  geslachtsnaam: ['0240'],
};

/** The `naam` of a person, parent, child or partner. */
export function toName(gba: JsonObject, research?: Research): JsonObject | undefined {
  return compact({
    voornamen: textOf(gba.voornamen),
    adellijkeTitelPredicaat: toTable(gba.adellijkeTitelPredicaat),
    voorvoegsel: textOf(gba.voorvoegsel),
    geslachtsnaam: textOf(gba.geslachtsnaam),
    voorletters: initials(textOf(gba.voornamen)),
    inOnderzoek: inOnderzoek(research, NAME_ELEMENTS),
  });
}

/** The `naam` of the person who is asked for: with volledigeNaam and naamgebruik. */
export function toOwnName(gba: JsonObject, geslacht: string, research?: Research): JsonObject | undefined {
  return compact({
    ...toName(gba),
    volledigeNaam: fullName(gba, geslacht),
    aanduidingNaamgebruik: toTable(gba.aanduidingNaamgebruik),
    inOnderzoek: inOnderzoek(research, {
      ...NAME_ELEMENTS,
      volledigeNaam: ['0210', '0220', '0230', '0240'],
      aanduidingNaamgebruik: ['6110'],
    }),
  });
}

/** Predicaat, voornamen, adellijke titel, voorvoegsel and geslachtsnaam, without the partner's name. */
export function fullName(gba: JsonObject, geslacht: string): string {
  const { before, between } = nobility(gba, geslacht);
  return joined(before, textOf(gba.voornamen), between, textOf(gba.voorvoegsel), textOf(gba.geslachtsnaam));
}

/** First letter of each voornaam, each with a point, at most 40 characters: "Jan Willem" gives "J.W.". */
export function initials(voornamen: string): string {
  return voornamen
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => `${Array.from(name)[0]?.toUpperCase()}.`)
    .join('')
    .slice(0, MAX_INITIALS);
}

/** How the person is written to and spoken about; undefined for the deceased and the nameless. */
export function toSalutation(person: JsonObject): JsonObject | undefined {
  const naam = objectOf(person.naam);
  if (textOf(naam.geslachtsnaam) === '' || objectOf(person.overlijden).datum !== undefined) return undefined;
  const geslacht = textOf(objectOf(person.geslacht).code);
  const used = nameInUse(person, naam);
  const { before, between, noble } = nobility(naam, geslacht);
  const letters = initials(textOf(naam.voornamen));
  const written = joined(before, letters, between, used);
  const spoken = capitalised(used);
  const polite = geslacht === 'M' ? 'heer' : 'mevrouw';
  if (noble)
    return {
      aanhef: `Hoogwelgeboren ${geslacht === 'M' ? 'heer' : 'vrouwe'}`,
      aanschrijfwijze: {
        naam: written,
        aanspreekvorm: `De hoogwelgeboren ${geslacht === 'M' ? 'heer' : 'vrouwe'}`,
      },
      gebruikInLopendeTekst: joined(before || between, spoken),
    };
  if (geslacht === 'O')
    return {
      aanhef: `Geachte ${written}`,
      aanschrijfwijze: { naam: written },
      gebruikInLopendeTekst: written,
    };
  return {
    aanhef: `Geachte ${polite} ${spoken}`,
    aanschrijfwijze: { naam: written },
    gebruikInLopendeTekst: `${geslacht === 'M' ? 'de heer' : 'mevrouw'} ${spoken}`,
  };
}

/** Own name, partner's name or both, as aanduidingNaamgebruik says: E, P, V (partner first) or N (own first). */
function nameInUse(person: JsonObject, naam: JsonObject): string {
  const own = joined(textOf(naam.voorvoegsel), textOf(naam.geslachtsnaam));
  const partners = itemsOf(person.partners).map(objectOf);
  const partner = partners.find((each) => objectOf(each.ontbindingHuwelijkPartnerschap).datum === undefined);
  const theirNaam = objectOf((partner ?? partners[0])?.naam);
  const theirs = joined(textOf(theirNaam.voorvoegsel), textOf(theirNaam.geslachtsnaam));
  if (theirs === '') return own;
  switch (textOf(objectOf(naam.aanduidingNaamgebruik).code)) {
    case 'P':
      return theirs;
    case 'V':
      return `${theirs}-${own}`;
    case 'N':
      return `${own}-${theirs}`;
    default:
      return own;
  }
}

/** A predicaat stands before the names, a titel before the surname; "ridder" has no form for a woman. */
function nobility(naam: JsonObject, geslacht: string): { before: string; between: string; noble: boolean } {
  const { code, omschrijving, soort } = objectOf(naam.adellijkeTitelPredicaat);
  const word = code === 'R' && geslacht === 'V' ? '' : textOf(omschrijving);
  return {
    before: soort === 'predicaat' ? word : '',
    between: soort === 'titel' ? word : '',
    noble: word !== '',
  };
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
