import type { OpenZaak } from '../../../shared/contract/visits.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Store } from '../store/index.ts';

/**
 * The zaken of a person that this workstation opened and that still wait for their second visit. Zaken of other
 * workstations are found by their number, which stands on the visitor's receipt.
 */
export function createOpenZaken({ db }: Store, catalogue: Catalogue) {
  const open = db.prepare<[string], { zaak: string; product: string; name: string; at: string }>(`
    SELECT t.zaak_identificatie AS zaak, t.product_id AS product, t.product_name AS name, v.finished_at AS at
    FROM visit v JOIN transaction_record t USING (visit_id)
    WHERE v.burgerservicenummer = ? AND t.kind = 'new' AND t.closes = 0
      AND NOT EXISTS (SELECT 1 FROM transaction_record p WHERE p.zaak_identificatie = t.zaak_identificatie AND p.kind = 'pickUp')
    ORDER BY v.finished_at DESC LIMIT 20`);
  return (burgerservicenummer: string | null, today: string): OpenZaak[] => {
    if (burgerservicenummer === null) return [];
    return open.all(burgerservicenummer).map(({ zaak, product, name, at }) => ({
      zaakIdentificatie: zaak,
      productName: catalogue.product(product)?.name ?? name,
      startedOn: at ? amsterdamDay(new Date(at)) : today,
      source: 'here',
    }));
  };
}
