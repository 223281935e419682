/** The layouts this application reads: ICAO 9303 parts 4 to 6, and the line on a Dutch driving licence (ISO 18013-3). */
export type MrzLayout = 'TD1' | 'TD2' | 'TD3' | 'NL-licence';

/** The fields of a machine readable zone as they stand there, fillers included. */
export interface MrzFields {
  readonly code: string;
  readonly issuer: string;
  readonly names: string;
  readonly number: string;
  readonly numberCheck: string;
  readonly nationality: string;
  readonly birth: string;
  readonly birthCheck: string;
  readonly sex: string;
  readonly expiry: string;
  readonly expiryCheck: string;
  readonly optional: string;
  /** TD3 only: the check digit over the optional field. */
  readonly optionalCheck?: string;
  /** TD1 only: the second optional field. */
  readonly optional2?: string;
  readonly composite: string;
  readonly compositeCheck: string;
}

/** The layout these lines can only be, by their number, length and first letter; undefined when there is none. */
export function layoutOf(lines: readonly string[]): MrzLayout | undefined {
  if (lines.some((line) => !/^[A-Z0-9<]+$/.test(line))) return undefined;
  const first = lines[0] ?? '';
  const shape = `${lines.length}x${first.length}`;
  if (lines.some((line) => line.length !== first.length)) return undefined;
  if (shape === '2x44' && first.startsWith('P')) return 'TD3';
  if (shape === '2x36' && /^[ACIP]/.test(first)) return 'TD2';
  if (shape === '3x30' && /^[ACI]/.test(first)) return 'TD1';
  if (shape === '1x30' && first.startsWith('D1NLD')) return 'NL-licence';
  return undefined;
}

function twoLines(first: string, second: string, optionalEnd: number): MrzFields {
  return {
    code: first.slice(0, 2),
    issuer: first.slice(2, 5),
    names: first.slice(5),
    number: second.slice(0, 9),
    numberCheck: second.charAt(9),
    nationality: second.slice(10, 13),
    birth: second.slice(13, 19),
    birthCheck: second.charAt(19),
    sex: second.charAt(20),
    expiry: second.slice(21, 27),
    expiryCheck: second.charAt(27),
    optional: second.slice(28, optionalEnd),
    composite: second.slice(0, 10) + second.slice(13, 20) + second.slice(21, -1),
    compositeCheck: second.slice(-1),
  };
}

/** The fields of a TD1, TD2 or TD3 zone; the caller made sure with `layoutOf` that the lines have that layout. */
export function fieldsOf(layout: 'TD1' | 'TD2' | 'TD3', lines: readonly string[]): MrzFields {
  const [first = '', second = '', third = ''] = lines;
  if (layout === 'TD3') return { ...twoLines(first, second, 42), optionalCheck: second.charAt(42) };
  if (layout === 'TD2') return twoLines(first, second, 35);
  return {
    code: first.slice(0, 2),
    issuer: first.slice(2, 5),
    names: third,
    number: first.slice(5, 14),
    numberCheck: first.charAt(14),
    nationality: second.slice(15, 18),
    birth: second.slice(0, 6),
    birthCheck: second.charAt(6),
    sex: second.charAt(7),
    expiry: second.slice(8, 14),
    expiryCheck: second.charAt(14),
    optional: first.slice(15),
    optional2: second.slice(18, 29),
    composite: first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29),
    compositeCheck: second.charAt(29),
  };
}
