import path from 'node:path';
import { type HostSecrets, openSecretsFile } from '../hosting/secrets-file.ts';
import { openSafeSecrets, type SafeSecrets, type SafeSecretsDeps } from './secrets.ts';
import { openEncryptedTexts } from './settings.ts';

/** The secrets of a real workstation: in the system's safe, or not at all. */
export function openRealSecrets(safeStorage: SafeSecretsDeps['safeStorage'], dataDir: string): SafeSecrets {
  return openSafeSecrets({
    safeStorage,
    platform: process.platform,
    texts: openEncryptedTexts(dataDir),
    storeFile: path.join(dataDir, 'waarmee.db'),
  });
}

/** Practice holds made-up people only, so that it also works on a PC without a safe: its key is in a file. */
export function openPracticeSecrets(dataDir: string): HostSecrets {
  return openSecretsFile(path.join(dataDir, 'secrets.json'), path.join(dataDir, 'waarmee.db'));
}
