import type { TraceEntry } from './trace.ts';

/** The specimens of ICAO 9303 parts 4 to 6, by the length of their lines: all check digits are right. */
const SPECIMENS: Readonly<Record<number, readonly string[]>> = {
  44: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  36: ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
  30: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
};
const MASKED_ZONE = /x{44}[\r\n]+x{44}|x{36}[\r\n]+x{36}|x{30}(?:[\r\n]+x{30}){2}/g;

/** A recording in which every masked document is a specimen of the same layout: its driver can read one again. */
export function withSpecimens(entries: readonly TraceEntry[]): readonly TraceEntry[] {
  const received = entries.filter(({ direction }) => direction === 'received');
  const text = Buffer.concat(received.map(({ bytes }) => bytes)).toString('latin1');
  const filled = text.replace(MASKED_ZONE, (zone) => {
    const lines = SPECIMENS[zone.search(/[\r\n]/)]?.values();
    return zone.replace(/x+/g, (line) => lines?.next().value ?? line);
  });
  let at = 0;
  return entries.map((entry) => {
    if (entry.direction === 'sent') return entry;
    const bytes = Uint8Array.from(Buffer.from(filled.slice(at, at + entry.bytes.length), 'latin1'));
    at += bytes.length;
    return { ...entry, bytes };
  });
}
