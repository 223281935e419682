import type { Sweep } from '../retention/index.ts';
import type { Store } from '../store/index.ts';

export type KlantbeeldSource = 'zaken' | 'contacten';

/** What a source last told of a person. */
export interface Kept {
  /** UTC instant. */
  readonly at: string;
  readonly told: unknown;
}

/** Keeps what each source last told of a person, on the encrypted disk. */
export function createKept({ db }: Store): {
  put(burgerservicenummer: string, source: KlantbeeldSource, kept: Kept): void;
  get(burgerservicenummer: string, source: KlantbeeldSource): Kept | undefined;
} {
  const put = db.prepare('INSERT OR REPLACE INTO klantbeeld VALUES (?, ?, ?, ?)');
  const get = db.prepare<[string, string], { at: string; body: string }>(
    'SELECT at, body FROM klantbeeld WHERE burgerservicenummer = ? AND source = ?',
  );
  return {
    put: (bsn, source, { at, told }) => void put.run(bsn, source, at, JSON.stringify(told)),
    get: (bsn, source) => {
      const row = get.get(bsn, source);
      return row && { at: row.at, told: JSON.parse(row.body) as unknown };
    },
  };
}

const ROWS = 200;

/** Removes what was told more than `days` days ago. */
export function createKlantbeeldSweep({ db }: Store, days: number): Sweep {
  const remove = db.prepare(
    `DELETE FROM klantbeeld WHERE rowid IN (SELECT rowid FROM klantbeeld WHERE at < ? ORDER BY at LIMIT ${ROWS})`,
  );
  return {
    name: 'klantbeeld',
    removeBatch: (now) => remove.run(new Date(now.getTime() - days * 86_400_000).toISOString()).changes,
  };
}
