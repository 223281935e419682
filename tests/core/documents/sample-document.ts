import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { loadDocumentFonts } from '../../../electron/core/documents/index.ts';
import type { DocumentInput } from '../../../electron/core/documents/index.ts';

export const FONTS = loadDocumentFonts(path.resolve(import.meta.dirname, '../../../resources/fonts'));

export const INPUT: DocumentInput = {
  template: 'verhuisbericht',
  title: 'Bewijs van aangifte van verhuizing',
  municipality: { name: 'Gemeente Voorbeeld' },
  person: {
    fullName: 'Willeke Liselotte De Bruijn',
    birthDate: '1965-03-10',
    birthPlace: 'Specimen',
    address: ['Boterdiep 31', '3077 AW  ROTTERDAM'],
    source: 'brp',
  },
  fields: [{ label: 'Nieuw adres', value: 'Plataanlaan 4, 3224 TT Hellevoetsluis' }],
  clerk: 'E. Bultenaar',
  day: '2026-11-23',
  number: 'BALIE-1-000001-D01',
};

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

/** A PNG with transparency, as a signature pad gives: a diagonal line of `size` pixels. */
export function signaturePng(size = 60): Uint8Array {
  const row = size * 4 + 1;
  const pixels = Buffer.alloc(row * size);
  for (let at = 0; at < size; at += 1) pixels[at * row + 1 + at * 4 + 3] = 255;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
