/** Texts of paying on the payment terminal. */
export const card = {
  seenElsewhere: 'Betaald op een andere automaat: ik zag “akkoord”',
  start: 'Laat {{amount}} pinnen',
  stop: 'Stop het pinnen',
  stage: {
    preparing: 'De automaat krijgt het bedrag: {{amount}}…',
    presentCard: 'De bezoeker houdt de pas voor de automaat: {{amount}}',
    enterPin: 'De bezoeker toetst de pincode: {{amount}}',
    again: 'De pincode was niet goed. De bezoeker probeert het nog eens.',
    authorising: 'De bank wordt gevraagd: {{amount}}…',
  },
  ended: {
    paid: '{{amount}} is gepind.',
    declined: '{{amount}} is niet gepind: de bank of de pas weigert. Probeer opnieuw of kies contant.',
    cancelled: '{{amount}} is niet gepind: het pinnen is gestopt.',
    failed: 'De automaat doet het niet. Er is niets gepind. Probeer opnieuw, of kies een andere manier.',
    refunded: '{{amount}} is teruggegeven.',
  },
  unknown:
    'Het is niet zeker of {{amount}} gepind is: het contact met de automaat viel weg. Vraag het de automaat. Laat niet opnieuw pinnen.',
  unclear:
    'De automaat zegt niet of {{amount}} gepind is. Kijk op de automaat of op de bon van de automaat, en kies wat u ziet.',
  ask: 'Vraag de automaat',
  wasPaid: 'Wel gepind',
  wasNotPaid: 'Niet gepind',
  tooMuch:
    'Er is {{amount}} te veel gepind. Geef een betaling terug op de automaat, en laat daarna het juiste bedrag pinnen.',
  refunded: '{{amount}} teruggegeven op de automaat (nummer {{number}})',
};
