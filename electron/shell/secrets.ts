import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { SafeStorage } from 'electron';
import { HostError } from '../hosting/host-error.ts';
import type { HostSecrets } from '../hosting/secrets-file.ts';

/** Where the encrypted texts are kept: name to base64. */
export interface EncryptedTexts {
  get(name: string): string | undefined;
  set(name: string, base64: string): void;
}

export interface SafeSecretsDeps {
  readonly safeStorage: Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
  >;
  readonly platform: NodeJS.Platform;
  readonly texts: EncryptedTexts;
  /** The encrypted store: when it exists its key must too. */
  readonly storeFile: string;
}

export interface SafeSecrets extends HostSecrets {
  /** Keeps a secret of a central system, encrypted. */
  write(name: string, value: string): void;
}

const STORE_KEY = 'storeKey';

/**
 * Secrets in the system's own safe (DPAPI, Keychain, libsecret or KWallet). To be opened after the application is ready.
 * Throws HostError when there is no real safe: nothing is ever kept in plain text instead.
 */
export function openSafeSecrets({ safeStorage, platform, texts, storeFile }: SafeSecretsDeps): SafeSecrets {
  if (!safeStorage.isEncryptionAvailable())
    throw new HostError(
      'De beveiligde opslag van deze pc werkt niet. Waarmee start niet; er is niets veranderd. Vraag IT.',
    );
  // Without a keyring Chromium encrypts with a fixed key that everybody knows.
  if (
    platform === 'linux' &&
    !['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'].includes(safeStorage.getSelectedStorageBackend())
  )
    throw new HostError(
      'Deze pc heeft geen sleutelbos (GNOME Keyring of KWallet). Waarmee bewaart sleutels nooit open. Vraag IT om een sleutelbos.',
    );

  const read = (name: string): string | undefined => {
    const kept = texts.get(name);
    if (kept === undefined) return undefined;
    try {
      return safeStorage.decryptString(Buffer.from(kept, 'base64'));
    } catch {
      throw new HostError(
        'De sleutels van Waarmee zijn niet te lezen. Dat gebeurt bij een andere gebruiker of een nieuwe sleutelbos. Er is niets veranderd. Vraag IT.',
      );
    }
  };
  const write = (name: string, value: string): void =>
    texts.set(name, safeStorage.encryptString(value).toString('base64'));

  let storeKey = read(STORE_KEY);
  if (storeKey === undefined) {
    if (existsSync(storeFile))
      throw new HostError(
        'De sleutel van het gegevensbestand ontbreekt. Er is niets veranderd. Vraag IT om de reservekopie.',
      );
    storeKey = randomBytes(32).toString('hex');
    write(STORE_KEY, storeKey);
  }
  return {
    storeKey: Buffer.from(storeKey, 'hex'),
    howToKeep: (name) =>
      `Bewaar het met: waarmee --store-secret ${name} (het geheim op de standaardinvoer) en start Waarmee opnieuw.`,
    read: (name) => read(`secret:${name}`),
    write: (name, value) => write(`secret:${name}`, value),
  };
}
