import type { Sweep } from '../retention/index.ts';
import type { Store } from '../store/index.ts';

export type KlantbeeldSource = 'zaken' | 'contacten' | 'taken';

/** What a source last told of a person. */
export interface Kept {
  /** UTC instant. */
  readonly at: string;
  readonly told: unknown;
}

/** Keeps what each source last told of a person or a zaak, on the encrypted disk. */
export function createKept({ db }: Store): {
  put(burgerservicenummer: string, source: KlantbeeldSource, kept: Kept): void;
  get(burgerservicenummer: string, source: KlantbeeldSource): Kept | undefined;
  putZaak(zaakIdentificatie: string, kept: Kept): void;
  getZaak(zaakIdentificatie: string): Kept | undefined;
} {
  const put = db.prepare('INSERT OR REPLACE INTO klantbeeld VALUES (?, ?, ?, ?)');
  const get = db.prepare<[string, string], { at: string; body: string }>(
    'SELECT at, body FROM klantbeeld WHERE burgerservicenummer = ? AND source = ?',
  );
  const putZaak = db.prepare('INSERT OR REPLACE INTO zaak_status VALUES (?, ?, ?)');
  const getZaak = db.prepare<[string], { at: string; body: string }>(
    'SELECT at, body FROM zaak_status WHERE zaak_identificatie = ?',
  );
  const read = (row: { at: string; body: string } | undefined): Kept | undefined =>
    row && { at: row.at, told: JSON.parse(row.body) as unknown };
  return {
    put: (bsn, source, { at, told }) => void put.run(bsn, source, at, JSON.stringify(told)),
    get: (bsn, source) => read(get.get(bsn, source)),
    putZaak: (zaak, { at, told }) => void putZaak.run(zaak, at, JSON.stringify(told)),
    getZaak: (zaak) => read(getZaak.get(zaak)),
  };
}

const ROWS = 200;

/** Removes what was told more than `days` days ago. */
export function createKlantbeeldSweep({ db }: Store, days: number): Sweep {
  const persons = db.prepare(
    `DELETE FROM klantbeeld WHERE rowid IN (SELECT rowid FROM klantbeeld WHERE at < ? ORDER BY at LIMIT ${ROWS})`,
  );
  const zaken = db.prepare(
    `DELETE FROM zaak_status WHERE rowid IN (SELECT rowid FROM zaak_status WHERE at < ? ORDER BY at LIMIT ${ROWS})`,
  );
  return {
    name: 'klantbeeld',
    removeBatch(now) {
      const before = new Date(now.getTime() - days * 86_400_000).toISOString();
      return persons.run(before).changes + zaken.run(before).changes;
    },
  };
}
