import path from 'node:path';
import { HostError } from '../hosting/host-error.ts';
import type { HostPlan } from '../hosting/prepare-host.ts';
import { openSecretsFile } from '../hosting/secrets-file.ts';
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

/**
 * The secrets that go with a plan. Practice holds made-up people only, so it also works on a PC without a safe: its key
 * is in a file, and no secret of a real system can be kept there.
 */
export function openHostSecrets(
  safeStorage: SafeSecretsDeps['safeStorage'],
  { config, dataDir }: Pick<HostPlan, 'config' | 'dataDir'>,
): SafeSecrets {
  if (config !== null) return openRealSecrets(safeStorage, dataDir);
  return {
    ...openSecretsFile(path.join(dataDir, 'secrets.json'), path.join(dataDir, 'waarmee.db')),
    write() {
      throw new HostError(
        '--store-secret: zet eerst de configuratie van deze werkplek klaar. Oefenen kent geen echte geheimen.',
      );
    },
  };
}
