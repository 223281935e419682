import { z } from 'zod';
import { isDay } from './dates.ts';

const Day = z.string().refine(isDay, 'a calendar day, YYYY-MM-DD');
const Age = z.int().min(0).max(130);

/** One amount of a tariff file. Ages are inclusive; a bound that is left out does not count. */
export const TariffLine = z.strictObject({
  /** The id of the product. */
  product: z.string().min(1).max(40),
  /** `fee` is always due, `urgent` only when the product is asked with urgency. Lines that apply are added up. */
  kind: z.enum(['fee', 'urgent']),
  variant: z.string().min(1).max(40).optional(),
  minAge: Age.optional(),
  maxAge: Age.optional(),
  channel: z.enum(['balie']).optional(),
  /** As it stands on the receipt. */
  text: z.string().min(1).max(60),
  cents: z.int().min(0).max(1_000_000),
  /** Where the amount comes from: a regulation or publication, and the year. */
  source: z.string().min(1).max(300),
});
export type TariffLine = z.infer<typeof TariffLine>;

/** The leges of one period: fees change by the year and are set by the municipality, so they are files, not constants. */
export const Tariff = z.strictObject({
  /** The name of the file without `.json`. */
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(120),
  /** Example amounts: the counter says so wherever it shows them. */
  example: z.boolean(),
  validFrom: Day,
  /** The last day; left out, the tariff holds until a later one begins. */
  validUntil: Day.optional(),
  lines: z.array(TariffLine).min(1).max(500),
});
export type Tariff = z.infer<typeof Tariff>;
