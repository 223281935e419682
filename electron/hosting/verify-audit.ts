import { existsSync } from 'node:fs';
import path from 'node:path';
import { createAudit } from '../core/audit/index.ts';
import { openStore } from '../core/store/index.ts';
import type { ErrandPlace } from './errand-place.ts';
import { HostError } from './host-error.ts';

/** What a check of the audit log found, in words for a person. */
export interface AuditVerdict {
  readonly intact: boolean;
  readonly line: string;
}

/**
 * Recomputes the hash chain of the audit log in a data folder; also while the application runs. Throws HostError when
 * there is no database, StoreError when it cannot be read.
 */
export async function verifyAudit(place: ErrandPlace): Promise<AuditVerdict> {
  const { dataDir, checkpointWorker, clock } = place;
  const file = path.join(dataDir, 'waarmee.db');
  if (!existsSync(file)) throw new HostError(`Er is nog geen gegevensbestand in ${dataDir}.`);
  const { storeKey } = place.openSecrets();
  const store = openStore({ file, key: storeKey, checkpointWorker, clock });
  try {
    const { intact, entries, brokenAt } = createAudit({ store, clock }).verify();
    const line = intact
      ? `Het logboek is heel: ${entries} regels, en elke regel sluit aan op de vorige.`
      : `Het logboek is veranderd: regel ${brokenAt} sluit niet aan op de vorige. Bewaar de map en waarschuw de beveiligingsfunctionaris.`;
    return { intact, line };
  } finally {
    await store.close();
  }
}
