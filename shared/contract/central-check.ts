import { z } from 'zod';
import { call, Instant, Nothing, push } from './call.ts';

/** One thing that is not right at the central side, in plain Dutch, and what IT does about it. */
export const Finding = z.strictObject({
  what: z.string().min(1),
  advice: z.string().min(1),
  /** The day (YYYY-MM-DD) from which it hinders; left out: it hinders now. */
  from: z.iso.date().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What a check of the central systems and of the catalogue found. All is well when nothing has a finding. */
export const CentralCheck = z.strictObject({
  at: Instant,
  systems: z.array(
    z.strictObject({
      name: z.enum(['zaken', 'documenten', 'catalogi', 'klantinteracties', 'brp', 'notify']),
      /** Whole seconds that the server's clock is ahead of this computer's; null when it told no time. */
      clockOffsetSeconds: z.int().nullable(),
      findings: z.array(Finding),
    }),
  ),
  products: z.array(
    z.strictObject({
      productId: z.string(),
      name: z.string(),
      zaaktype: z.string(),
      /** False when the catalogus did not answer: nothing is known of this product. */
      checked: z.boolean(),
      findings: z.array(Finding),
    }),
  ),
});
export type CentralCheck = z.infer<typeof CentralCheck>;

/** What the check of the zaaktypen, which runs by itself once a day, last found. Without findings there is no warning. */
export const CatalogueWarning = z.strictObject({
  /** When the catalogus was last looked through; null when it never was. */
  at: Instant.nullable(),
  /** Why the catalogus does not let this workstation look. */
  catalogue: z.array(Finding),
  /** The products that have findings, no others. */
  products: z.array(
    z.strictObject({
      productId: z.string(),
      name: z.string(),
      zaaktype: z.string(),
      findings: z.array(Finding).min(1),
    }),
  ),
});
export type CatalogueWarning = z.infer<typeof CatalogueWarning>;

export const centralCheckCalls = {
  /** Asks each central system and the catalogus, now; changes nothing there. May take as long as they do. */
  'central.check': call('central.check', {
    audience: ['counter'],
    access: 'administrator',
    input: Nothing,
    output: CentralCheck,
  }),
  /** Asks nobody: what the daily check of the zaaktypen found. */
  'central.warning': call('central.warning', {
    audience: ['counter'],
    access: 'administrator',
    input: Nothing,
    output: CatalogueWarning,
  }),
};

export const centralCheckPushes = {
  /** The warning about the zaaktypen came, went or changed. */
  'central.changed': push('central.changed', { audience: ['counter'], data: Nothing }),
};
