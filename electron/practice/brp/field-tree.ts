/** Names that may follow a field whose value is always delivered whole (a date, or a code with description). */
type Whole = readonly string[];

/** Which fields can be asked: a plain value, a value that is always whole, or a group. */
export interface FieldTree {
  readonly [name: string]: true | Whole | FieldTree;
}

const DATE: Whole = ['type', 'datum', 'langFormaat', 'jaar', 'maand', 'onbekend'];
const TABLE: Whole = ['code', 'omschrijving'];
const TITLE: Whole = ['code', 'omschrijving', 'soort'];

const NAME: FieldTree = {
  voornamen: true,
  adellijkeTitelPredicaat: TITLE,
  voorvoegsel: true,
  geslachtsnaam: true,
  voorletters: true,
};
const BIRTH: FieldTree = { datum: DATE, plaats: TABLE, land: TABLE };
const ADDRESS_LINES: FieldTree = { adresregel1: true, adresregel2: true, adresregel3: true, land: TABLE };

/** What a search answers (PersoonBeperkt). */
export const LIMITED_FIELDS: FieldTree = {
  burgerservicenummer: true,
  geslacht: TABLE,
  leeftijd: true,
  geboorte: { datum: DATE },
  naam: { ...NAME, volledigeNaam: true },
  adressering: ADDRESS_LINES,
};

/** What a raadpleging answers (Persoon). */
export const PERSON_FIELDS: FieldTree = {
  aNummer: true,
  burgerservicenummer: true,
  datumEersteInschrijvingGBA: DATE,
  geslacht: TABLE,
  leeftijd: true,
  uitsluitingKiesrecht: { uitgeslotenVanKiesrecht: true, einddatum: DATE },
  europeesKiesrecht: { aanduiding: TABLE, einddatumUitsluiting: DATE },
  naam: { ...NAME, volledigeNaam: true, aanduidingNaamgebruik: TABLE },
  nationaliteiten: { type: true, nationaliteit: TABLE, redenOpname: TABLE, datumIngangGeldigheid: DATE },
  geboorte: BIRTH,
  overlijden: BIRTH,
  verblijfplaats: {
    type: true,
    datumVan: DATE,
    datumIngangGeldigheid: DATE,
    functieAdres: TABLE,
    adresseerbaarObjectIdentificatie: true,
    nummeraanduidingIdentificatie: true,
    verblijfadres: {
      officieleStraatnaam: true,
      korteStraatnaam: true,
      huisnummer: true,
      huisletter: true,
      huisnummertoevoeging: true,
      aanduidingBijHuisnummer: TABLE,
      postcode: true,
      woonplaats: true,
      locatiebeschrijving: true,
      regel1: true,
      regel2: true,
      regel3: true,
      land: TABLE,
    },
  },
  immigratie: {
    datumVestigingInNederland: DATE,
    landVanwaarIngeschreven: TABLE,
    vanuitVerblijfplaatsOnbekend: true,
    indicatieVestigingVanuitBuitenland: true,
  },
  gemeenteVanInschrijving: TABLE,
  datumInschrijvingInGemeente: DATE,
  adressering: {
    ...ADDRESS_LINES,
    aanhef: true,
    aanschrijfwijze: { naam: true, aanspreekvorm: true },
    gebruikInLopendeTekst: true,
  },
  indicatieCurateleRegister: true,
  indicatieGezagMinderjarige: TABLE,
  // Since 2.7 gezag can only be asked whole.
  gezag: true,
  verblijfstitel: { aanduiding: TABLE, datumIngang: DATE, datumEinde: DATE },
  kinderen: { burgerservicenummer: true, naam: NAME, geboorte: BIRTH },
  ouders: {
    burgerservicenummer: true,
    geslacht: TABLE,
    ouderAanduiding: true,
    datumIngangFamilierechtelijkeBetrekking: DATE,
    naam: NAME,
    geboorte: BIRTH,
  },
  partners: {
    burgerservicenummer: true,
    geslacht: TABLE,
    soortVerbintenis: TABLE,
    naam: NAME,
    geboorte: BIRTH,
    aangaanHuwelijkPartnerschap: BIRTH,
    ontbindingHuwelijkPartnerschap: { datum: DATE },
  },
};
