/**
 * ZVT, the link between a till and a payment terminal of Germany, Austria and Switzerland (PA00P015, "ZVT Kassenschnittstelle",
 * chapters 2 to 4, and PA00P016 for the serial link). An APDU is class, instruction, length (one byte, or FF and two bytes low
 * byte first) and data.
 */
export interface ZvtApdu {
  /** Class and instruction as one number: 0x0601 is a payment. */
  readonly command: number;
  readonly data: Uint8Array;
}

export const ZVT = {
  registration: 0x0600,
  authorisation: 0x0601,
  logOff: 0x0602,
  repeatReceipt: 0x0620,
  abortByTill: 0x06b0,
  completion: 0x060f,
  abort: 0x061e,
  printLine: 0x06d1,
  printBlock: 0x06d3,
  statusInformation: 0x040f,
  intermediateStatus: 0x04ff,
  acknowledged: 0x8000,
} as const;

/** The longest APDU we take: a receipt as one block is some kilobytes. */
const MAX_DATA = 16 * 1024;

/** One APDU as bytes. */
export function zvtApdu(command: number, data: Uint8Array = new Uint8Array()): Uint8Array {
  const length = data.length < 0xff ? [data.length] : [0xff, data.length & 0xff, data.length >> 8];
  return Uint8Array.of(command >> 8, command & 0xff, ...length, ...data);
}

/** Cuts a TCP stream into APDUs. `push` throws a RangeError on a length no terminal sends: the stream is out of step. */
export function createZvtParser(): { push(chunk: Uint8Array): ZvtApdu[]; readonly partial: boolean } {
  let rest: Buffer = Buffer.alloc(0);
  return {
    get partial() {
      return rest.length > 0;
    },
    push(chunk) {
      rest = Buffer.concat([rest, chunk]);
      const apdus: ZvtApdu[] = [];
      for (;;) {
        const isLong = rest[2] === 0xff;
        const head = isLong ? 5 : 3;
        if (rest.length < head) return apdus;
        const length = isLong ? rest.readUInt16LE(3) : (rest[2] ?? 0);
        if (length > MAX_DATA) throw new RangeError(`an APDU of ${length} bytes`);
        if (rest.length < head + length) return apdus;
        apdus.push({
          command: rest.readUInt16BE(0),
          data: Uint8Array.from(rest.subarray(head, head + length)),
        });
        rest = rest.subarray(head + length);
      }
    },
  };
}

/** An amount or number as packed decimal of `bytes` bytes; throws a RangeError when it does not fit. */
export function packedDecimal(value: number, bytes: number): Uint8Array {
  const digits = String(value).padStart(bytes * 2, '0');
  if (!/^\d+$/.test(digits) || digits.length > bytes * 2) throw new RangeError(`${value} in ${bytes} bytes`);
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}
