import type { ProductObstacle } from '../../../shared/domain/product-rules.ts';
import type { ErrorText } from './errors.ts';

const NOTHING_CHANGED = 'Er is niets veranderd.';
const VISIT_KEPT = 'Wat u al had ingevuld, is bewaard.';
const OTHER_PRODUCT = 'Kies een ander product. Staat dit product al in het bezoek, haal het dan weg.';

/** Why a product or its paper is refused: the failure `productNotPossible`, one text per reason. */
export const refusals = {
  deceased: {
    what: 'Deze persoon is overleden volgens de BRP.',
    safe: NOTHING_CHANGED,
    now: OTHER_PRODUCT,
  },
  tooYoung: { what: 'Deze persoon is te jong voor dit product.', safe: NOTHING_CHANGED, now: OTHER_PRODUCT },
  notDutch: {
    what: 'Deze persoon heeft volgens de BRP niet de Nederlandse nationaliteit.',
    safe: NOTHING_CHANGED,
    now: 'Kies een ander product. Klopt de BRP niet, bijvoorbeeld na een naturalisatie, laat die dan eerst bijwerken.',
  },
  noVariant: {
    what: 'Deze soort past niet bij de leeftijd van deze persoon.',
    safe: NOTHING_CHANGED,
    now: 'Kies een andere soort, of een ander product.',
  },
  notUrgent: {
    what: 'Dit product kan niet met spoed.',
    safe: NOTHING_CHANGED,
    now: 'Ga verder zonder spoed.',
  },
  noPickUp: {
    what: 'Bij dit product wordt niets opgehaald.',
    safe: NOTHING_CHANGED,
    now: 'Kies het product voor het ophalen, en daarna de zaak.',
  },
  pickedUp: {
    what: 'Deze zaak is al opgehaald, of staat twee keer in dit bezoek.',
    safe: 'Er is niets dubbel afgesloten.',
    now: 'Controleer het zaaknummer. Klopt het, haal dit product dan weg en vraag een teamleider.',
  },
  otherProduct: {
    what: 'Deze zaak hoort bij een ander product.',
    safe: NOTHING_CHANGED,
    now: 'Controleer het zaaknummer, of kies het product dat bij de zaak hoort.',
  },
  zaakNumberForm: {
    what: 'Dit is geen zaaknummer.',
    safe: NOTHING_CHANGED,
    now: 'Typ het over van de afhaalbrief of de bon: letters, cijfers en streepjes, zonder spaties, hooguit 40 tekens.',
  },
  zaakNotFound: {
    what: 'Het zaaksysteem kent dit zaaknummer niet.',
    safe: NOTHING_CHANGED,
    now: 'Controleer het nummer. Klopt het, dan staat de zaak misschien nog op een andere balie: draag het bezoek over.',
  },
  zaakClosed: {
    what: 'Deze zaak is in het zaaksysteem al afgesloten.',
    safe: NOTHING_CHANGED,
    now: 'Controleer het nummer. Klopt het, geef dan niets mee en vraag een teamleider.',
  },
  notInCatalogue: {
    what: 'Een product van dit bezoek staat niet meer in de catalogus.',
    safe: VISIT_KEPT,
    now: 'Rond het bezoek af als overgedragen en schrijf in de notitie wat er is gevraagd.',
  },
  notVerified: {
    what: 'Voor dit uittreksel is de BRP nodig, en deze persoon is niet geverifieerd.',
    safe: VISIT_KEPT,
    now: 'Wacht tot de BRP er weer is, zoek de persoon opnieuw (F8) en maak het uittreksel dan. Of draag het bezoek over.',
  },
  unprintable: {
    what: 'Een naam of antwoord heeft een teken dat niet op papier kan.',
    safe: VISIT_KEPT,
    now: 'Schrijf het antwoord met gewone letters en maak het document opnieuw. Staat het teken in de naam, draag het bezoek dan over.',
  },
  signatureUnreadable: {
    what: 'De handtekening kan niet op het document worden gezet.',
    safe: VISIT_KEPT,
    now: 'Laat de bezoeker opnieuw tekenen en maak het document daarna nog een keer.',
  },
} satisfies Record<ProductObstacle, ErrorText>;
