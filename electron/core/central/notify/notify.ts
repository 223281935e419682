import { z } from 'zod';
import type { Secrets } from '../../ports.ts';
import type { NotifyConfig } from '../../settings/notify-schema.ts';
import type { Answer } from '../central-error.ts';
import type { HttpClient } from '../http-client.ts';
import { createJsonApi } from '../json-api.ts';
import { notifyKey, notifyToken } from './notify-token.ts';

export type NotifyChannel = 'email' | 'sms';

/** One message as NotifyNL takes it. */
export interface NotifyRequest {
  readonly templateId: string;
  readonly channel: NotifyChannel;
  readonly address: string;
  readonly personalisation: Readonly<Record<string, string>>;
  /** Ours: told again by every look-up, but NotifyNL itself does not refuse a second message with the same one. */
  readonly reference: string;
}

const Template = z.object({ id: z.string() });
const Made = z.object({ id: z.string(), template: Template });
const Listed = z.object({ notifications: z.array(Made.extend({ reference: z.string().nullish() })) });
const FullTemplate = Template.extend({
  type: z.string(),
  name: z.string().default(''),
  subject: z.string().nullish(),
  body: z.string().default(''),
});
export type NotifyTemplate = z.infer<typeof FullTemplate>;

/** The NotifyNL API (v2, as GOV.UK Notify), as far as the counter uses it. */
export interface Notify {
  send(request: NotifyRequest): Promise<Answer<{ readonly id: string }>>;
  /** Messages of this service with our reference. NotifyNL keeps them for seven days. */
  findByReference(
    reference: string,
  ): Promise<Answer<readonly { readonly id: string; readonly templateId: string }[]>>;
  template(templateId: string): Promise<Answer<NotifyTemplate>>;
}

/** See `Notify`. A token that is too old or too new by the clock of the server is made once more, by that clock. */
export function createNotify(deps: {
  readonly http: HttpClient;
  readonly config: NotifyConfig;
  readonly secrets: Secrets;
}): Notify {
  const { http, config, secrets } = deps;
  const api = createJsonApi({
    http,
    system: 'notify',
    base: config.baseUrl,
    authorize: () => {
      const secret = secrets.read(config.secretName);
      const key = secret === undefined ? undefined : notifyKey(secret);
      return key && { authorization: `Bearer ${notifyToken(key, http.serverNow(config.baseUrl))}` };
    },
    repeatAfter: (code) => code === 'AuthError',
  });
  return {
    send: ({ templateId, channel, address, personalisation, reference }) =>
      api.post(
        `/v2/notifications/${channel}`,
        {
          template_id: templateId,
          [channel === 'email' ? 'email_address' : 'phone_number']: address,
          personalisation,
          reference,
        },
        Made,
        { made: ({ id }) => id },
      ),
    findByReference: async (reference) => {
      const answer = await api.get('/v2/notifications', Listed, { query: { reference } });
      if (!answer.ok) return answer;
      // A server that does not know the filter answers with everything.
      const same = answer.value.notifications.filter((each) => each.reference === reference);
      return { ok: true, value: same.map(({ id, template }) => ({ id, templateId: template.id })) };
    },
    template: (templateId) => api.get(`/v2/template/${encodeURIComponent(templateId)}`, FullTemplate),
  };
}
