import { z } from 'zod';
import { SecretName, Url } from './schema-parts.ts';

const TemplateId = z
  .uuid()
  .describe('het id van een sjabloon in NotifyNL, zoals 8f0c0f3e-2f5b-4a54-9d0e-5a4f6c2b7d10');
/** A template of NotifyNL is of one channel, so each message has one per channel; a channel without one is not offered. */
const Templates = z
  .strictObject({ email: TemplateId.optional(), sms: TemplateId.optional() })
  .refine(
    ({ email, sms }) => email !== undefined || sms !== undefined,
    'een sjabloon voor email, sms of beide',
  );

const WEB_FORM_WORDS = 'het webadres van een formulier, dat begint met https://, hooguit 300 tekens';
const WebForm = z
  .url({ protocol: /^https$/, error: WEB_FORM_WORDS })
  .max(300)
  .describe(WEB_FORM_WORDS);

/** NotifyNL, which sends messages to visitors; left out: no visitor is asked. */
export const NotifyConfig = z.strictObject({
  baseUrl: Url,
  /** Of the API key: `name-<service>-<secret>`. */
  secretName: SecretName,
  templates: z
    .strictObject({
      confirmation: Templates.optional(),
      readyForPickUp: Templates.optional(),
      webForm: Templates.optional(),
    })
    .refine((templates) => Object.values(templates).some(Boolean), 'minstens één van de berichten'),
  /** The address of a product's web form, by the id of the product. */
  webForms: z.record(z.string().min(1).max(40), WebForm).default({}),
});
export type NotifyConfig = z.infer<typeof NotifyConfig>;
