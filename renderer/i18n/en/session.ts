import type { session as nl } from '../nl/session.ts';
import type { Shape } from '../shape.ts';

/** Texts of set-up, login and lock. */
export const session: Shape<typeof nl> = {
  starting: 'Waarmee is starting…',
  counter: 'Counter {{number}}',
  version: 'version {{version}}',
  practiceNote: 'Practice mode. Persons, cases and payments are not real.',
  name: 'Name',
  loginName: 'Login name',
  loginNameHint: 'Letters, digits, point, hyphen. For example j.smit',
  passphrase: 'Passphrase',
  passphraseOf: 'Passphrase of {{name}}',
  passphraseAgain: 'Passphrase once more',
  passphraseHint: 'At least 10 characters, such as four unrelated words.',
  problem: {
    name: 'Fill in a name.',
    loginNameEmpty: 'Fill in the login name.',
    loginName: 'Use 2 to 40 letters, digits, dots or hyphens, without spaces.',
    passphraseEmpty: 'Fill in the passphrase.',
    passphraseWeak: 'Use at least {{count}} characters that are hard to guess, such as four unrelated words.',
    passphraseWrong: 'This passphrase is not right. Check Caps Lock and try again.',
    again: 'The two passphrases differ. Type them again.',
  },
  role: { clerk: 'clerk', teamlead: 'team lead', administrator: 'administrator' },
  setUp: {
    title: 'Welcome to Waarmee',
    intro: 'This workstation is new. Make the first administrator, who adds the other staff.',
    submit: 'Make administrator',
  },
  login: {
    title: 'Log in',
    submit: 'Log in',
    practice: 'Practice accounts: click to log in',
    with: 'or type {{loginName}} and {{passphrase}}',
  },
  locked: {
    title: 'Locked',
    intro: 'This counter is in use by {{name}}. Your work has been kept.',
    submit: 'Unlock',
    other: 'Somebody else? First log out',
  },
  change: {
    title: 'Change passphrase',
    current: 'Your present passphrase',
    next: 'New passphrase',
    submit: 'Change',
    done: 'Your passphrase has been changed.',
  },
};
