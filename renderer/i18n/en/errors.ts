import type { errors as nl } from '../nl/errors.ts';
import type { Shape } from '../shape.ts';

const NOTHING_CHANGED = 'Nothing has changed.';
const VISIT_KEPT = 'What you filled in has been kept.';

/** One text per failure: what happened, what is safe, what to do now. */
export const errors: Shape<typeof nl> = {
  invalidInput: {
    what: 'Something filled in is not right.',
    safe: NOTHING_CHANGED,
    now: 'Check what you filled in and try again. If it stays, call the helpdesk.',
  },
  unknownCall: {
    what: 'This window does not fit the application.',
    safe: NOTHING_CHANGED,
    now: 'Close Waarmee and start it again. If it stays, call the help desk.',
  },
  wrongAudience: {
    what: 'This cannot be done from this window.',
    safe: NOTHING_CHANGED,
    now: 'Use the counter screen of your own workstation.',
  },
  notLoggedIn: { what: 'You are no longer logged in.', safe: VISIT_KEPT, now: 'Log in again and go on.' },
  locked: {
    what: 'The screen is locked.',
    safe: VISIT_KEPT,
    now: 'Unlock it with your passphrase and go on.',
  },
  notAllowed: {
    what: 'Your account may not do this.',
    safe: NOTHING_CHANGED,
    now: 'Ask a team lead or administrator to do it.',
  },
  wrongPassphrase: {
    what: 'The name and the passphrase do not belong together.',
    safe: NOTHING_CHANGED,
    now: 'Check Caps Lock and try again.',
  },
  tooManyAttempts: {
    what: 'A wrong passphrase was given too often.',
    safe: 'Your account is closed for a while; nothing was erased.',
    now: 'Wait a few minutes and try again.',
  },
  passphraseTooWeak: {
    what: 'This passphrase is too easy to guess.',
    safe: NOTHING_CHANGED,
    now: 'Choose a longer one, such as four unrelated words.',
  },
  loginNameTaken: {
    what: 'This login name exists already.',
    safe: NOTHING_CHANGED,
    now: 'Choose another login name.',
  },
  lastAdministrator: {
    what: 'This is the last administrator.',
    safe: NOTHING_CHANGED,
    now: 'First make somebody else administrator.',
  },
  alreadySetUp: {
    what: 'This workstation has been set up already.',
    safe: NOTHING_CHANGED,
    now: 'Log in with an existing account.',
  },
  commandIdReused: {
    what: 'This action was sent before, with other data.',
    safe: 'The first time counts. Nothing was done twice.',
    now: 'Check the result and start again if needed.',
  },
  notFound: {
    what: 'This is no longer there.',
    safe: NOTHING_CHANGED,
    now: 'See in the list what is there now.',
  },
  noVisit: {
    what: 'There is no visit at your counter now.',
    safe: NOTHING_CHANGED,
    now: 'First call somebody, or start without a ticket.',
  },
  visitRunning: {
    what: 'A visit is still running at your counter.',
    safe: VISIT_KEPT,
    now: 'First finish this visit.',
  },
  visitFinished: {
    what: 'This visit has been finished already.',
    safe: 'Everything of this visit has been kept.',
    now: 'Call the next visitor.',
  },
  ticketTaken: {
    what: 'Another counter has called this number already.',
    safe: 'The visitor was called once.',
    now: 'Call the next visitor.',
  },
  callAgainFirst: {
    what: 'This number has to be called once more first.',
    safe: NOTHING_CHANGED,
    now: 'Call again with F3. If nobody comes, choose Not there again.',
  },
  colleagueAway: {
    what: 'This colleague is not logged in now.',
    safe: 'The visitor was not sent on.',
    now: 'Choose another colleague, a counter or a group.',
  },
  hallDayOver: {
    what: "This visitor is of yesterday. Yesterday's queue is closed.",
    safe: 'The visitor is still at your counter. Nothing changed.',
    now: 'Finish the visit (F9) or end it (Shift F9). Give a new number if needed.',
  },
  undoTooLate: {
    what: 'This can no longer be undone.',
    safe: NOTHING_CHANGED,
    now: 'Put the number back yourself, or call it again.',
  },
  documentNotReadable: {
    what: 'The document could not be read well.',
    safe: 'Nobody was identified, so nobody was mixed up.',
    now: 'Lay the document down again, or type its bottom lines.',
  },
  bsnInvalid: {
    what: 'This citizen service number does not exist.',
    safe: NOTHING_CHANGED,
    now: 'Check the nine digits and try again.',
  },
  tooManyPersons: {
    what: 'Too many persons were found.',
    safe: NOTHING_CHANGED,
    now: 'Fill in more, such as the given names.',
  },
  brpUnavailable: {
    what: 'The BRP cannot be reached now.',
    safe: VISIT_KEPT,
    now: 'Go on with the document; the check follows by itself. Or try again in a moment.',
  },
  productNotPossible: {
    what: 'This product is not possible for this person.',
    safe: NOTHING_CHANGED,
    now: 'Choose another product, or ask a team lead.',
  },
  stepIncomplete: {
    what: 'A step is not ready yet.',
    safe: VISIT_KEPT,
    now: 'Fill in what is missing. Then you can finish.',
  },
  attachmentTooLarge: {
    what: 'The photo or signature is too large.',
    safe: VISIT_KEPT,
    now: 'Take it again. It may be 2 MB at most.',
  },
  paymentIncomplete: {
    what: 'Not enough has been paid yet.',
    safe: VISIT_KEPT,
    now: 'Take the whole amount, then finish.',
  },
  paymentUnsettled: {
    what: 'The card payment of this visit is not settled yet.',
    safe: VISIT_KEPT,
    now: 'Go to Payment. Wait until the card payment is done, or give back what was paid too much.',
  },
  nothingToCommit: {
    what: 'There is nothing to finish yet.',
    safe: VISIT_KEPT,
    now: 'Add a product, or close the visit without one.',
  },
  printerUnavailable: {
    what: 'The printer does not work now.',
    safe: 'The visit has been kept. The receipt stays ready.',
    now: 'See at Devices what is wrong, then print.',
  },
  devicesAway: {
    what: 'The devices are just starting again.',
    safe: NOTHING_CHANGED,
    now: 'Wait half a minute and try again.',
  },
  drawerShut: {
    what: 'The drawer did not open.',
    safe: 'The visit and the payment have not changed.',
    now: 'Look under Devices what the receipt printer says, or open the drawer with its key.',
  },
  cameraFailed: {
    what: 'The camera gave no photo.',
    safe: NOTHING_CHANGED,
    now: 'Look under Devices what the camera says, or choose a photo from a file.',
  },
  counterLacks: {
    what: 'Your counter can’t fully help this visitor now.',
    safe: 'Nobody was called.',
    now: 'Choose the number again. It says what is lacking now; you can still call then.',
  },
  groupFull: {
    what: 'The numbers of today are gone for this group.',
    safe: NOTHING_CHANGED,
    now: 'Give one more number yourself if that is possible, or make an appointment for another day.',
  },
  groupClosed: {
    what: 'This group gives no numbers now.',
    safe: NOTHING_CHANGED,
    now: 'Look at the opening hours; if need be, help the visitor without a number.',
  },
  counterClosed: {
    what: 'This counter calls nobody now: the team lead closed it.',
    safe: NOTHING_CHANGED,
    now: 'Help whoever is here. Ask the team lead to open the counter again.',
  },
  hallUnavailable: {
    what: 'The queue cannot be reached now.',
    safe: 'Your visit has been kept. Nobody was called.',
    now: 'Help the visitor in front of you. The connection restores itself.',
  },
  centralUnavailable: {
    what: 'The case system cannot be reached now.',
    safe: 'Everything has been kept and will be sent later by itself.',
    now: 'Just go on working.',
  },
  notParked: {
    what: 'This message is not held up.',
    safe: 'It will be sent by itself.',
    now: 'You need not do anything.',
  },
  storeFull: {
    what: 'The disk of this workstation is full.',
    safe: 'What was kept is safe. The last action was not kept.',
    now: 'Call the help desk and finish no more visits.',
  },
  storeDamaged: {
    what: 'The data on this workstation are damaged.',
    safe: 'What was sent is safe in the case system.',
    now: 'Stop working at this counter and call the help desk.',
  },
  notInPractice: {
    what: 'This is only possible in practice mode.',
    safe: NOTHING_CHANGED,
    now: 'Go on with your work.',
  },
  unreachable: {
    what: 'Waarmee did not answer.',
    safe: 'It may have worked. Nothing is done twice.',
    now: 'Try again in a moment.',
  },
  internal: {
    what: 'Something went wrong in Waarmee itself.',
    safe: 'What was kept is safe.',
    now: 'Try again. If it stays, call the help desk.',
  },
};
