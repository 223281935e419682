import { isObject, itemsOf, type Json, type JsonObject, objectOf } from '../json.ts';
import type { FieldTree } from './field-tree.ts';
import { compact } from './gba-values.ts';

/** A field that was asked for: keys from the person down, and whether it is withheld for foreign addresses. */
export interface AskedField {
  readonly path: readonly string[];
  readonly dutchOnly: boolean;
}

const ALIASES: Readonly<Record<string, string>> = {
  adresseringBinnenland: 'adressering',
  verblijfplaatsBinnenland: 'verblijfplaats',
};
const ALWAYS = ['geheimhoudingPersoonsgegevens', 'opschortingBijhouding', 'rni', 'verificatie'];
const WITH_ANY_ADDRESS_FIELD = 'indicatieVastgesteldVerblijftNietOpAdres';

/**
 * Reads one path of `fields`. Part of a date or code asks for all of it. Undefined if there is no such field, or if it
 * is one that is delivered by itself and may not be asked.
 */
export function readField(tree: FieldTree, text: string): AskedField | undefined {
  const [first = '', ...rest] = text.split('.');
  const path: string[] = [];
  let node: FieldTree[string] = tree;
  for (const key of [ALIASES[first] ?? first, ...rest]) {
    if (node === true) return undefined;
    if (Array.isArray(node))
      return node.includes(key) && path.length === rest.length ? asked(path, first) : undefined;
    const next: FieldTree[string] | undefined = Object.hasOwn(node, key)
      ? (node as FieldTree)[key]
      : undefined;
    if (next === undefined) return undefined;
    path.push(key);
    node = next;
  }
  return asked(path, first);
}

/** The person with only the asked fields, and what always comes along: warnings, and research on what was asked. */
export function selectFields(person: JsonObject, fields: readonly AskedField[]): JsonObject {
  const abroad = objectOf(person.verblijfplaats).type === 'VerblijfplaatsBuitenland';
  const paths = fields.filter((field) => !(abroad && field.dutchOnly)).map((field) => field.path);
  const always = Object.fromEntries(ALWAYS.map((name) => [name, person[name]]));
  return compact({ ...objectOf(pick(person, paths)), ...always }) ?? {};
}

function asked(path: readonly string[], first: string): AskedField {
  return { path, dutchOnly: ALIASES[first] !== undefined };
}

function pick(value: Json | undefined, paths: readonly (readonly string[])[]): Json | undefined {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return itemsOf(value).flatMap((each) => pick(each, paths) ?? []);
  if (!isObject(value)) return undefined;
  const keys = [...new Set(paths.map((path) => path[0] ?? ''))];
  const picked: Record<string, Json | undefined> = {};
  for (const key of keys) {
    const deeper = paths.filter((path) => path[0] === key).map((path) => path.slice(1));
    picked[key] = pick(value[key], deeper);
  }
  picked.inOnderzoek = researchOn(value.inOnderzoek, keys);
  picked[WITH_ANY_ADDRESS_FIELD] = value[WITH_ANY_ADDRESS_FIELD];
  const result = compact(picked);
  return result && typeof value.type === 'string' ? { type: value.type, ...result } : result;
}

function researchOn(research: Json | undefined, keys: readonly string[]): JsonObject | undefined {
  if (!isObject(research) || !keys.some((key) => research[key] === true)) return undefined;
  return Object.fromEntries(
    Object.entries(research).filter(
      ([name]) => keys.includes(name) || name.startsWith('datumIngangOnderzoek'),
    ),
  );
}
