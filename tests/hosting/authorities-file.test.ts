import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAuthorities } from '../../electron/hosting/authorities-file.ts';
import { makeCertificates } from '../../electron/practice/certificates.ts';
import { deskConfig } from '../helpers/core-desk.ts';
import { testFolder } from '../helpers/store.ts';

function read(content: string | null): readonly string[] {
  const configDir = testFolder();
  if (content !== null) writeFileSync(path.join(configDir, 'ca.pem'), content);
  const central = { ...deskConfig.central, caFile: 'ca.pem' };
  return readAuthorities({ config: { ...deskConfig, central }, configDir });
}

test('every certificate of the file is taken, whatever stands around it', () => {
  const { authority, certificate } = makeCertificates();
  const lines = (pem: string): readonly string[] => pem.trim().split(/\r?\n/);
  const found = read(`Gemeente\n${authority}\r\ntussentekst\n${certificate}`);
  expect(found.map(lines)).toEqual([lines(authority), lines(certificate)]);
});

test('without the setting there are none', () => {
  expect(readAuthorities({ config: deskConfig, configDir: null })).toEqual([]);
  expect(readAuthorities({ config: null, configDir: null })).toEqual([]);
});

test.each([
  ['that is not there', null, /central\.caFile: .*ca\.pem: het bestand is niet te lezen \(ENOENT\)/],
  ['without a certificate', 'geen sleutel', /central\.caFile: .*er staat geen certificaat in/],
  [
    'with a damaged certificate',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    /certificaat 1 is niet te lezen/,
  ],
])('a file %s is named, with what is wrong', (_, content, message) => {
  expect(() => read(content)).toThrow(message);
});
