const SIGNATURES = {
  /** PNG (ISO/IEC 15948), section 5.2. */
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  /** Start of image and the first marker (ISO/IEC 10918-1, annex B). */
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
} as const;

/** Whether the bytes begin as an image of this kind does. */
export function isImage(bytes: Buffer, mime: keyof typeof SIGNATURES): boolean {
  const signature = SIGNATURES[mime];
  return bytes.length > signature.length && bytes.subarray(0, signature.length).equals(signature);
}
