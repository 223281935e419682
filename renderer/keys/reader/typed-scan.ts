import type { KeyboardReader } from '../../../shared/contract/session.ts';
import { isBsn } from '../../../shared/domain/bsn.ts';
import { layoutOf } from '../../../shared/domain/mrz-layouts.ts';
import { readerLetter } from './key-layouts.ts';

/** The parts of a key event that tell a reader from a person. `at`: when the key went down, in milliseconds. */
export interface TypedKey {
  readonly code: string;
  readonly key: string;
  readonly shiftKey: boolean;
  /** With Ctrl, Alt or Meta, or part of a composition: never a reader. */
  readonly isCombo: boolean;
  readonly repeat: boolean;
  readonly at: number;
}

/**
 * What to do with a key. `pass`: it is somebody's; `letter`: it is somebody's too, but could yet turn out to be a
 * reader's, `first` when it begins anew; `swallow`: it is a reader's. `undo`: the letters since `first` were a reader's:
 * take them away again. `scan`: what was read.
 */
export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'letter'; readonly first: boolean }
  | { readonly kind: 'swallow'; readonly undo: boolean; readonly scan?: string };

export interface TypedScan {
  /** Any key that went down, but modifiers. */
  press(key: TypedKey): Verdict;
  /** No key for SILENCE_MS: gives what a reader had typed without closing it. */
  silence(): string | undefined;
  /** True while a reader types: then `silence` must be called in time. */
  readonly isScanning: boolean;
}

/**
 * So many letters at this speed no person types; a line of the shortest document has 30. A scanned zaak number of ours,
 * which goes into the field it is scanned in, has 26 (a ULID) after its last hyphen.
 */
const SURE = 26;
export const SILENCE_MS = 150;
/** An extra Enter of the reader belongs to its scan as long as it comes within this time. */
const TAIL_MS = 100;
const MOST = 300;
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph', 'NumLock']);
const LINE_ENDS = new Set(['Enter', 'NumpadEnter', 'Tab']);

/** Goes with other keys, of readers as of people, and is no key by itself. */
export const isModifier = (key: string): boolean => MODIFIERS.has(key);

const PASS: Verdict = { kind: 'pass' };
const EATEN: Verdict = { kind: 'swallow', undo: false };

/**
 * Tells a reader that types as a keyboard from a person, by speed: more than 26 letters of the MRZ alphabet with
 * less than `maxGapMs` between each, or the nine digits of a burgerservicenummer at that speed and Enter. A held key
 * repeats as fast as a reader, and never counts.
 */
export function createTypedScan({ layout, maxGapMs }: KeyboardReader): TypedScan {
  let mode: 'typing' | 'scanning' | 'tail' = 'typing';
  let text = '';
  let lastAt = Number.NEGATIVE_INFINITY;

  const startOver = () => {
    mode = 'typing';
    text = '';
  };
  /** The scan is whole; only its line ends may follow. */
  const close = (undo: boolean): Verdict => {
    const scan = text;
    mode = 'tail';
    text = '';
    return { kind: 'swallow', undo, scan };
  };

  function whileTyping(key: TypedKey, gap: number): Verdict {
    const letter = key.isCombo || key.repeat ? undefined : readerLetter(layout, key);
    if (letter === undefined) {
      const isCode = LINE_ENDS.has(key.code) && !key.isCombo && gap < maxGapMs && isBsn(text);
      if (isCode) return close(true);
      text = '';
      return PASS;
    }
    if (text === '' || gap >= maxGapMs) {
      text = letter;
      return { kind: 'letter', first: true };
    }
    text += letter;
    if (text.length <= SURE) return { kind: 'letter', first: false };
    mode = 'scanning';
    return { kind: 'swallow', undo: true };
  }

  function whileScanning(key: TypedKey): Verdict {
    if (key.isCombo) return PASS;
    if (LINE_ENDS.has(key.code)) {
      if (text.length < MOST) text += '\n';
      return layoutOf(text.split('\n').filter((line) => line !== '')) ? close(false) : EATEN;
    }
    const letter = readerLetter(layout, key);
    if (letter !== undefined && text.length < MOST) text += letter;
    // What is no letter at all, such as F2, is not the reader's.
    return letter !== undefined || key.key.length === 1 ? EATEN : PASS;
  }

  return {
    get isScanning() {
      return mode === 'scanning';
    },
    press(key) {
      const gap = key.at - lastAt;
      lastAt = key.at;
      if (mode === 'scanning' && gap < SILENCE_MS) return whileScanning(key);
      if (mode === 'tail' && gap < TAIL_MS && LINE_ENDS.has(key.code) && !key.isCombo) return EATEN;
      if (mode !== 'typing') startOver();
      return whileTyping(key, gap);
    },
    silence() {
      if (mode !== 'scanning') return undefined;
      const scan = text;
      startOver();
      return scan;
    },
  };
}
