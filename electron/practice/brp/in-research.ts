import { type Json, type JsonObject, textOf } from '../json.ts';
import { compact, toDatum } from './gba-values.ts';

/** `aanduidingGegevensInOnderzoek` and its date, as the GBA record holds them for one category. */
export interface Research {
  readonly code: string;
  readonly since: JsonObject | undefined;
}

/** Reads the research mark of a category. Undefined if nothing in it is under research. */
export function readResearch(gba: JsonObject): Research | undefined {
  const code = textOf(gba.aanduidingGegevensInOnderzoek);
  return code === '' ? undefined : { code, since: toDatum(gba.datumIngangOnderzoek) };
}

/**
 * Tells whether an element (last four digits of its GBA number, such as 0310 for the birth date) is under research:
 * the mark names the element, its group (0300) or the whole category (0000).
 */
export function isInResearch(research: Research | undefined, element: string): boolean {
  if (!research) return false;
  const mark = research.code.slice(2);
  return (
    mark === '0000' || mark === element || (mark.endsWith('00') && mark.slice(0, 2) === element.slice(0, 2))
  );
}

/**
 * The `inOnderzoek` object beside a group of fields: true for each field of which one element is under research.
 * Undefined if none is.
 */
export function inOnderzoek(
  research: Research | undefined,
  elements: Readonly<Record<string, readonly string[]>>,
  sinceName = 'datumIngangOnderzoek',
): JsonObject | undefined {
  const flags: Record<string, Json> = {};
  for (const [name, numbers] of Object.entries(elements))
    if (numbers.some((number) => isInResearch(research, number))) flags[name] = true;
  return Object.keys(flags).length === 0 ? undefined : compact({ ...flags, [sinceName]: research?.since });
}

/** `089999`: it has been established that the person does not live at the address. */
export function livesElsewhere(research: Research | undefined): boolean {
  return research?.code === '089999';
}
