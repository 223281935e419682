import type { Migration } from '../store.ts';

/** What a clerk corrects because a central system refuses it is not only made shorter: a call-back number too. */
export const correctedTexts: Migration = {
  version: 360,
  name: 'corrected-texts',
  sql: `
    ALTER TABLE shortened_text RENAME TO corrected_text;
    DROP INDEX shortened_text_item;
    CREATE INDEX corrected_text_item ON corrected_text (item_id, seq);
  `,
};
