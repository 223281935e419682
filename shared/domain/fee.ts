import type { Product } from './product.ts';
import { isPaid } from './product-rules.ts';
import type { Tariff, TariffLine } from './tariff.ts';

/** What decides the leges. `day` is YYYY-MM-DD in the Netherlands; `age` in whole years, undefined when not known. */
export interface FeeCase {
  readonly day: string;
  readonly age?: number | undefined;
  readonly variantId?: string | null | undefined;
  readonly urgent: boolean;
  readonly channel: 'balie';
}

/** The leges in cents: the total, its lines for the receipt, and the tariff file they come from ('' when nothing is due). */
export interface Fee {
  readonly cents: number;
  readonly lines: readonly { readonly text: string; readonly cents: number }[];
  readonly tariffFile: string;
  readonly example: boolean;
}

function inForce(tariff: Tariff, day: string): boolean {
  return tariff.validFrom <= day && (tariff.validUntil === undefined || day <= tariff.validUntil);
}

/** Later tariffs go before earlier ones; of the same day, a real one goes before an example. */
function byPrecedence(left: Tariff, right: Tariff): number {
  if (left.validFrom !== right.validFrom) return left.validFrom < right.validFrom ? 1 : -1;
  return Number(left.example) - Number(right.example);
}

function applies(line: TariffLine, fee: FeeCase): boolean {
  if (line.kind === 'urgent' && !fee.urgent) return false;
  if (line.channel !== undefined && line.channel !== fee.channel) return false;
  if (line.variant !== undefined && line.variant !== fee.variantId) return false;
  if (line.minAge === undefined && line.maxAge === undefined) return true;
  if (fee.age === undefined) return false;
  return fee.age >= (line.minAge ?? 0) && fee.age <= (line.maxAge ?? 130);
}

/**
 * The leges for a product, from the latest tariff in force on `day` that knows it. A product without a payment step is
 * free. Undefined when no tariff gives an amount: none in force, none for this age, variant or urgency, or the age
 * decides and is not known. The caller then says so; it never takes zero for an answer.
 */
export function feeFor(product: Product, tariffs: readonly Tariff[], fee: FeeCase): Fee | undefined {
  if (!isPaid(product)) return { cents: 0, lines: [], tariffFile: '', example: false };
  const tariff = tariffs
    .filter((one) => inForce(one, fee.day) && one.lines.some((line) => line.product === product.id))
    .toSorted(byPrecedence)[0];
  if (tariff === undefined) return undefined;
  const lines = tariff.lines.filter((line) => line.product === product.id && applies(line, fee));
  const known = lines.some((line) => line.kind === 'fee');
  const urgencyKnown = !fee.urgent || lines.some((line) => line.kind === 'urgent');
  if (!known || !urgencyKnown) return undefined;
  return {
    cents: lines.reduce((sum, line) => sum + line.cents, 0),
    lines: lines.map(({ text, cents }) => ({ text, cents })),
    tariffFile: tariff.id,
    example: tariff.example,
  };
}
