import type { DisplayProfile } from '../../shared/contract/display.ts';
import { DISPLAY_NAME } from '../../shared/domain/display-name.ts';
import type { BoardSnapshot } from '../../shared/contract/hall.ts';

/** How this display shows the board. */
export type DisplaySettings = {
  readonly [K in keyof DisplayProfile]-?: Exclude<DisplayProfile[K], undefined>;
};

export const DISPLAY_DEFAULTS: DisplaySettings = {
  layout: 'hall',
  counters: [],
  rows: 4,
  columns: 1,
  waiting: 'numbers',
  languages: ['nl'],
  ticker: [],
  gong: true,
  speech: true,
  dwellSeconds: 6,
  arrows: {},
};

type Reader<T> = (value: unknown) => T | undefined;

const oneOf =
  <T extends string>(...words: readonly T[]): Reader<T> =>
  (value) =>
    words.find((word) => word === value);
const whole =
  (least: number, most: number): Reader<number> =>
  (value) => {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
      ? number
      : undefined;
  };
const listOf =
  <T>(read: Reader<T>, least: number, most: number, separator: string): Reader<T[]> =>
  (value) => {
    const parts: unknown = typeof value === 'string' ? value.split(separator) : value;
    if (!Array.isArray(parts) || parts.length < least || parts.length > most) return undefined;
    const items = parts.map(read);
    return items.every((item) => item !== undefined) ? items : undefined;
  };
const yesNo: Reader<boolean> = (value) =>
  value === true || value === '1' ? true : value === false || value === '0' ? false : undefined;
const line: Reader<string> = (value) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 160 ? value.trim() : undefined;
const direction = oneOf('left', 'right', 'ahead', 'back', 'up', 'down');

/** `{"3": "left"}`, or in an address `3:left,4:right`. */
const arrows: Reader<DisplaySettings['arrows']> = (value) => {
  const pairs: unknown =
    typeof value === 'string'
      ? value.split(',').map((pair) => pair.split(':'))
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
        : undefined;
  if (!Array.isArray(pairs)) return undefined;
  const read = pairs.map(([counter, way]) => [whole(1, 99)(counter), direction(way)] as const);
  return read.every(([counter, way]) => counter !== undefined && way !== undefined)
    ? (Object.fromEntries(read) as DisplaySettings['arrows'])
    : undefined;
};

const READERS: { readonly [K in keyof DisplaySettings]: Reader<DisplaySettings[K]> } = {
  layout: oneOf('hall', 'list', 'counter'),
  counters: listOf(whole(1, 99), 0, 50, ','),
  rows: whole(1, 10),
  columns: whole(1, 3),
  waiting: oneOf('numbers', 'counts', 'none'),
  languages: listOf(oneOf('nl', 'en'), 1, 2, ','),
  ticker: listOf(line, 0, 10, '|'),
  gong: yesNo,
  speech: yesNo,
  dwellSeconds: whole(4, 60),
  arrows,
};
/** Keys of the address that are no settings. */
const OTHER_KEYS = new Set(['profile', 'display']);

/** Settings from one source, and the keys that could not be used. */
interface Read {
  readonly settings: Partial<DisplaySettings>;
  readonly ignored: readonly string[];
}

function read(source: Readonly<Record<string, unknown>>): Read {
  const settings: Record<string, unknown> = {};
  const ignored: string[] = [];
  for (const [key, value] of Object.entries(source)) {
    const good = Object.hasOwn(READERS, key) ? READERS[key as keyof DisplaySettings](value) : undefined;
    if (good === undefined) ignored.push(key);
    else settings[key] = good;
  }
  return { settings, ignored };
}

/**
 * The settings of this display: its address goes before its profile, that before the board's own. A setting that cannot
 * be used is left out and named; the board shows all the rest.
 */
export function chooseSettings(
  board: Pick<BoardSnapshot, 'languages' | 'gong' | 'speech'> | null,
  profile: Readonly<Record<string, unknown>>,
  search: string,
): { readonly settings: DisplaySettings; readonly ignored: readonly string[] } {
  const address = [...new URLSearchParams(search)];
  const inAddress = address.filter(([key]) => !OTHER_KEYS.has(key));
  const isNamed = address.every(([key, value]) => key !== 'display' || DISPLAY_NAME.test(value));
  const ofProfile = read(profile);
  const ofAddress = read(Object.fromEntries(inAddress));
  const settings = {
    ...DISPLAY_DEFAULTS,
    ...(board && {
      languages: board.languages.slice(0, 2),
      gong: board.gong,
      speech: board.speech,
    }),
    ...ofProfile.settings,
    ...ofAddress.settings,
  };
  return {
    settings,
    ignored: [...new Set([...(isNamed ? [] : ['display']), ...ofProfile.ignored, ...ofAddress.ignored])],
  };
}
