import type { OpenZaak } from '../../../shared/contract/visits.ts';
import type { Staff } from '../../../shared/contract/session.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { isPickedUp } from '../../../shared/domain/product-rules.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { KeptZaak, KeptZaken } from '../kept-zaken/index.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/index.ts';
import { withPatience } from '../transactions/index.ts';
import type { Visit } from '../visit-records/index.ts';
import { createEarlierVisits } from './earlier-visits.ts';

/** Asks the zaaksysteem for the open zaken of a person, in the name of a clerk. */
export type CentralZaken = (
  burgerservicenummer: string,
  clerk: { readonly loginName: string; readonly name: string },
) => Promise<
  Result<
    readonly {
      readonly zaakIdentificatie: string;
      /** Identificatie of its zaaktype. */
      readonly zaaktype: string;
      readonly omschrijving: string;
      readonly startedOn: string;
    }[]
  >
>;

type Told = Omit<KeptZaak, 'seenAt'> & { readonly seenAt?: string };

/**
 * The zaken of a visitor that wait for his second visit: those that this workstation opened, by his burgerservicenummer or
 * his document, and those of other counters, by his burgerservicenummer alone, as the zaaksysteem tells them or, while it is
 * away, as they were kept. Only products that are picked up are shown; a zaak of another department is not ours.
 */
export function createOpenZaken(
  store: Store,
  deps: {
    readonly clock: Clock;
    readonly catalogue: Catalogue;
    readonly centralZaken: CentralZaken;
    readonly kept: Pick<KeptZaken, 'of'>;
  },
) {
  const { db } = store;
  const earlier = createEarlierVisits(store);
  const open = db.prepare<[string | null, string], { zaak: string; name: string; at: string }>(`
    SELECT t.zaak_identificatie AS zaak, t.product_name AS name, v.finished_at AS at
    FROM visit v JOIN transaction_record t USING (visit_id)
    WHERE (v.burgerservicenummer = ? OR v.visit_id IN (SELECT value FROM json_each(?))) AND t.kind = 'new' AND t.closes = 0
      AND NOT EXISTS (SELECT 1 FROM transaction_record p WHERE p.zaak_identificatie = t.zaak_identificatie AND p.kind = 'pickUp')
    ORDER BY v.finished_at DESC LIMIT 20`);
  const pickedUpHere = db
    .prepare<[string], 1>("SELECT 1 FROM transaction_record WHERE zaak_identificatie = ? AND kind = 'pickUp'")
    .pluck();
  const pickedUp = (zaaktype: string) =>
    deps.catalogue.products().find((product) => product.zaaktype === zaaktype && isPickedUp(product));

  const toldOf = async (burgerservicenummer: string, clerk: Staff): Promise<readonly Told[]> => {
    // A list that he can also do without: the number stands on the visitor's receipt.
    const answer = await withPatience(deps.clock, deps.centralZaken(burgerservicenummer, clerk));
    return answer.ok ? answer.value : deps.kept.of(burgerservicenummer);
  };

  return async (visit: Pick<Visit, 'person' | 'document'>, clerk: Staff): Promise<OpenZaak[]> => {
    const { burgerservicenummer, visitIds } = earlier(visit);
    const here = open.all(burgerservicenummer, JSON.stringify(visitIds)).map(
      ({ zaak, name, at }): OpenZaak => ({
        zaakIdentificatie: zaak,
        productName: name,
        startedOn: amsterdamDay(new Date(at)),
        source: 'here',
      }),
    );
    const told = burgerservicenummer === null ? [] : await toldOf(burgerservicenummer, clerk);
    const elsewhere = told
      .filter(({ zaakIdentificatie }) => here.every((one) => one.zaakIdentificatie !== zaakIdentificatie))
      // Picked up a moment ago, and not yet closed in the zaaksysteem.
      .filter(({ zaakIdentificatie }) => pickedUpHere.get(zaakIdentificatie) === undefined)
      .flatMap(({ zaakIdentificatie, zaaktype, omschrijving, startedOn, seenAt }): OpenZaak[] => {
        const product = pickedUp(zaaktype);
        if (!product) return [];
        const source =
          seenAt === undefined ? { source: 'central' as const } : { source: 'kept' as const, seenAt };
        return [{ zaakIdentificatie, productName: omschrijving || product.name, startedOn, ...source }];
      });
    return [...here, ...elsewhere].slice(0, 50);
  };
}
