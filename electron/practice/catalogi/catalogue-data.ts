/** How a resultaattype leads to an archive date (Catalogi API, BrondatumArchiefprocedure). */
export interface PracticeResultaattype {
  readonly omschrijving: string;
  readonly archiefnominatie: 'vernietigen' | 'blijvend_bewaren';
  /** ISO 8601 period after the brondatum; null if it cannot be told. */
  readonly archiefactietermijn: string | null;
  readonly afleidingswijze:
    | 'afgehandeld'
    | 'termijn'
    | 'eigenschap'
    | 'hoofdzaak'
    | 'ander_datumkenmerk'
    | 'zaakobject';
  /** Name of the eigenschap that holds the brondatum, with afleidingswijze `eigenschap`. */
  readonly datumkenmerk?: string;
  /** ISO 8601 period, with afleidingswijze `termijn`. */
  readonly procestermijn?: string;
}

/** An eigenschap that a zaak of the zaaktype may carry. */
export interface PracticeEigenschap {
  readonly naam: string;
  readonly definitie: string;
  readonly formaat: 'tekst' | 'getal' | 'datum';
  readonly lengte: string;
}

/** One kind of zaak, with everything that hangs on it. */
export interface PracticeZaaktype {
  readonly identificatie: string;
  readonly omschrijving: string;
  readonly doorlooptijd: string;
  /** In order; the last one is the eindstatus. */
  readonly statustypen: readonly string[];
  readonly resultaattypen: readonly PracticeResultaattype[];
  readonly eigenschappen: readonly PracticeEigenschap[];
  readonly informatieobjecttypen: readonly string[];
  readonly productenOfDiensten?: readonly string[];
  /** A concept is not published: no zaak can be made with it. */
  readonly concept?: boolean;
  /** First day on which it is not valid any more; left out, it stays. */
  readonly eindeGeldigheid?: string;
}

/** A whole catalogus. Every zaaktype has the roltypen of the catalogus. */
export interface PracticeCatalogue {
  readonly domein: string;
  readonly rsin: string;
  readonly naam: string;
  /** First day on which all of it is valid. */
  readonly beginGeldigheid: string;
  readonly roltypen: readonly { readonly omschrijving: string; readonly omschrijvingGeneriek: string }[];
  readonly informatieobjecttypen: readonly {
    readonly omschrijving: string;
    readonly vertrouwelijkheid: string;
  }[];
  readonly zaaktypen: readonly PracticeZaaktype[];
}

const text = (naam: string, definitie: string, lengte = '100'): PracticeEigenschap => ({
  naam,
  definitie,
  formaat: 'tekst',
  lengte,
});

const AT_THE_COUNTER: readonly PracticeEigenschap[] = [
  text('kanaal', 'Kanaal waarlangs de aanvraag is gedaan'),
  text('product', 'Product uit de productencatalogus'),
  text('leges', 'Betaalde leges in euro', '10'),
  text('betaalwijze', 'Wijze waarop de leges zijn betaald', '20'),
  text('volgnummer', 'Nummer waarmee de bezoeker is opgeroepen', '10'),
  text('leveringswijze', 'Wijze waarop het product is geleverd', '40'),
];
const DOCUMENT_NUMBER = text('documentnummer', 'Nummer van het reisdocument of rijbewijs', '20');

const RESULTS: readonly PracticeResultaattype[] = [
  result('Verleend', 'P5Y'),
  result('Niet verleend', 'P5Y'),
  result('Ingetrokken', 'P1Y'),
];
const DOCUMENTS = ['Uittreksel', 'Verklaring', 'Handtekening', 'Pasfoto', 'Bewijsstuk'];

function result(omschrijving: string, archiefactietermijn: string): PracticeResultaattype {
  return {
    omschrijving,
    archiefactietermijn,
    archiefnominatie: 'vernietigen',
    afleidingswijze: 'afgehandeld',
  };
}

/** A product that is ready while the visitor waits. */
function done(
  identificatie: string,
  omschrijving: string,
  ...extra: readonly PracticeEigenschap[]
): PracticeZaaktype {
  return {
    identificatie,
    omschrijving,
    doorlooptijd: 'P1D',
    statustypen: ['Ontvangen', 'Afgerond'],
    resultaattypen: RESULTS,
    eigenschappen: [...AT_THE_COUNTER, ...extra],
    informatieobjecttypen: DOCUMENTS,
  };
}

/** A product that the visitor comes back for. */
function collectedLater(identificatie: string, omschrijving: string): PracticeZaaktype {
  return {
    ...done(identificatie, omschrijving, DOCUMENT_NUMBER),
    doorlooptijd: 'P28D',
    statustypen: ['Ontvangen', 'Wacht op ophalen', 'Afgerond'],
  };
}

/** The catalogus of the practice municipality: one zaaktype per counter product. */
export const PRACTICE_CATALOGUE: PracticeCatalogue = {
  domein: 'BALIE',
  rsin: '002220647',
  naam: 'Balieproducten (oefenomgeving)',
  beginGeldigheid: '2024-01-01',
  roltypen: [
    { omschrijving: 'Initiator', omschrijvingGeneriek: 'initiator' },
    { omschrijving: 'Behandelaar', omschrijvingGeneriek: 'behandelaar' },
  ],
  informatieobjecttypen: DOCUMENTS.map((omschrijving) => ({
    omschrijving,
    vertrouwelijkheid: 'vertrouwelijk',
  })),
  zaaktypen: [
    collectedLater('BALIE-PASPOORT', 'Paspoort aanvragen'),
    collectedLater('BALIE-IDKAART', 'Identiteitskaart aanvragen'),
    collectedLater('BALIE-RIJBEWIJS', 'Rijbewijs aanvragen'),
    done('BALIE-UITTREKSEL', 'Uittreksel uit de basisregistratie personen'),
    done('BALIE-AKTE', 'Afschrift van een akte van de burgerlijke stand'),
    done(
      'BALIE-VERHUIZING',
      'Verhuizing doorgeven',
      text('nieuw_adres', 'Adres waarheen wordt verhuisd', '255'),
      { naam: 'verhuisdatum', definitie: 'Dag van de verhuizing', formaat: 'datum', lengte: '8' },
    ),
    done('BALIE-LEGALISATIE', 'Handtekening legaliseren'),
    done('BALIE-AFSCHRIFT', 'Gewaarmerkt afschrift van een document'),
    done('BALIE-VOG', 'Verklaring omtrent het gedrag aanvragen'),
    done('BALIE-VERMISSING', 'Vermissing van een reisdocument aangeven', DOCUMENT_NUMBER),
  ],
};
