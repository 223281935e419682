import { expect, test } from 'vitest';
import { seconds, startTestPractice, zgwToken } from './practice-world.ts';

const ZAKEN = '/zaken/api/v1/zaken';

test.each([
  ['no iat', {}, 'jwt-missing-iat-claim'],
  ['an iat of an hour ago', { iat: -3600 }, 'jwt-expired'],
  ['an iat one second ahead', { iat: 1 }, 'jwt-not-valid-yet'],
  ['another client', { iat: 0, client_id: 'ander' }, 'invalid-client-identifier'],
])('a token with %s is 403', async (_, { iat, ...claims }: { iat?: number; client_id?: string }, code) => {
  const { practice, clock, get } = await startTestPractice();
  const issued = iat === undefined ? {} : { iat: seconds(clock.now()) + iat };
  const refused = await get(ZAKEN, {
    Authorization: `Bearer ${zgwToken(practice, { ...claims, ...issued })}`,
  });
  expect([refused.status, refused.body.code]).toEqual([403, code]);
});

test('a token of just under an hour is accepted by all three ZGW APIs', async () => {
  const { practice, clock, get } = await startTestPractice();
  const headers = { Authorization: `Bearer ${zgwToken(practice, { iat: seconds(clock.now()) - 3599 })}` };
  for (const path of [
    ZAKEN,
    '/documenten/api/v1/enkelvoudiginformatieobjecten',
    '/catalogi/api/v1/zaaktypen',
  ])
    expect((await get(path, headers)).status).toBe(200);
});

test('a token signed with another secret, garbage, or nothing is 403', async () => {
  const { practice, clock, get } = await startTestPractice();
  const forged = zgwToken(practice, { iat: seconds(clock.now()) }, 'ander-geheim');
  expect((await get(ZAKEN, { Authorization: `Bearer ${forged}` })).body.code).toBe('invalid-jwt-signature');
  expect((await get(ZAKEN, { Authorization: 'Bearer a.b.c' })).body.code).toBe('jwt-decode-error');
  expect((await get(ZAKEN, { Authorization: '' })).body.code).toBe('permission_denied');
});

test('klantinteracties wants its token, the BRP its key', async () => {
  const { get, post } = await startTestPractice();
  const actoren = '/klantinteracties/api/v1/actoren';
  expect((await get(actoren, { Authorization: '' })).body).toMatchObject({
    status: 401,
    code: 'not_authenticated',
  });
  expect((await get(actoren, { Authorization: 'Token x' })).body.code).toBe('authentication_failed');
  const refused = await post('/haalcentraal/api/brp/personen', {}, { 'X-API-KEY': 'x' });
  expect([refused.status, refused.body.code]).toEqual([401, 'authentication']);
});
