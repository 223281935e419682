import { type JsonObject, textOf } from '../json.ts';

/** A template of the practice NotifyNL. */
export interface PracticeTemplate {
  readonly id: string;
  readonly type: 'email' | 'sms';
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
}

/** The templates by message and channel. */
export const PRACTICE_TEMPLATES = {
  confirmation: {
    email: '3b0f2c60-1f8b-4a5e-9d67-000000000001',
    sms: '3b0f2c60-1f8b-4a5e-9d67-000000000002',
  },
  readyForPickUp: {
    email: '3b0f2c60-1f8b-4a5e-9d67-000000000003',
    sms: '3b0f2c60-1f8b-4a5e-9d67-000000000004',
  },
  webForm: {
    email: '3b0f2c60-1f8b-4a5e-9d67-000000000005',
    sms: '3b0f2c60-1f8b-4a5e-9d67-000000000006',
  },
} as const;

const WORDS = {
  confirmation: {
    subject: 'Uw bezoek aan ((gemeente))',
    email:
      'U bent op ((datum)) bij ons aan de balie geweest. Wij hebben voor u geregeld: ((producten)).\n\nZaaknummer: ((zaaknummers))\nBonnummer: ((bonnummer))',
    sms: '((gemeente)): geregeld op ((datum)): ((producten)). Zaaknummer ((zaaknummers)).',
  },
  readyForPickUp: {
    subject: 'Uw document ligt klaar',
    email:
      '((product)) ligt klaar bij ((gemeente)), ((locatie)). Neem uw oude document en dit zaaknummer mee: ((zaaknummer)).',
    sms: '((gemeente)): ((product)) ligt klaar bij ((locatie)). Zaaknummer ((zaaknummer)).',
  },
  webForm: {
    subject: 'Zelf regelen: ((product))',
    email: 'U kunt dit zelf regelen: ((product)). Ga naar ((link)).\n\n((gemeente))',
    sms: '((gemeente)): regel ((product)) zelf op ((link))',
  },
} as const;

/** All of them. */
export const TEMPLATES: readonly PracticeTemplate[] = (
  ['confirmation', 'readyForPickUp', 'webForm'] as const
).flatMap((message) =>
  (['email', 'sms'] as const).map((type) => ({
    id: PRACTICE_TEMPLATES[message][type],
    type,
    name: `${message} ${type}`,
    subject: type === 'email' ? WORDS[message].subject : null,
    body: WORDS[message][type],
  })),
);

const FIELD = /\(\(([^()]+)\)\)/g;

/** The names that a template asks for. */
export function fieldsOf({ subject, body }: PracticeTemplate): readonly string[] {
  const names = [...`${subject ?? ''} ${body}`.matchAll(FIELD)].map(([, name = '']) => name);
  return [...new Set(names)];
}

/** A text with its names filled in. */
export function fillIn(text: string, personalisation: JsonObject): string {
  return text.replaceAll(FIELD, (_, name: string) => textOf(personalisation[name]));
}
