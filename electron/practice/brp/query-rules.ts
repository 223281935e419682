import { isDay } from '../dates.ts';
import { itemsOf, type Json, type JsonObject, textOf } from '../json.ts';
import type { InvalidParam } from '../problem.ts';
import { type AskedField, readField } from './field-selection.ts';
import { type FieldTree, LIMITED_FIELDS, PERSON_FIELDS } from './field-tree.ts';

/** The refusal of one parameter's value, if any. */
type Check = (value: Json) => Omit<InvalidParam, 'name'> | undefined;

/** One kind of question that the BRP API answers. */
export interface QueryType {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional: Readonly<Record<string, Check>>;
  readonly fields: FieldTree;
  /** Most persons in the answer; more is refused as tooManyResults. */
  readonly max: number;
}

/** A question that passed every rule. */
export interface Question {
  readonly type: string;
  readonly parameters: JsonObject;
  readonly fields: readonly AskedField[];
  readonly max: number;
}

const MAX_FIELDS = 130;

const pattern =
  (form: RegExp): Check =>
  (value) =>
    typeof value === 'string' && form.test(value)
      ? undefined
      : { code: 'pattern', reason: 'Waarde voldoet niet aan patroon.' };
const date: Check = (value) =>
  isDay(textOf(value)) ? undefined : { code: 'date', reason: 'Waarde is geen geldige datum.' };
const yesOrNo: Check = (value) =>
  typeof value === 'boolean' ? undefined : { code: 'boolean', reason: 'Waarde is geen boolean.' };
const houseNumber: Check = (value) => {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number))
    return { code: 'integer', reason: 'Waarde is geen geldig getal.' };
  if (number < 1) return { code: 'minimum', reason: 'Waarde is lager dan minimum 1.' };
  return number > 99999 ? { code: 'maximum', reason: 'Waarde is hoger dan maximum 99999.' } : undefined;
};
const NAME = "[a-zA-Z0-9À-ž .\\-']";
const surname = pattern(new RegExp(`^${NAME}{1,200}$|^${NAME}{3,199}\\*$`));
const municipality = pattern(/^\d{4}$/);
const identification = pattern(/^(?!0{16})\d{16}$/);

const EVERY_QUERY = { gemeenteVanInschrijving: municipality };
const EVERY_SEARCH = { ...EVERY_QUERY, inclusiefOverledenPersonen: yesOrNo };
const PERSON_FILTERS = { geslacht: pattern(/^[MmVvOo]$/), voorvoegsel: pattern(/^[a-zA-Z ']{1,10}$/) };
const ADDITION = {
  huisletter: pattern(/^[a-zA-Z]$/),
  huisnummertoevoeging: pattern(/^[a-zA-Z0-9 -]{1,4}$/),
};

/** The seven questions of the BRP API Personen 2.7. */
export const QUERY_TYPES: Readonly<Record<string, QueryType>> = {
  RaadpleegMetBurgerservicenummer: {
    required: { burgerservicenummer: () => undefined },
    optional: EVERY_QUERY,
    fields: PERSON_FIELDS,
    max: 20,
  },
  ZoekMetGeslachtsnaamEnGeboortedatum: {
    required: { geslachtsnaam: surname, geboortedatum: date },
    optional: { ...EVERY_SEARCH, ...PERSON_FILTERS, voornamen: pattern(new RegExp(`^${NAME}{1,199}\\*?$`)) },
    fields: LIMITED_FIELDS,
    max: 10,
  },
  ZoekMetNaamEnGemeenteVanInschrijving: {
    required: { geslachtsnaam: surname, voornamen: surname, gemeenteVanInschrijving: municipality },
    optional: { ...EVERY_SEARCH, ...PERSON_FILTERS },
    fields: LIMITED_FIELDS,
    max: 10,
  },
  ZoekMetPostcodeEnHuisnummer: {
    required: { postcode: pattern(/^[1-9]\d{3} ?[A-Za-z]{2}$/), huisnummer: houseNumber },
    optional: { ...EVERY_SEARCH, ...ADDITION, geboortedatum: date, geslachtsnaam: surname },
    fields: LIMITED_FIELDS,
    max: 30,
  },
  ZoekMetStraatHuisnummerEnGemeenteVanInschrijving: {
    required: {
      straat: pattern(
        /^[a-zA-Z0-9À-ž \-'.]{1,80}$|^[a-zA-Z0-9À-ž \-'.]{7,79}\*$|^\*[a-zA-Z0-9À-ž \-'.]{7,79}$/,
      ),
      huisnummer: houseNumber,
      gemeenteVanInschrijving: municipality,
    },
    optional: { ...EVERY_SEARCH, ...ADDITION },
    fields: LIMITED_FIELDS,
    max: 30,
  },
  ZoekMetNummeraanduidingIdentificatie: {
    required: { nummeraanduidingIdentificatie: identification },
    optional: EVERY_SEARCH,
    fields: LIMITED_FIELDS,
    max: 30,
  },
  ZoekMetAdresseerbaarObjectIdentificatie: {
    required: { adresseerbaarObjectIdentificatie: identification },
    optional: EVERY_SEARCH,
    fields: { ...LIMITED_FIELDS, gezag: true },
    max: 30,
  },
};

/** Reads a request body as a question, or says for each parameter what is wrong with it. */
export function readQuestion(body: JsonObject): Question | readonly InvalidParam[] {
  const type = textOf(body.type);
  const query = Object.hasOwn(QUERY_TYPES, type) ? QUERY_TYPES[type] : undefined;
  if (!query)
    return type === ''
      ? [{ name: 'type', code: 'required', reason: 'Parameter is verplicht.' }]
      : [{ name: 'type', code: 'value', reason: 'Waarde is geen geldig zoek type.' }];
  const { type: _, fields, ...parameters } = body;
  const refused = [
    ...parameterFlaws(query, parameters),
    ...bsnFlaws(parameters),
    ...fieldFlaws(query, fields),
  ];
  if (refused.length > 0) return refused;
  const asked = itemsOf(fields).flatMap((each) => readField(query.fields, textOf(each)) ?? []);
  return { type, parameters, fields: asked, max: query.max };
}

function parameterFlaws(query: QueryType, parameters: JsonObject): readonly InvalidParam[] {
  const known = { ...query.required, ...query.optional };
  const missing = Object.keys(query.required)
    .filter((name) => parameters[name] === undefined || parameters[name] === null || parameters[name] === '')
    .map((name) => ({ name, code: 'required', reason: 'Parameter is verplicht.' }));
  const wrong = Object.entries(parameters).flatMap(([name, value]) => {
    if (missing.some((param) => param.name === name)) return [];
    const check = Object.hasOwn(known, name) ? known[name as keyof typeof known] : undefined;
    if (!check)
      return [{ name: shortName(name), code: 'unknownParam', reason: 'Parameter is niet verwacht.' }];
    const flaw = check(value);
    return flaw ? [{ name, ...flaw }] : [];
  });
  return [...missing, ...wrong];
}

function bsnFlaws({ burgerservicenummer: asked }: JsonObject): readonly InvalidParam[] {
  const name = 'burgerservicenummer';
  if (asked === undefined || asked === null || asked === '') return [];
  if (!Array.isArray(asked)) return [{ name, code: 'array', reason: 'Parameter is geen array.' }];
  if (asked.length === 0) return [{ name, code: 'minItems', reason: 'Array bevat minder dan 1 items.' }];
  if (asked.length > 20) return [{ name, code: 'maxItems', reason: 'Array bevat meer dan 20 items.' }];
  return itemsOf(asked).flatMap((each, index) => {
    const flaw = pattern(/^\d{9}$/)(each);
    return flaw ? [{ name: `${name}.${index}`, ...flaw }] : [];
  });
}

function fieldFlaws(query: QueryType, fields: Json | undefined): readonly InvalidParam[] {
  const name = 'fields';
  if (fields === undefined || fields === null)
    return [{ name, code: 'required', reason: 'Parameter is verplicht.' }];
  if (!Array.isArray(fields)) return [{ name, code: 'array', reason: 'Parameter is geen array.' }];
  if (fields.length === 0) return [{ name, code: 'minItems', reason: 'Array bevat minder dan 1 items.' }];
  if (fields.length > MAX_FIELDS)
    return [{ name, code: 'maxItems', reason: `Array bevat meer dan ${MAX_FIELDS} items.` }];
  return itemsOf(fields).flatMap((each, index) =>
    readField(query.fields, textOf(each))
      ? []
      : [
          {
            name: `${name}.${index}`,
            code: 'fields',
            reason: 'Parameter bevat een niet bestaande veldnaam.',
          },
        ],
  );
}

/** The name of an unknown parameter, in the characters and length that a foutbericht may hold. */
function shortName(name: string): string {
  return name.replace(/[^a-zA-Z0-9._]/g, '').slice(0, 30) || 'onbekend';
}
