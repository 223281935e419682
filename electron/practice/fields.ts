import { instantText, isDay, isInstant } from './dates.ts';
import { isObject, itemsOf, type Json, type JsonObject } from './json.ts';
import { passesElevenTest } from './numbers.ts';
import { type InvalidParam, invalid } from './problem.ts';

/** What one field of a resource accepts, and what it holds when the client leaves it out (undefined: nothing). */
export interface Field {
  readonly required: boolean;
  readonly nullable: boolean;
  readonly fallback: Json | undefined;
  /** The refusals of a value; names are relative to the field ('' is the field itself). */
  readonly check: (value: Json) => readonly InvalidParam[];
  /** The form in which the registry keeps and returns the value. */
  readonly keep: (value: Json) => Json;
}

/** The fields of a resource by name. */
export type Fields = Readonly<Record<string, Field>>;

const asIs = (value: Json): Json => value;
const refuse = (code: string, reason: string): readonly InvalidParam[] => [{ name: '', code, reason }];

function field(fallback: Json | undefined, check: Field['check'], keep: Field['keep'] = asIs): Field {
  return { required: false, nullable: fallback === null, fallback, check, keep };
}

function textField(
  fallback: Json | undefined,
  check: (text: string) => readonly InvalidParam[],
  keep = asIs,
): Field {
  return field(
    fallback,
    (value) => (typeof value === 'string' ? check(value) : refuse('invalid', 'Geen geldige tekst.')),
    keep,
  );
}

/** The same field, but the client must send it, and not empty. */
export function required(of: Field): Field {
  const check: Field['check'] = (value) =>
    value === '' ? refuse('blank', 'Dit veld mag niet leeg zijn.') : of.check(value);
  return { ...of, required: true, nullable: false, check };
}

/** The same field, where null is an answer too, and the default. */
export function nullable(of: Field): Field {
  return { ...of, nullable: true, fallback: null };
}

/** The same field, absent from the resource when the client leaves it out. */
export function optional(of: Field): Field {
  return { ...of, fallback: undefined };
}

/** The same field with another default. */
export function byDefault(fallback: Json, of: Field): Field {
  return { ...of, fallback };
}

/** Text of at most `max` characters, in a pattern if one is given. */
export function text(max: number, pattern?: RegExp): Field {
  return textField('', (value) => {
    if (value.length > max)
      return refuse('max_length', `Zorg ervoor dat dit veld niet meer dan ${max} karakters bevat.`);
    return value !== '' && pattern && !pattern.test(value)
      ? refuse('invalid', 'Voer een geldige waarde in.')
      : [];
  });
}

/** Exactly nine digits that pass the 11-proef: RSIN or burgerservicenummer. */
export function elevenTest(): Field {
  return textField('', (value) => {
    if (value === '') return [];
    if (!/^\d+$/.test(value)) return refuse('only-digits', 'Voer een numerieke waarde in.');
    if (value.length !== 9) return refuse('invalid-length', 'Waarde moet 9 tekens lang zijn.');
    return passesElevenTest(value) ? [] : refuse('invalid', 'Onjuiste RSIN of BSN nummer.');
  });
}

/** A calendar day. */
export function day(): Field {
  return textField(null, (value) =>
    isDay(value) ? [] : refuse('invalid', 'Datum heeft het verkeerde formaat.'),
  );
}

/** A moment with offset, kept in UTC. */
export function instant(): Field {
  return textField(
    null,
    (value) => (isInstant(value) ? [] : refuse('invalid', 'Datetime heeft een ongeldig formaat.')),
    (value) => (typeof value === 'string' ? instantText(new Date(value)) : value),
  );
}

/** An absolute address of at most 1000 characters. */
export function address(): Field {
  return textField('', (value) =>
    value === '' || URL.canParse(value) ? [] : refuse('bad-url', 'Voer een geldige URL in.'),
  );
}

/** One of a fixed list; '' is allowed unless the field is required. */
export function choice(...choices: readonly string[]): Field {
  return textField('', (value) =>
    value === '' || choices.includes(value)
      ? []
      : refuse('invalid_choice', `"${value}" is een ongeldige keuze.`),
  );
}

/** True or false. */
export function flag(fallback: boolean | null = false): Field {
  return field(fallback, (value) => (typeof value === 'boolean' ? [] : refuse('invalid', 'Geen boolean.')));
}

/** A whole number, 0 or more. */
export function count(): Field {
  return field(null, (value) =>
    Number.isInteger(value) && (value as number) >= 0
      ? []
      : refuse('invalid', 'Een geldig geheel getal is verplicht.'),
  );
}

/** An array whose items all satisfy one field; the path of a refusal holds the index. */
export function listOf(item: Field): Field {
  return field(
    [],
    (value) =>
      Array.isArray(value)
        ? itemsOf(value).flatMap((entry, index) => prefixed(String(index), item.check(entry)))
        : refuse('not_a_list', 'Verwachtte een lijst met items.'),
    (value) => itemsOf(value).map(item.keep),
  );
}

/** A nested group of fields (gegevensgroep), null by default. */
export function group(fields: Fields): Field {
  return field(
    null,
    (value) => (isObject(value) ? flaws(fields, value) : refuse('invalid', 'Verwachtte een object.')),
    (value) => (isObject(value) ? kept(fields, value) : value),
  );
}

/** An object that is kept as it was sent, null by default. */
export function anyObject(): Field {
  return field(null, (value) => (isObject(value) ? [] : refuse('invalid', 'Verwachtte een object.')));
}

/** Checks a whole body and returns the resource with every default filled in; unknown keys are ignored. */
export function readFields(fields: Fields, body: JsonObject): JsonObject {
  const refused = flaws(fields, body);
  if (refused.length > 0) throw invalid(...refused);
  return kept(fields, body);
}

/** Checks only the keys that are sent, and returns the resource with those replaced. */
export function patchFields(fields: Fields, current: JsonObject, body: JsonObject): JsonObject {
  const sent = Object.fromEntries(Object.entries(fields).filter(([name]) => body[name] !== undefined));
  return { ...current, ...readFields(sent, body) };
}

function prefixed(name: string, params: readonly InvalidParam[]): readonly InvalidParam[] {
  return params.map((param) => ({ ...param, name: param.name === '' ? name : `${name}.${param.name}` }));
}

function flaws(fields: Fields, body: JsonObject): readonly InvalidParam[] {
  return Object.entries(fields).flatMap(([name, rule]) => {
    const value = body[name];
    if (value === undefined)
      return rule.required ? prefixed(name, refuse('required', 'Dit veld is vereist.')) : [];
    if (value === null)
      return rule.nullable ? [] : prefixed(name, refuse('null', 'Dit veld mag niet leeg zijn.'));
    return prefixed(name, rule.check(value));
  });
}

function kept(fields: Fields, body: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const [name, rule] of Object.entries(fields)) {
    const value = body[name] === undefined ? rule.fallback : body[name];
    if (value !== undefined) result[name] = value === null ? null : rule.keep(value);
  }
  return result;
}
