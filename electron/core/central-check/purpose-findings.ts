import type { Finding } from '../../../shared/contract/central-check.ts';
import type { Product } from '../../../shared/domain/product.ts';
import type { Config } from '../settings/config-schema.ts';

/**
 * Where a header of the gateway is filled with a doelbinding or verwerking that the configuration does not name: the
 * gateway gets nothing in its place, or words that it never agreed on. Asks nobody.
 */
export function purposeFindings(
  { headers, purposes }: Config['central']['brp'],
  products: readonly Product[],
): Finding[] {
  const asked = ['identification', 'verification', 'check'] as const;
  const needed = products.some(({ asksBrp }) => asksBrp.includes('gezag'))
    ? [...asked, 'gezag' as const]
    : asked;
  return (['doelbinding', 'verwerking'] as const).flatMap((part) => {
    const names = Object.keys(headers).filter((name) => headers[name]?.includes(`{${part}}`));
    const open = needed.filter((purpose) => !purposes?.[purpose]?.[part]);
    if (names.length === 0 || open.length === 0) return [];
    const instead = part === 'doelbinding' ? 'niets' : 'een eigen omschrijving';
    return [
      {
        what: `In ${names.join(' en ')} hoort een ${part}, maar die is niet ingesteld voor ${open.join(', ')}. Waarmee stuurt daar ${instead}.`,
        advice: `Vraag de beheerder van de BRP-koppeling welke ${part} hier hoort, en zet die in ${open.map((purpose) => `central.brp.purposes.${purpose}.${part}`).join(', ')}.`,
      },
    ];
  });
}
