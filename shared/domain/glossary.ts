/**
 * The words of the counter, each with its meaning in one line. Terms that ZGW, Klantinteracties and the BRP define keep
 * their Dutch name in the code; the others have an English name there, given in the text.
 */
export const GLOSSARY = {
  // At the counter
  balie: 'The counter where a visitor is helped in person; one workstation with its own number.',
  bezoeker:
    'The person at the counter (visitor): for himself, for a child, or with a machtiging for someone else.',
  bezoek:
    'All that happens from the call of a ticket until "Klaar" (visit); it holds one transaction for each product.',
  volgnummer: 'The number on the ticket: the letter of its group and a count that starts again each day.',
  product:
    'What a municipality gives at the counter, named after the Uniforme Productnamenlijst where that has a name.',
  variant: 'A choice within a product, such as the passport of an adult (ProductVariant).',
  stap: 'One thing the clerk does for a product: checklist, form, consent, photo, signature, document, payment or note.',
  leges:
    'What the municipality charges for a service; set each year, and for some products with a national maximum.',
  tarief: 'A file with the leges of one period (Tariff).',
  spoed: 'Ready sooner than usual, for a surcharge, when asked before a fixed time of the day (urgency).',
  ophalen: 'The second visit, in which a document is handed over and the open zaak is closed.',
  oefenomgeving:
    'Practice: central systems and devices that answer like the real ones and can never reach them.',

  // Persons
  burgerservicenummer:
    'The number of a person in the BRP: nine digits that pass the 11-proef; never in logs or names.',
  brp: 'Basisregistratie personen: the register of who lives in the Netherlands.',
  gezag: 'Who decides for a minor: one or two parents, a guardian, or not to be told from the register.',
  machtiging: 'A written power to act for someone else.',
  geheimhouding:
    'The person asked the municipality not to give his data to certain others; shown before anything is handed out.',
  opschortingBijhouding: 'The record is no longer kept up: death, emigration, and a few rarer reasons.',
  inOnderzoek: 'The municipality doubts a value and is looking into it.',
  doelbinding:
    'The purpose for which data of a person may be asked; sent along with every question to the BRP.',

  // Documents
  mrz: 'Machine readable zone: the lines on a document for a reader (ICAO 9303); TD1 is 3 x 30, TD2 2 x 36, TD3 2 x 44.',
  reisdocument: 'Passport, identity card and their like; made by RvIG, never by this application.',
  uittreksel: 'A paper with data from the BRP as they stand on that day.',
  akte: 'A deed of the burgerlijke stand; a certified copy of it is an afschrift.',
  waarmerk: 'The statement that a copy is equal to the original that was shown.',
  legalisatie: 'The statement that a signature was put by this person; it says nothing about the content.',

  // Zaakgericht werken (ZGW)
  zaak: 'A piece of work with a beginning and an end, for someone; here one for each product that is given or asked.',
  zaaktype: 'What kind of zaak: which statustypen, roltypen, resultaattypen and eigenschappen it may have.',
  identificatie:
    'The number of a zaak or document that we choose ourselves; with the bronorganisatie it is unique.',
  bronorganisatie: 'The RSIN of the organisation that made the zaak or document.',
  rsin: 'The number of an organisation: nine digits with the same 11-proef as a burgerservicenummer.',
  rol: 'Who has to do with a zaak: the initiator asked for it, the behandelaar handles it.',
  status: 'How far a zaak is; the last one, the eindstatus, closes it.',
  resultaat: 'What came of the zaak, such as Verleend; needed before the eindstatus.',
  eigenschap: 'A named value with a zaak, defined by its zaaktype (zaakeigenschap).',
  informatieobject: 'A document with its data, kept in the Documenten API and linked to the zaak.',

  // Klantinteracties
  klantcontact: 'The record that there was contact: channel, subject, when, with whom.',
  betrokkene: 'Who took part in a klantcontact, as klant or as vertegenwoordiger.',
  partij: 'A person or organisation the municipality keeps contact with.',
  actor: 'The employee or team on the side of the municipality.',
  onderwerpobject: 'What a klantcontact was about, such as a zaak.',

  // Sending
  outbox: 'What is committed here and still has to reach the central systems, in order, one zaak at a time.',
  parkeren:
    'Set aside for a person to look at, because the central side refused it; nothing is lost (parked).',
} as const satisfies Readonly<Record<string, string>>;
