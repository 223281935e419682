import fc from 'fast-check';

/** The bytes cut in two at every place. */
export function splitEverywhere(bytes: Uint8Array): Uint8Array[][] {
  return Array.from({ length: bytes.length + 1 }, (_, at) => [bytes.slice(0, at), bytes.slice(at)]);
}

/** The bytes one at a time. */
export function byteByByte(bytes: Uint8Array): Uint8Array[] {
  return Array.from(bytes, (byte) => Uint8Array.of(byte));
}

/** Any chunks of any bytes. */
export const anyChunks = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 });

/** Several arrays after each other. */
export const joined = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
