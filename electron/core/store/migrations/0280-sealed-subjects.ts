import type { Migration } from '../store.ts';
import { createSubjectSeal } from '../subject-seal.ts';

const BATCH = 1000;

/** Seals whose data the lines of the processing log are about (see subject-seal.ts), and makes them findable by a mark. */
export const sealedSubjects: Migration = {
  version: 280,
  name: 'sealed-subjects',
  sql: `
    DROP TRIGGER processing_log_is_append_only;
    ALTER TABLE processing_log RENAME COLUMN subject TO clear_subject;
    ALTER TABLE processing_log ADD COLUMN subject BLOB;
    ALTER TABLE processing_log ADD COLUMN subject_mark BLOB;
  `,
  run(db, key) {
    const seals = createSubjectSeal(key);
    const page = db.prepare<[number], { seq: number; clear: string }>(
      `SELECT seq, clear_subject AS clear FROM processing_log
       WHERE seq > ? AND clear_subject IS NOT NULL ORDER BY seq LIMIT ${BATCH}`,
    );
    const seal = db.prepare('UPDATE processing_log SET subject = ?, subject_mark = ? WHERE seq = ?');
    for (let rows = page.all(0); rows.length > 0; rows = page.all(rows.at(-1)?.seq ?? 0))
      for (const { seq, clear } of rows) seal.run(seals.seal(clear, seq), seals.mark(clear), seq);
    db.exec(`
      ALTER TABLE processing_log DROP COLUMN clear_subject;
      CREATE INDEX processing_log_subject ON processing_log (subject_mark);
      CREATE TRIGGER processing_log_is_append_only BEFORE UPDATE ON processing_log
        BEGIN SELECT RAISE(ABORT, 'processing_log is append-only'); END;
    `);
  },
};
