import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { type Json, type JsonObject, objectOf, textOf } from '../json.ts';

/** An object without the keys that have no value; undefined if none is left. */
export function compact(object: Readonly<Record<string, Json | undefined>>): JsonObject | undefined {
  const kept = Object.entries(object).filter((entry): entry is [string, Json] => isFilled(entry[1]));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * A GBA date (`19851201`, with 00 for what is unknown) in the polymorph form of the BRP API: Datum, JaarMaandDatum,
 * JaarDatum or DatumOnbekend, each with its langFormaat. Undefined if there is no date.
 */
export function toDatum(gba: Json | undefined): JsonObject | undefined {
  const text = textOf(gba);
  if (!/^\d{8}$/.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const datum = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const langFormaat = formatDutchDate(datum);
  if (year === 0) return { type: 'DatumOnbekend', onbekend: true, langFormaat };
  if (month === 0) return { type: 'JaarDatum', jaar: year, langFormaat };
  if (day === 0) return { type: 'JaarMaandDatum', jaar: year, maand: month, langFormaat };
  return { type: 'Datum', datum, langFormaat };
}

/** Characters of GBA descriptions that the API's character set does not have, written out. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ' + ': ' en ', '/': ' of ', '°': ' graden' };

/** A code with its description (waardetabel). */
export function toTable(gba: Json | undefined): JsonObject | undefined {
  const { code, omschrijving, ...more } = objectOf(gba);
  const described = textOf(omschrijving).replace(/ \+ |\/|°/g, (found) => WRITTEN_OUT[found] ?? found);
  return compact({ code: textOf(code), omschrijving: described, ...more });
}

/**
 * Age in whole years on a day (YYYY-MM-DD). Undefined when the birth date is too uncertain to tell: only the year is
 * known, or only the month and it is that month now.
 */
export function ageOn(birth: Json | undefined, today: string): number | undefined {
  const text = textOf(birth);
  if (!/^\d{8}$/.test(text) || text.startsWith('0000') || text.slice(4, 6) === '00') return undefined;
  const now = today.replaceAll('-', '');
  const years = Number(now.slice(0, 4)) - Number(text.slice(0, 4));
  if (text.endsWith('00')) {
    if (now.slice(4, 6) === text.slice(4, 6)) return undefined;
    return now.slice(4, 6) > text.slice(4, 6) ? years : years - 1;
  }
  return now.slice(4) >= text.slice(4) ? years : years - 1;
}

function isFilled(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
