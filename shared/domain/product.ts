import { z } from 'zod';
import { Step } from './product-steps.ts';

export { StepData } from './step-data.ts';
export { Step };

const Kebab = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case letters, digits and single hyphens')
  .max(40);
const Age = z.int().min(0).max(130);

/** One choice within a product, such as the passport for an adult. Ages are inclusive. */
export const ProductVariant = z.strictObject({
  id: Kebab,
  name: z.string().min(1).max(80),
  minAge: Age.optional(),
  maxAge: Age.optional(),
  validityYears: z.int().min(1).max(20).optional(),
  /** The document is valid until this birthday of the holder, instead of a number of years. */
  validUntilAge: Age.optional(),
});
export type ProductVariant = z.infer<typeof ProductVariant>;

/** Where the value of a zaakeigenschap comes from. kanaal, product, leges, betaalwijze and volgnummer are set by the application. */
export const EigenschapSource = z.union([
  z.strictObject({ field: z.string().min(1).max(40) }),
  z.strictObject({ constant: z.string().min(1).max(200) }),
]);

/** One product of the counter, as a municipality configures it in `resources/products`. */
export const Product = z.strictObject({
  id: Kebab,
  name: z.string().min(1).max(80),
  /** For narrow lists and the receipt. */
  shortName: z.string().min(1).max(20),
  /** The group of tickets on the dispenser: P reisdocumenten, R rijbewijs, U uittreksels en akten, V verhuizen, O overig. */
  ticketGroup: z.enum(['P', 'R', 'U', 'V', 'O']),
  /** The name and URI in the Uniforme Productnamenlijst; absent when that list has no such product. */
  upl: z.strictObject({ name: z.string().min(1).max(100), uri: z.url() }).optional(),
  /** The identificatie of the zaaktype in the Catalogi API. */
  zaaktype: z.string().regex(/^[A-Za-z0-9._-]{1,50}$/),
  /** The omschrijving of the resultaattype when the visitor got what he came for. */
  resultaattype: z.string().min(1).max(20),
  /** How often the visitor comes in all: the zaak of a product of two visits stays open until the second. */
  visits: z.union([z.literal(1), z.literal(2)]),
  /** Set on a second visit: the id of the product whose open zaak it completes and closes. */
  completes: Kebab.optional(),
  term: z.strictObject({
    workingDays: z.int().min(0).max(100).optional(),
    weeks: z.int().min(1).max(52).optional(),
    note: z.string().min(1).max(300),
  }),
  mustAppear: z.string().min(1).max(300),
  bring: z.array(z.string().min(1).max(200)).max(10),
  variants: z.array(ProductVariant).max(10),
  urgency: z
    .strictObject({
      allowed: z.boolean(),
      /** Dutch time, HH:MM: asked before it, the product is ready `workingDays` later. */
      beforeTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      workingDays: z.int().min(0).max(20),
    })
    .optional(),
  eigenschappen: z.record(z.string().min(1).max(20), EigenschapSource),
  informatieobjecttypen: z.array(z.string().min(1).max(80)).max(10),
  rules: z.strictObject({
    minAge: Age.optional(),
    inPerson: z.boolean(),
    refuseWhenDeceased: z.boolean(),
    /** Only a Dutch national can have it, such as a national passport (Paspoortwet); others are refused. */
    dutchOnly: z.boolean().default(false),
    /** Ask for whom it is before handing out, when geheimhouding is set on the person. */
    checkGeheimhouding: z.boolean().default(false),
  }),
  /** What is asked of the BRP once this product is added, beside what an identification asks. gezag: over a minor alone. */
  asksBrp: z
    .array(z.enum(['gezag']))
    .max(1)
    .default([]),
  steps: z.array(Step).min(1).max(15),
});
export type Product = z.infer<typeof Product>;
