import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Product } from '../../../shared/domain/product.ts';
import { isZaakNumber } from '../../../shared/domain/zaak-number.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { PersonRecord } from '../records.ts';
import type { Store } from '../store/index.ts';
import { notPossible } from './choice.ts';

/** What is known of the zaak of a pick-up: for whom it is stays in the store. */
export interface PickUpFound {
  /**
   * central: the zaaksysteem has it, open; here: this PC made it; kept: it was open when it was last read; notLookedUp:
   * nobody could be asked.
   */
  readonly check: 'central' | 'here' | 'kept' | 'notLookedUp';
  /** Of `kept`: when it was last seen open, UTC. */
  readonly seenAt?: string;
  readonly productName: string | null;
  /** YYYY-MM-DD. */
  readonly startedOn: string | null;
  readonly forName: string | null;
  readonly burgerservicenummer: string | null;
}

/** Judges which zaak a second visit may close. */
export interface PickUps {
  /**
   * Refuses what can't be a zaak number, a zaak for a product that closes none, one that was opened here for another
   * product, and one that was closed here before. A zaak of another workstation is not known here: the zaaksysteem has
   * the last word.
   */
  fits(product: Product, zaakIdentificatie: string): Result<true>;
  /** A zaak that this workstation opened. */
  here(zaakIdentificatie: string): Omit<PickUpFound, 'check'> | undefined;
  /**
   * Gives the pick-up of a finished visit another zaak, judged as `fits` does; answers the number that it had, and of which
   * visit. The same number once more confirms it.
   */
  correct(
    transactionId: string,
    zaakIdentificatie: string,
    by: { readonly staffId: string; readonly at: Date },
  ): Result<{ readonly was: string; readonly visitId: string }>;
  /** The number as it was corrected last, and whether it was confirmed since; undefined when neither was done. */
  corrected(transactionId: string): Correction | undefined;
}

export interface Correction {
  readonly zaakIdentificatie: string;
  readonly isConfirmed: boolean;
}

type Known = { kind: 'new' | 'pickUp'; product: string };
type Opened = { name: string; at: string; bsn: string | null; person: string | null };

/** Pick-ups by what this workstation knows of the zaak. */
export function createPickUps({ db }: Store, catalogue: Pick<Catalogue, 'product'>): PickUps {
  const find = db.prepare<[string], Known>(
    'SELECT kind, product_id AS product FROM transaction_record WHERE zaak_identificatie = ?',
  );
  const opened = db.prepare<[string], Opened>(
    `SELECT t.product_name AS name, v.finished_at AS at, v.burgerservicenummer AS bsn, v.committed -> '$.person' AS person
     FROM transaction_record t JOIN visit v USING (visit_id)
     WHERE t.zaak_identificatie = ? AND t.kind = 'new'`,
  );
  const record = db.prepare<[string], Known & { zaak: string; visitId: string }>(
    'SELECT kind, product_id AS product, zaak_identificatie AS zaak, visit_id AS visitId FROM transaction_record WHERE transaction_id = ?',
  );
  const rename = db.prepare('UPDATE transaction_record SET zaak_identificatie = ? WHERE transaction_id = ?');
  const note = db.prepare(
    'INSERT INTO zaak_correction (transaction_id, zaak_identificatie, staff_id, at, confirms) VALUES (?, ?, ?, ?, ?)',
  );
  const last = db.prepare<[string], { zaak: string; confirms: 0 | 1 }>(
    'SELECT zaak_identificatie AS zaak, confirms FROM zaak_correction WHERE transaction_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const pickUps: PickUps = {
    fits(product, zaak) {
      if (product.completes === undefined) return notPossible('pickUpOf', 'noPickUp');
      if (!isZaakNumber(zaak)) return notPossible('pickUpOf', 'zaakNumberForm');
      const known = find.all(zaak);
      if (known.some(({ kind }) => kind === 'pickUp')) return notPossible('pickUpOf', 'pickedUp');
      return known.some(({ product: of }) => of !== product.completes)
        ? notPossible('pickUpOf', 'otherProduct')
        : ok(true);
    },
    here(zaak) {
      const row = opened.get(zaak);
      if (!row) return undefined;
      return {
        productName: row.name,
        startedOn: amsterdamDay(new Date(row.at)),
        // Written by transactions from checked data; the file is ours alone.
        forName: row.person && nameOf(JSON.parse(row.person) as PersonRecord | null),
        burgerservicenummer: row.bsn,
      };
    },
    correct(transactionId, zaak, { staffId, at }) {
      const known = record.get(transactionId);
      const product = known && catalogue.product(known.product);
      if (known?.kind !== 'pickUp' || !product) return fail('notFound', { field: 'itemId' });
      const isConfirmed = zaak === known.zaak;
      const fits = isConfirmed ? ok(true as const) : pickUps.fits(product, zaak);
      if (!fits.ok) return fits;
      rename.run(zaak, transactionId);
      note.run(transactionId, zaak, staffId, at.toISOString(), isConfirmed ? 1 : 0);
      return ok({ was: known.zaak, visitId: known.visitId });
    },
    corrected: (transactionId) => {
      const row = last.get(transactionId);
      return row && { zaakIdentificatie: row.zaak, isConfirmed: row.confirms === 1 };
    },
  };
  return pickUps;
}

function nameOf(person: PersonRecord | null): string | null {
  if (!person) return null;
  return [person.voornamen, person.voorvoegsel, person.geslachtsnaam].filter(Boolean).join(' ');
}
