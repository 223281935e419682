import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keeps whose data a line of the processing log is about from who reads the open database, an export of it or a copy
 * without the key of this workstation.
 */
export interface SubjectSeal {
  /** Nonce, ciphertext and tag (AES-256-GCM), bound to the number of the line: in another line it does not open. */
  seal(subject: string, seq: number): Buffer;
  /** Undefined when it was sealed with another key, for another line, or changed. */
  open(sealed: Uint8Array, seq: number): string | undefined;
  /** The same for the same subject (HMAC-SHA-256), so that the lines of one person can be found. */
  mark(subject: string): Buffer;
}

const NONCE = 12;
const TAG = 16;

/** Two keys of its own, made from the key of the store (HKDF, RFC 5869): no other secret can get lost. */
export function createSubjectSeal(storeKey: Buffer): SubjectSeal {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', storeKey, '', `waarmee processing log ${purpose}`, 32));
  const [sealKey, markKey] = [derive('subject'), derive('subject mark')];
  const line = (seq: number): Buffer => Buffer.from(`processing_log:${seq}`);
  return {
    seal(subject, seq) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce, { authTagLength: TAG }).setAAD(line(seq));
      return Buffer.concat([nonce, cipher.update(subject, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, seq) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < NONCE + TAG) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, NONCE), {
          authTagLength: TAG,
        });
        decipher.setAAD(line(seq)).setAuthTag(bytes.subarray(-TAG));
        return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
    mark: (subject) => createHmac('sha256', markKey).update(subject).digest(),
  };
}
