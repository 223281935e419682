/** Tells whether a font has a glyph for this code point. */
export type Coverage = (codePoint: number) => boolean;

/** A piece of text that one font can draw. */
export interface TextRun {
  readonly font: number;
  readonly text: string;
}

function isMark(codePoint: number): boolean {
  return codePoint >= 0x300 && codePoint <= 0x36f;
}

/**
 * Cuts `text` into runs, each for the first of `fonts` that has all of its characters. A blank stays with the run it
 * follows. Returns the code points that no font has instead, as `U+0416`, when there are any.
 */
export function textRuns(
  text: string,
  fonts: readonly Coverage[],
): { readonly runs: readonly TextRun[]; readonly missing: readonly string[] } {
  const runs: { font: number; text: string }[] = [];
  const missing = new Set<string>();
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const stays = last !== undefined && fonts[last.font]?.(codePoint) === true;
    const preferred = fonts.findIndex((has) => has(codePoint));
    if (preferred === -1) missing.add(`U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
    else if (
      last !== undefined &&
      (last.font === preferred || (stays && (character === ' ' || isMark(codePoint))))
    )
      last.text += character;
    else runs.push({ font: preferred, text: character });
  }
  return { runs, missing: [...missing] };
}
