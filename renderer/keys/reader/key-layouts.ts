import type { KeyboardReader } from '../../../shared/contract/session.ts';

/** The keyboard layout that a reader thinks it types in; the PC's own layout does not matter, because keys go by place. */
export type ReaderLayout = KeyboardReader['layout'];

interface Layout {
  /** Where a letter stands when it is not at the key of its own name. */
  readonly moved: Readonly<Record<string, string>>;
  /** The key of `<`, and whether with Shift. */
  readonly filler: { readonly code: string; readonly shift: boolean };
  /** Digits with Shift, as on French and Belgian keyboards. */
  readonly shiftedDigits?: boolean;
}

/** us: also British and US-international; iso: any QWERTY keyboard with `<` beside the left Shift, such as Spanish. */
const LAYOUTS: Readonly<Record<ReaderLayout, Layout>> = {
  us: { moved: {}, filler: { code: 'Comma', shift: true } },
  nl: { moved: {}, filler: { code: 'Backslash', shift: false } },
  iso: { moved: {}, filler: { code: 'IntlBackslash', shift: false } },
  de: { moved: { KeyY: 'Z', KeyZ: 'Y' }, filler: { code: 'IntlBackslash', shift: false } },
  fr: {
    moved: { KeyQ: 'A', KeyA: 'Q', KeyW: 'Z', KeyZ: 'W', Semicolon: 'M', KeyM: '' },
    filler: { code: 'IntlBackslash', shift: false },
    shiftedDigits: true,
  },
};

/**
 * The letter of the MRZ alphabet that a key stands for (A-Z whatever the Shift, 0-9, `<`), by its place on the keyboard
 * (KeyboardEvent.code of UI Events). Undefined for any other key.
 */
export function readerLetter(
  layout: ReaderLayout,
  { code, shiftKey }: { readonly code: string; readonly shiftKey: boolean },
): string | undefined {
  const { moved, filler, shiftedDigits = false } = LAYOUTS[layout];
  if (code === filler.code) return shiftKey === filler.shift ? '<' : undefined;
  const letter = moved[code] ?? /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return letter;
  const digit = /^(Digit|Numpad)(\d)$/.exec(code);
  if (!digit) return undefined;
  return digit[1] === 'Numpad' || shiftKey === shiftedDigits ? digit[2] : undefined;
}
