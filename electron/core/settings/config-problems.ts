import { z } from 'zod';

/** Keys whose value is never shown: somebody may have put the secret itself there. */
const SECRET = /secret|password|passphrase|token|apikey|api-key|headers/i;

/** Each issue as `key: value — expected what`; the value of a key that may hold a secret is left out. */
export function configProblems(
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  raw: unknown,
): string[] {
  return issues.flatMap((issue) => {
    const keys = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        line([...keys, key], undefined, `no such key; ${expectation(schemaAt(schema, keys))}`),
      );
    const value = valueAt(raw, keys);
    return [line(keys, shown(keys, value), expectationOf(issue, schemaAt(schema, keys)))];
  });
}

function line(keys: readonly string[], value: string | undefined, expected: string): string {
  const key = keys.length === 0 ? 'the file' : keys.join('.');
  return value === undefined ? `${key} — ${expected}` : `${key}: ${value} — ${expected}`;
}

function shown(keys: readonly string[], value: unknown): string | undefined {
  if (value === undefined) return 'missing';
  if (keys.some((key) => SECRET.test(key))) return undefined;
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

function expectationOf(issue: z.core.$ZodIssue, schema: z.ZodType | undefined): string {
  // A check with words of its own says more than the type does.
  if (issue.code === 'custom') return `expected ${issue.message}`;
  return schema ? expectation(schema) : `expected something else (${issue.code})`;
}

/** What a schema allows, in words. */
function expectation(schema: z.ZodType | undefined): string {
  if (!schema) return 'expected nothing here';
  const described = schema.description ?? unwrapped(schema).description;
  return `expected ${described ?? words(unwrapped(schema))}`;
}

function words(schema: z.ZodType): string {
  if (schema instanceof z.ZodNumber) {
    const whole = schema.format?.includes('int') ? 'a whole number' : 'a number';
    return `${whole} from ${schema.minValue} to ${schema.maxValue}`;
  }
  if (schema instanceof z.ZodString) {
    if (schema.minLength !== null && schema.maxLength !== null)
      return `a text of ${schema.minLength} to ${schema.maxLength} characters`;
    return schema.minLength === null ? 'a text of the right form' : 'a text that is not empty';
  }
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.join(', ')}`;
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodArray) return 'a list of the right length';
  if (schema instanceof z.ZodObject) return `the keys ${Object.keys(schema.shape).join(', ')}`;
  if (schema instanceof z.ZodRecord) return 'an object of names and values';
  return 'a value of the right form';
}

function schemaAt(schema: z.ZodType, keys: readonly string[]): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const key of keys) {
    const inner: z.ZodType | undefined = at && unwrapped(at);
    if (inner instanceof z.ZodObject) at = inner.shape[key];
    else if (inner instanceof z.ZodArray) at = inner.element as z.ZodType;
    else if (inner instanceof z.ZodRecord) at = inner.valueType as z.ZodType;
    else return undefined;
  }
  return at;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  let at = schema;
  while (at instanceof z.ZodDefault || at instanceof z.ZodOptional) at = at.unwrap() as z.ZodType;
  return at;
}

function valueAt(raw: unknown, keys: readonly string[]): unknown {
  let at = raw;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}
