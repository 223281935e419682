import { z } from 'zod';

/**
 * Every expected failure. The window has one text per code (renderer/i18n) that says what happened, what is safe and
 * what to do now; a failure that is not in this list is a bug.
 */
export const ErrorCode = z.enum([
  'invalidInput',
  'unknownCall',
  'wrongAudience',
  'notLoggedIn',
  'locked',
  'notAllowed',
  'wrongPassphrase',
  'tooManyAttempts',
  'passphraseTooWeak',
  'loginNameTaken',
  'lastAdministrator',
  'alreadySetUp',
  'commandIdReused',
  'notFound',
  'noVisit',
  'visitRunning',
  'visitFinished',
  'ticketTaken',
  'undoTooLate',
  'documentNotReadable',
  'bsnInvalid',
  'tooManyPersons',
  'brpUnavailable',
  'productNotPossible',
  'stepIncomplete',
  'attachmentTooLarge',
  'paymentIncomplete',
  'paymentUnsettled',
  'nothingToCommit',
  'printerUnavailable',
  'devicesAway',
  'drawerShut',
  'hallUnavailable',
  'centralUnavailable',
  'notParked',
  'storeFull',
  'storeDamaged',
  'notInPractice',
  'unreachable',
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;
