import type { Product } from '../../../shared/domain/product.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { Store } from '../store/index.ts';
import { notPossible } from './choice.ts';

/** Judges which zaak a second visit may close. */
export interface PickUps {
  /**
   * Refuses a zaak for a product that closes none, one that was opened here for another product, and one that was
   * closed here before. A zaak of another workstation is not known here: the zaaksysteem has the last word.
   */
  fits(product: Product, zaakIdentificatie: string): Result<true>;
}

/** Pick-ups by what this workstation knows of the zaak. */
export function createPickUps({ db }: Store): PickUps {
  const find = db.prepare<[string], { kind: 'new' | 'pickUp'; product: string }>(
    'SELECT kind, product_id AS product FROM transaction_record WHERE zaak_identificatie = ?',
  );
  return {
    fits(product, zaak) {
      if (product.completes === undefined) return notPossible('pickUpOf', 'noPickUp');
      const known = find.all(zaak);
      if (known.some(({ kind }) => kind === 'pickUp')) return notPossible('pickUpOf', 'pickedUp');
      return known.some(({ product: of }) => of !== product.completes)
        ? notPossible('pickUpOf', 'otherProduct')
        : ok(true);
    },
  };
}
