import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { documentBody } from '../../../electron/core/central/zgw/documenten.ts';

const about = {
  identificatie: 'D01',
  bronorganisatie: '002220647',
  creatiedatum: '2026-11-23',
  titel: 'Pasfoto "groot" van José\n',
  auteur: 'Zoë Ødegaard',
  taal: 'nld',
  informatieobjecttype: 'https://catalogi.example/1',
};

test.each([0, 1, 2, 3, 4096, 330_000])(
  'a document of %i bytes is the JSON that stringify would give',
  (size) => {
    const content = randomBytes(size);
    const whole = JSON.parse(documentBody(about, content).toString('utf8')) as unknown;
    expect(whole).toEqual({ ...about, bestandsomvang: size, inhoud: content.toString('base64') });
  },
);

test('only the bytes of a view on a larger buffer are sent', () => {
  const view = new Uint8Array(new Uint8Array([9, 1, 2, 3, 9]).buffer, 1, 3);
  expect(documentBody(about, view).toString('utf8')).toContain('"inhoud":"AQID"');
});
