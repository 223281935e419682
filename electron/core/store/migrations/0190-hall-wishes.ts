import type { Migration } from '../store.ts';

/** What a clerk wished for a visitor whom he held or sent on (JSON; see hall/wish.ts). */
export const hallWishes: Migration = {
  version: 190,
  name: 'hall-wishes',
  sql: `
    ALTER TABLE hall_event ADD COLUMN wish TEXT;
    ALTER TABLE hall_ticket ADD COLUMN wish TEXT;
  `,
};
