import { isBsn } from '../../shared/domain/bsn.ts';

type Value = string | number | boolean;

const SECRET_FIELDS =
  /secret|token|password|passphrase|key|cookie|authorization|bsn|burgerservicenummer|name$|naam/i;
const MAX_LENGTH = 300;

/**
 * Log fields with what must never be in a log taken out: fields named after a secret or person, every number that could
 * be a burgerservicenummer, and long texts. A last guard: callers log ids and codes only.
 */
export function redact(fields: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, redactValue(field, value)]),
  );
}

function redactValue(field: string, value: Value): Value {
  if (SECRET_FIELDS.test(field)) return '[redacted]';
  if (typeof value === 'number')
    return value > 9_999_999 && isBsn(String(value).padStart(9, '0')) ? '[redacted]' : value;
  if (typeof value !== 'string') return value;
  const masked = value.replace(/(?<!\d)\d{8,9}(?!\d)/g, (digits) =>
    isBsn(digits.padStart(9, '0')) ? '[redacted]' : digits,
  );
  return masked.length > MAX_LENGTH ? `${masked.slice(0, MAX_LENGTH)}…` : masked;
}
