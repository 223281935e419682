import type { Migration } from '../store.ts';

/** When the visitor of the last call was seen at the counter; UTC, ISO 8601. */
export const hallArrivals: Migration = {
  version: 260,
  name: 'hall-arrivals',
  sql: 'ALTER TABLE hall_ticket ADD COLUMN arrived_at TEXT;',
};
