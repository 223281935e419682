import type { Migration } from '../store.ts';

/** A look at how a zaak stands is in the processing log too: which zaak it was, and whose, also when it is told from here. */
export const processingLogZaak: Migration = {
  version: 311,
  name: 'processing-log-zaak',
  sql: `
    ALTER TABLE processing_log ADD COLUMN zaak_identificatie TEXT;
    UPDATE zaak_status SET body = json_object('told', json(body), 'subjects', json_array());
  `,
};
