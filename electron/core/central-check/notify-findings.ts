import type { Finding } from '../../../shared/contract/central-check.ts';
import { createNotify, type HttpClient, notifyKey, type NotifyTemplate } from '../central/index.ts';
import { MESSAGE_FIELDS } from '../notifications/index.ts';
import type { Secrets } from '../ports.ts';
import type { NotifyConfig } from '../settings/notify-schema.ts';
import { explain, type Place } from './advice.ts';

const MESSAGES = ['confirmation', 'readyForPickUp', 'webForm'] as const;
const CHANNELS = ['email', 'sms'] as const;
/** A field in a template: `((name))`, or `((name??text))` for text that depends on it. */
const FIELD = /\(\(\s*([^()?]+?)\s*(?:\?\?[^()]*)?\)\)/g;

/** Is NotifyNL there, does it take the key, and does it have every template that is configured. Sends nothing. */
export async function notifyFindings(
  deps: {
    readonly http: HttpClient;
    readonly config: NotifyConfig;
    readonly secrets: Secrets;
    readonly productIds: readonly string[];
  },
  place: Place,
): Promise<Finding[]> {
  const { config, secrets } = deps;
  const apiKey = secrets.read(config.secretName);
  if (apiKey !== undefined && !notifyKey(apiKey))
    return [
      {
        what: `Het geheim "${config.secretName}" is geen sleutel van NotifyNL.`,
        advice: `Maak in NotifyNL een API-sleutel en bewaar hem heel als "${config.secretName}": naam-dienst-geheim, met twee uuid's.`,
      },
    ];
  const api = createNotify(deps);
  const findings: Finding[] = Object.keys(config.webForms)
    .filter((id) => !deps.productIds.includes(id))
    .map((id) => ({
      what: `Er is een webformulier ingesteld voor "${id}", maar dat product is er niet.`,
      advice: 'Gebruik in central.notify.webForms het id van een product uit resources/products.',
    }));
  for (const message of MESSAGES)
    for (const channel of CHANNELS) {
      const templateId = config.templates[message]?.[channel];
      if (templateId === undefined) continue;
      const key = `central.notify.templates.${message}.${channel}`;
      const answer = await api.template(templateId);
      if (answer.ok) findings.push(...templateFindings(answer.value, message, channel, key));
      else if (answer.error.code === 'NoResultFound')
        findings.push({
          what: `NotifyNL heeft het sjabloon ${templateId} niet, of het is van een andere dienst.`,
          advice: `Neem in ${key} het id over dat in NotifyNL bij het sjabloon staat.`,
        });
      // The same would be said of every template.
      else return [...findings, explain(answer.error, place)];
    }
  return findings;
}

function templateFindings(
  { name, type, subject, body }: NotifyTemplate,
  message: (typeof MESSAGES)[number],
  channel: (typeof CHANNELS)[number],
  key: string,
): Finding[] {
  if (type !== channel)
    return [
      {
        what: `Het sjabloon "${name}" is van het soort ${type}, niet ${channel}.`,
        advice: `Neem in ${key} het id van een sjabloon van het soort ${channel}.`,
      },
    ];
  const known: readonly string[] = MESSAGE_FIELDS[message];
  const asked = [...`${subject ?? ''} ${body}`.matchAll(FIELD)].map(([, field = '']) => field.toLowerCase());
  const unknown = [...new Set(asked)].filter((field) => !known.includes(field));
  return unknown.length === 0
    ? []
    : [
        {
          what: `Het sjabloon "${name}" vraagt velden die Waarmee niet invult: ${unknown.join(', ')}. NotifyNL weigert dan elk bericht.`,
          advice: `Gebruik in het sjabloon alleen: ${known.join(', ')}.`,
        },
      ];
}
