import { isObject, type Json, type JsonObject } from '../json.ts';
import { NotifyProblem } from './notify-problem.ts';
import { fieldsOf, type PracticeTemplate, TEMPLATES } from './templates.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KNOWN = ['template_id', 'personalisation', 'reference', 'scheduled_for'];
const MOST_REFERENCE = 1000;

/** Judges a request as NotifyNL does: first its form, then whether it fits the template. Throws what is wrong. */
export function judgeRequest(channel: 'email' | 'sms', body: JsonObject): PracticeTemplate {
  const field = channel === 'email' ? 'email_address' : 'phone_number';
  const { template_id: templateId, reference, personalisation } = body;
  const wrong = [
    ...required('template_id', templateId),
    ...required(field, body[field]),
    ...(typeof templateId === 'string' && !UUID.test(templateId) ? ['template_id is not a valid UUID'] : []),
    ...addressFlaws(channel, field, body[field]),
    ...(personalisation !== undefined && !isObject(personalisation)
      ? ['personalisation is not of type object']
      : []),
    ...(typeof reference === 'string' && reference.length > MOST_REFERENCE ? ['reference is too long'] : []),
    ...Object.keys(body)
      .filter((name) => !KNOWN.includes(name) && name !== field)
      .map((name) => `Additional properties are not allowed (${name} was unexpected)`),
  ];
  if (wrong.length > 0) throw new NotifyProblem(400, 'ValidationError', ...wrong);
  const template = TEMPLATES.find(({ id }) => id === templateId);
  if (!template) throw new NotifyProblem(400, 'BadRequestError', 'Template not found');
  if (template.type !== channel)
    throw new NotifyProblem(
      400,
      'BadRequestError',
      `${template.type} template is not suitable for ${channel} notification`,
    );
  const given = isObject(personalisation) ? personalisation : {};
  const missing = fieldsOf(template).filter((name) => given[name] === undefined);
  if (missing.length > 0)
    throw new NotifyProblem(400, 'BadRequestError', `Missing personalisation: ${missing.join(', ')}`);
  return template;
}

function required(name: string, value: Json | undefined): string[] {
  return value === undefined ? [`${name} is a required property`] : [];
}

function addressFlaws(channel: 'email' | 'sms', field: string, value: Json | undefined): string[] {
  if (value === undefined) return [];
  if (typeof value !== 'string') return [`${field} is not of type string`];
  if (channel === 'email')
    return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value) ? [] : [`${field} Not a valid email address`];
  const digits = value.replaceAll(/[\s()+-]/g, '');
  if (!/^\d+$/.test(digits)) return [`${field} Must not contain letters or symbols`];
  if (digits.length < 10) return [`${field} Not enough digits`];
  return digits.length > 15 ? [`${field} Too many digits`] : [];
}
