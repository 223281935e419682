import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { zgwToken } from '../../../electron/core/central/zgw/zgw-token.ts';

test('a token carries the clerk and is signed with HS256', () => {
  const token = zgwToken(
    'waarmee',
    'geheim',
    { id: 'j.jansen', name: 'Joke Jansén' },
    new Date('2026-11-23T09:00:00.900Z'),
  );
  const [header = '', payload = '', signature] = token.split('.');
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  expect(read(header)).toEqual({ typ: 'JWT', alg: 'HS256' });
  expect(read(payload)).toEqual({
    iss: 'waarmee',
    iat: Date.parse('2026-11-23T09:00:00Z') / 1000,
    client_id: 'waarmee',
    user_id: 'j.jansen',
    user_representation: 'Joke Jansén',
  });
  expect(signature).toBe(createHmac('sha256', 'geheim').update(`${header}.${payload}`).digest('base64url'));
});
