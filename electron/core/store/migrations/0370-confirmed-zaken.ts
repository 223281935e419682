import type { Migration } from '../store.ts';

/** A clerk who is told that the zaak of a pick-up is of another can say that it is the right one after all. */
export const confirmedZaken: Migration = {
  version: 370,
  name: 'confirmed-zaken',
  sql: 'ALTER TABLE zaak_correction ADD COLUMN confirms INTEGER NOT NULL DEFAULT 0 CHECK (confirms IN (0, 1));',
};
