import { z } from 'zod';

/** Keys whose value is never shown: somebody may have put the secret itself there. */
const SECRET = /secret|password|passphrase|token|apikey|api-key|headers/i;

/** One problem for IT, in Dutch: `key: value — verwacht: what`. A value of undefined is left out. */
export function problemLine(key: string, value: string | undefined, expected: string): string {
  return value === undefined ? `${key} — verwacht: ${expected}` : `${key}: ${value} — verwacht: ${expected}`;
}

/**
 * Each issue of a schema as a line for IT, in Dutch, that names key, value and what is expected. The value of a key that
 * may hold a secret is left out. `under`: where `raw` itself is, such as `devices.0.settings`.
 */
export function schemaProblems(
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  raw: unknown,
  under: readonly string[] = [],
): string[] {
  const name = (keys: readonly string[]) => [...under, ...keys].join('.') || 'het bestand';
  return issues.flatMap((issue) => {
    const keys = issue.path.map(String);
    const at = schemaAt(schema, keys, raw);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        problemLine(name([...keys, key]), 'deze sleutel bestaat niet', words(at)),
      );
    return [
      problemLine(name(keys), shown([...under, ...keys], valueAt(raw, keys)), expectationOf(issue, at)),
    ];
  });
}

function shown(keys: readonly string[], value: unknown): string | undefined {
  if (value === undefined) return 'ontbreekt';
  if (keys.some((key) => SECRET.test(key))) return undefined;
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? `een lijst van ${value.length}` : 'een groep sleutels';
}

function expectationOf(issue: z.core.$ZodIssue, schema: z.ZodType | undefined): string {
  // A check with words of its own says more than the type does; the description is about the whole value.
  if (issue.code === 'custom') return issue.message;
  return words(schema);
}

/** What a schema allows, in words. */
function words(schema: z.ZodType | undefined): string {
  if (!schema) return 'hier niets';
  const inner = unwrapped(schema);
  const described = schema.description ?? inner.description;
  if (described !== undefined) return described;
  if (inner instanceof z.ZodNumber) {
    const whole = inner.format?.includes('int') ? 'een heel getal' : 'een getal';
    return `${whole}${rangeWords(inner)}`;
  }
  if (inner instanceof z.ZodString)
    return `een tekst${sizeWords(inner.minLength, inner.maxLength, 'tekens')}`;
  if (inner instanceof z.ZodEnum) return `een van ${inner.options.join(', ')}`;
  if (inner instanceof z.ZodLiteral) return [...inner.values].join(' of ');
  if (inner instanceof z.ZodBoolean) return 'true of false';
  if (inner instanceof z.ZodArray) return `een lijst${arraySize(inner)}`;
  if (inner instanceof z.ZodObject) return objectWords(inner);
  if (inner instanceof z.ZodRecord) return 'een groep van namen met elk een waarde';
  if (inner instanceof z.ZodDiscriminatedUnion)
    return `een groep met ${inner.def.discriminator}: ${kindsOf(inner).join(', ')}`;
  if (inner instanceof z.ZodUnion) return inner.options.map((one) => words(one as z.ZodType)).join(' of ');
  return 'een waarde in de juiste vorm';
}

/** Without limits of its own a number has those of the machine, which say nothing. */
function rangeWords({ minValue, maxValue }: z.ZodNumber): string {
  const limited = minValue !== null && maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER;
  return limited ? ` van ${minValue} tot en met ${maxValue}` : '';
}

function objectWords(schema: z.ZodObject): string {
  const keys = Object.keys(schema.shape);
  return keys.length === 0 ? 'geen sleutels' : `de sleutels ${keys.join(', ')}`;
}

function sizeWords(least: number | null, most: number | null, of: string): string {
  if (most === null) return least === null || least === 0 ? '' : ' die niet leeg is';
  return least === null || least === 0
    ? ` van hoogstens ${most} ${of}`
    : ` van ${least} tot en met ${most} ${of}`;
}

function arraySize(schema: z.ZodArray): string {
  const limit = (name: 'min_length' | 'max_length'): number | null => {
    for (const check of schema.def.checks ?? []) {
      const def: object = check._zod.def;
      if (!('check' in def) || def.check !== name) continue;
      if ('minimum' in def && typeof def.minimum === 'number') return def.minimum;
      if ('maximum' in def && typeof def.maximum === 'number') return def.maximum;
    }
    return null;
  };
  return sizeWords(limit('min_length'), limit('max_length'), 'onderdelen');
}

function kindsOf(union: z.ZodDiscriminatedUnion): string[] {
  return union.options.flatMap((option) => {
    const kind = option instanceof z.ZodObject ? option.shape[union.def.discriminator] : undefined;
    return kind instanceof z.ZodLiteral ? [...kind.values].map(String) : [];
  });
}

/** The schema of a key; of alternatives the one that `raw` chose, and of the choice itself all that can be chosen. */
function schemaAt(schema: z.ZodType, keys: readonly string[], raw: unknown): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  let value = raw;
  for (const key of keys) {
    const inner: z.ZodType | undefined = at && unwrapped(at);
    if (inner instanceof z.ZodObject) at = inner.shape[key];
    else if (inner instanceof z.ZodArray) at = inner.element as z.ZodType;
    else if (inner instanceof z.ZodRecord) at = inner.valueType as z.ZodType;
    else if (inner instanceof z.ZodDiscriminatedUnion) at = schemaInUnion(inner, key, value);
    else return undefined;
    value = valueAt(value, [key]);
  }
  const inner = at && unwrapped(at);
  return inner instanceof z.ZodDiscriminatedUnion ? (chosen(inner, value) ?? inner) : at;
}

function schemaInUnion(union: z.ZodDiscriminatedUnion, key: string, value: unknown): z.ZodType | undefined {
  return key === union.def.discriminator ? z.enum(kindsOf(union)) : chosen(union, value)?.shape[key];
}

function chosen(union: z.ZodDiscriminatedUnion, value: unknown): z.ZodObject | undefined {
  const kind = valueAt(value, [union.def.discriminator]);
  for (const option of union.options) {
    if (!(option instanceof z.ZodObject)) continue;
    const literal = option.shape[union.def.discriminator];
    if (literal instanceof z.ZodLiteral && literal.values.has(kind as z.core.util.Literal)) return option;
  }
  return undefined;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  let at = schema;
  while (
    at instanceof z.ZodDefault ||
    at instanceof z.ZodPrefault ||
    at instanceof z.ZodOptional ||
    at instanceof z.ZodNullable
  )
    at = at.unwrap() as z.ZodType;
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
