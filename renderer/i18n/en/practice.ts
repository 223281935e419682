import type { practice as nl } from '../nl/practice.ts';
import type { Shape } from '../shape.ts';

/** Texts of the practice panel. */
export const practice: Shape<typeof nl> = {
  title: 'Practice panel',
  dispenser: 'Press a button of the ticket dispenser',
  reader: 'Lay a document on the reader, or scan the QR code on its back',
  scanCode: 'QR',
  scanCodeOf: 'Scan the QR code on the back of the document of {{person}}',
  documentOnReader: 'A document lies on the reader now.',
  failures: 'Practise failures',
  paperOf: 'Paper in: {{device}}',
  paper: { ok: 'enough', near: 'almost out', out: 'out' },
  card: {
    title: 'Practice: the visitor',
    pin: 'enters the PIN',
    pay: 'has paid',
    decline: 'is declined',
    cancel: 'stops',
  },
  pad: {
    title: 'Practice: the signature pad',
    screen: 'The screen of the pad',
    hand: 'Practice: the visitor',
    sign: 'signs',
    accept: 'presses Akkoord',
    again: 'presses Opnieuw',
    cancel: 'presses Annuleren',
  },
  network: 'Network to the case system',
  up: 'works',
  unreliable: 'falters',
  away: 'away',
  cables: 'Cables',
  pluggedIn: '{{device}} is plugged in',
  printed: 'What was printed',
  nothingPrinted: 'Nothing has been printed yet.',
  more: 'More screens',
  secondCounter: 'Make a second counter',
  secondAddress: 'Counter {{number}} is ready. The link works once.',
  openSecond: 'Open counter {{number}}',
  openDisplay: 'Open the display of the waiting hall',
};
