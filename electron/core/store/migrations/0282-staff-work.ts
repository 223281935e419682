import type { Migration } from '../store.ts';

/** JSON of the work profile and the skills of who has ones of his own. */
export const staffWork: Migration = {
  version: 282,
  name: 'staffWork',
  sql: 'ALTER TABLE staff ADD COLUMN work TEXT;',
};
