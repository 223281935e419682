import type { Migration } from '../store.ts';

/** Texts that a clerk made shorter because a central system refuses them, beside what was committed. */
export const shortenedTexts: Migration = {
  version: 240,
  name: 'shortened-texts',
  sql: `
    CREATE TABLE shortened_text (
      seq INTEGER PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES outbox_item (item_id) ON DELETE CASCADE,
      step TEXT NOT NULL,
      text TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX shortened_text_item ON shortened_text (item_id, seq);
  `,
};
