import type { visitEnd as nl } from '../nl/visit-end.ts';
import type { Shape } from '../shape.ts';

/** Texts of a visit that is finished: "Done", its receipt, and the list of today; part of `visit`. */
export const visitEnd: Shape<typeof nl> = {
  done: {
    title: 'Done',
    safe: 'Everything is safe on this pc; it is sent by itself.',
    receipt: 'Receipt',
    change: 'Give back: {{amount}}',
    next: 'Next visitor: F2',
    close: 'Close',
  },
  receipt: {
    noPrinter: 'There is no receipt: no receipt printer has been set for this counter.',
    dropped: 'No receipt is printed.',
    waiting: 'The receipt waits for the printer.',
    printing: 'The receipt is printing…',
    printed: 'The receipt has been printed.',
    waitingFor: 'The receipt has not been printed yet. Receipt printer: {{word}}.',
    thenByItself: 'Then the receipt comes by itself.',
    stale: 'The receipt has not been printed and does not come by itself any more.',
    unknown: 'Did the receipt come out?',
    look: 'The printer gave no answer. Look at the printer.',
    failed: 'The receipt has not been printed.',
    cameOut: 'Yes, it came out',
    printAgain: 'No, print again',
    printNow: 'Print the receipt',
    drop: 'No receipt needed',
  },
  aside: {
    product: 'About this product',
    today: 'Finished today',
    none: 'No visit finished yet today.',
    fee: 'Fee',
    sync: {
      queued: 'waits to be sent',
      sending: 'is being sent',
      parked: 'needs your attention',
      done: 'in the zaaksysteem',
    },
    verification: {
      verified: 'verified',
      notVerified: 'not verified',
      notFound: 'not in the BRP',
      different: 'BRP differs: check the person',
      none: 'without identification',
    },
    receipt: {
      none: 'no receipt',
      waiting: 'receipt waits for the printer',
      printing: 'receipt is printing',
      confirmed: 'receipt printed',
      probable: 'receipt printed',
      unknown: 'Did the receipt come out?',
      failed: 'receipt not printed',
    },
  },
};
