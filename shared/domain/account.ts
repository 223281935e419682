/** A name to log in with: letters, digits, dot, dash or underscore. */
export const LOGIN_NAME = /^[a-z0-9._-]{2,40}$/i;

/** The longest name of a member of staff, login name and passphrase that are taken, in characters. */
export const MOST = { name: 80, loginName: 40, passphrase: 200 } as const;

/** The fewest characters of a passphrase. */
export const LEAST_PASSPHRASE = 10;

/** At least ten characters and not one character repeated; NIST SP 800-63B: length, no composition rules. */
export function isStrongPassphrase(passphrase: string): boolean {
  return passphrase.length >= LEAST_PASSPHRASE && new Set(passphrase).size >= 4;
}
