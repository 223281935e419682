import type { Clock } from '../core/ports.ts';
import type { HostSecrets } from './secrets-file.ts';

/** Where an errand works: a data folder whose secrets are opened only when it needs them. */
export interface ErrandPlace {
  readonly dataDir: string;
  readonly checkpointWorker: string | URL;
  readonly clock: Clock;
  readonly openSecrets: () => HostSecrets;
}

/** What an errand has to say, and the exit code that goes with it. */
export interface ErrandEnd {
  readonly text: string;
  readonly exitCode: 0 | 1;
}
