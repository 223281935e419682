import path from 'node:path';
import type { ErrandPlace } from '../../electron/hosting/errand-place.ts';
import { openExistingSecrets } from '../../electron/hosting/secrets-file.ts';
import { systemClock } from '../../electron/hosting/system.ts';
import { checkpointWorker } from './store.ts';

/** A data folder as the plain Node host gives it to an errand. */
export function errandPlace(dataDir: string): ErrandPlace {
  return {
    dataDir,
    checkpointWorker,
    clock: systemClock,
    openSecrets: () =>
      openExistingSecrets(path.join(dataDir, 'secrets.json'), path.join(dataDir, 'waarmee.db')),
  };
}
