import type { Staff } from '../../../shared/contract/session.ts';
import type { Product } from '../../../shared/domain/product.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { KeptZaken } from '../kept-zaken/index.ts';
import type { Clock } from '../ports.ts';
import { notPossible } from './choice.ts';
import { withPatience } from './patience.ts';
import type { PickUps, PickUpFound } from './pick-up.ts';

/** One zaak as the zaaksysteem knows it. */
export interface CentralZaakFacts {
  /** Identificatie of its zaaktype. */
  readonly zaaktype: string;
  readonly omschrijving: string;
  /** YYYY-MM-DD. */
  readonly startedOn: string;
  readonly closed: boolean;
  readonly initiator: { readonly name: string | null; readonly burgerservicenummer: string | null } | null;
}

/** Looks one zaak up in the name of a clerk; null when the zaaksysteem does not have it, `centralUnavailable`. */
export type FindZaak = (
  identificatie: string,
  clerk: Pick<Staff, 'loginName' | 'name'>,
) => Promise<Result<CentralZaakFacts | null>>;

export type FindPickUp = (product: Product, zaak: string, clerk: Staff) => Promise<Result<PickUpFound>>;

/**
 * Looks up the zaak that a visitor comes for. Refused: a number that nobody knows, a zaak that is closed, and one of
 * another kind. With the zaaksysteem away a zaak of this PC is known all the same, and one that was kept as it was seen
 * last; another one is taken as it was typed, marked as not looked up. What changed meanwhile is judged when it is sent.
 */
export function createFindPickUp(deps: {
  readonly pickUps: PickUps;
  readonly findZaak: FindZaak;
  readonly kept: Pick<KeptZaken, 'named' | 'forget'>;
  readonly clock: Clock;
}): FindPickUp {
  return async (product, zaak, clerk) => {
    const here = deps.pickUps.here(zaak);
    const answer = await withPatience(deps.clock, deps.findZaak(zaak, clerk));
    // Not there yet: what was done here a moment ago, or while the zaaksysteem was away, is still to be sent.
    if (!answer.ok || answer.value === null) {
      if (here) return ok({ check: 'here', ...here });
      if (answer.ok) {
        deps.kept.forget(zaak);
        return notPossible('pickUpOf', 'zaakNotFound');
      }
      const nothing = { productName: null, startedOn: null, forName: null, burgerservicenummer: null };
      const kept = deps.kept.named(zaak);
      if (!kept) return ok({ check: 'notLookedUp', ...nothing });
      if (kept.zaaktype !== product.zaaktype) return notPossible('pickUpOf', 'otherProduct');
      const { omschrijving, startedOn, seenAt } = kept;
      return ok({ check: 'kept', ...nothing, productName: omschrijving || null, startedOn, seenAt });
    }
    const { closed, zaaktype, omschrijving, startedOn, initiator } = answer.value;
    if (zaaktype !== product.zaaktype) return notPossible('pickUpOf', 'otherProduct');
    if (closed) deps.kept.forget(zaak);
    if (closed) return notPossible('pickUpOf', 'zaakClosed');
    return ok({
      check: 'central',
      productName: omschrijving || (here?.productName ?? null),
      startedOn,
      forName: initiator?.name ?? here?.forName ?? null,
      burgerservicenummer: initiator?.burgerservicenummer ?? here?.burgerservicenummer ?? null,
    });
  };
}
