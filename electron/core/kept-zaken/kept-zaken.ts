import type { Sweep } from '../retention/index.ts';
import type { Store } from '../store/index.ts';

/** An open zaak of another counter, as the zaaksysteem told it last. */
export interface KeptZaak {
  readonly zaakIdentificatie: string;
  /** Identificatie of its zaaktype. */
  readonly zaaktype: string;
  readonly omschrijving: string;
  /** YYYY-MM-DD. */
  readonly startedOn: string;
  /** When it was last seen open, UTC. */
  readonly seenAt: string;
}

/** A zaak as it was read, with its address. */
export type ReadZaak = KeptZaak & { readonly url: string };

/** Up to where was read: the day of the last whole read, and of the last one. YYYY-MM-DD. */
export interface ReadUpTo {
  readonly wholeOn: string;
  readonly readOn: string;
}

/**
 * The open zaken that wait for their second visit, on the encrypted disk. For whom they are is kept as a mark alone: a
 * burgerservicenummer finds its zaken, and no zaak tells a burgerservicenummer.
 */
export interface KeptZaken {
  /** The zaken of a person, newest first; at most 20. */
  of(burgerservicenummer: string): readonly KeptZaak[];
  named(zaakIdentificatie: string): KeptZaak | undefined;
  /** Whether it is for this person; undefined when nobody can tell. */
  isFor(zaakIdentificatie: string, burgerservicenummer: string): boolean | undefined;
  /** It is no longer open, or no longer there. */
  forget(zaakIdentificatie: string): void;
  keep(zaak: ReadZaak): void;
  /** Those of whom was not asked yet for whom they are, newest first. */
  unasked(most: number): readonly { readonly zaakIdentificatie: string; readonly url: string }[];
  /** For whom it is; null: for nobody with a burgerservicenummer. */
  setHolder(zaakIdentificatie: string, burgerservicenummer: string | null): void;
  /** A whole read that began at `at` did not see them. */
  forgetUnseenSince(at: string): void;
  readUpTo(): ReadUpTo | undefined;
  setReadUpTo(day: ReadUpTo): void;
}

const COLUMNS =
  'zaak_identificatie AS zaakIdentificatie, zaaktype, omschrijving, started_on AS startedOn, seen_at AS seenAt';

/** See `KeptZaken`. */
export function createKeptZaken({ db, subjects }: Store): KeptZaken {
  // Not the mark of the processing log: a zaak leads to none of its lines.
  const markOf = (bsn: string): Buffer => subjects.mark(`zaak ${bsn}`);
  const of = db.prepare<[Buffer], KeptZaak>(
    `SELECT ${COLUMNS} FROM kept_zaak WHERE holder = ? ORDER BY started_on DESC LIMIT 20`,
  );
  const named = db.prepare<[string], KeptZaak>(
    `SELECT ${COLUMNS} FROM kept_zaak WHERE zaak_identificatie = ?`,
  );
  const holder = db
    .prepare<[string], Buffer | null>('SELECT holder FROM kept_zaak WHERE zaak_identificatie = ?')
    .pluck();
  const forget = db.prepare('DELETE FROM kept_zaak WHERE zaak_identificatie = ?');
  const keep = db.prepare(
    `INSERT INTO kept_zaak (zaak_identificatie, url, zaaktype, omschrijving, started_on, seen_at)
     VALUES (@zaakIdentificatie, @url, @zaaktype, @omschrijving, @startedOn, @seenAt)
     ON CONFLICT (zaak_identificatie) DO UPDATE SET
       zaaktype = excluded.zaaktype, omschrijving = excluded.omschrijving, seen_at = excluded.seen_at`,
  );
  const unasked = db.prepare<[number], { zaakIdentificatie: string; url: string }>(
    `SELECT zaak_identificatie AS zaakIdentificatie, url FROM kept_zaak
     WHERE holder_asked = 0 ORDER BY started_on DESC LIMIT ?`,
  );
  const setHolder = db.prepare(
    'UPDATE kept_zaak SET holder = ?, holder_asked = 1 WHERE zaak_identificatie = ?',
  );
  const forgetUnseen = db.prepare('DELETE FROM kept_zaak WHERE seen_at < ?');
  const upTo = db.prepare<[], ReadUpTo>('SELECT whole_on AS wholeOn, read_on AS readOn FROM kept_zaken_read');
  const setUpTo = db.prepare('INSERT OR REPLACE INTO kept_zaken_read VALUES (1, @wholeOn, @readOn)');
  return {
    of: (bsn) => of.all(markOf(bsn)),
    named: (zaak) => named.get(zaak),
    isFor: (zaak, bsn) => holder.get(zaak)?.equals(markOf(bsn)),
    forget: (zaak) => void forget.run(zaak),
    keep: (zaak) => void keep.run(zaak),
    unasked: (most) => unasked.all(most),
    setHolder: (zaak, bsn) => void setHolder.run(bsn && markOf(bsn), zaak),
    forgetUnseenSince: (at) => void forgetUnseen.run(at),
    readUpTo: () => upTo.get(),
    setReadUpTo: (day) => void setUpTo.run(day),
  };
}

const ROWS = 200;
const DAY_MS = 86_400_000;

/** Removes zaken that were not seen open for `days` days; with 0 days, switched off, all of them. */
export function createKeptZakenSweep({ db }: Store, days: number): Sweep {
  const remove = db.prepare(
    `DELETE FROM kept_zaak WHERE rowid IN
       (SELECT rowid FROM kept_zaak WHERE seen_at <= ? ORDER BY seen_at LIMIT ${ROWS})`,
  );
  return {
    name: 'keptZaken',
    removeBatch: (now) => remove.run(new Date(now.getTime() - days * DAY_MS).toISOString()).changes,
  };
}
