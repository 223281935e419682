import { readFileSync } from 'node:fs';
import { isObject, itemsOf, type Json, type JsonObject, textOf } from '../json.ts';

/** The population of the practice environment: GBA records, by burgerservicenummer too. */
export interface Persons {
  readonly all: readonly JsonObject[];
  find(burgerservicenummer: string): JsonObject | undefined;
}

/** Reads the official fictitious test persons. Throws if the file is absent or holds no list of persons. */
export function readPersons(file: string): Persons {
  const all = itemsOf(JSON.parse(readFileSync(file, 'utf8')) as Json).filter(isObject);
  if (all.length === 0) throw new Error('the file with test persons holds no persons');
  const byBsn = new Map(all.map((person) => [textOf(person.burgerservicenummer), person]));
  return { all, find: (burgerservicenummer) => byBsn.get(burgerservicenummer) };
}
