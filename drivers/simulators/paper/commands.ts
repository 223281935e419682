/** How many argument bytes follow a command; written from the ESC/POS reference, not from any encoder. */
const ESC: Readonly<Record<string, number>> = {
  '@': 0,
  '2': 0,
  '3': 1,
  ' ': 1,
  '!': 1,
  '-': 1,
  E: 1,
  G: 1,
  J: 1,
  M: 1,
  R: 1,
  V: 1,
  a: 1,
  d: 1,
  t: 1,
  '{': 1,
  $: 2,
  c: 2,
  p: 3,
  i: 0,
  m: 0,
};
const GS: Readonly<Record<string, number>> = { '!': 1, B: 1, H: 1, I: 1, L: 2, W: 2, a: 1, b: 1, r: 1 };

/** Whether a command is one of the reference; what is not is shown on the paper. */
export function isKnown([lead, code = 0]: readonly number[]): boolean {
  const name = String.fromCharCode(code);
  if (lead === 0x1b) return name in ESC;
  return lead === 0x1c || name in GS || '(vVe'.includes(name);
}

/** The length of a command in bytes, or undefined while too little of it is there to tell. */
export function lengthOf(command: readonly number[]): number | undefined {
  const [lead, code, a, b, c] = command;
  if (code === undefined) return undefined;
  const name = String.fromCharCode(code);
  // FS . and FS & have no arguments; the driver uses no others.
  if (lead === 0x1c) return 2;
  if (lead === 0x1b) return 2 + (ESC[name] ?? 0);
  switch (name) {
    case '(':
      return c === undefined || b === undefined ? undefined : 5 + b + c * 256;
    case 'v':
      // GS v 0 m xL xH yL yH: x in bytes, y in rows.
      return command.length < 8 ? undefined : 8 + word(command, 4) * word(command, 6);
    case 'V':
      return a === undefined ? undefined : a >= 0x41 ? 4 : 3;
    case 'e':
      return a === undefined ? undefined : a === 3 ? 4 : 3;
    default:
      return 2 + (GS[name] ?? 0);
  }
}

/** A number of two bytes, low byte first. */
export function word(bytes: readonly number[], at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
}
