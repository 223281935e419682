import { expect, test } from 'vitest';
import { RSIN, seconds, startTestPractice, type TestPractice, zgwToken } from '../practice-world.ts';
import { documentBody, makeDocument, type Types, typesOf } from '../zaak-builder.ts';
import { textOf } from '../../../electron/practice/json.ts';

const API = '/documenten/api/v1/enkelvoudiginformatieobjecten';

async function start(partSize?: number): Promise<{ world: TestPractice; types: Types }> {
  const world = await startTestPractice(partSize === undefined ? {} : { partSize });
  return { world, types: await typesOf(world, 'BALIE-UITTREKSEL') };
}

async function download(world: TestPractice, document: string): Promise<string> {
  const { inhoud } = (await world.get(document)).body;
  const [url = ''] = textOf(inhoud).split('?');
  const { body } = await rawGet(world, url);
  return body;
}

async function rawGet(world: TestPractice, url: string): Promise<{ status: number; body: string }> {
  const token = zgwToken(world.practice, { iat: seconds(world.clock.now()) });
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.text() };
}

async function upload(
  world: TestPractice,
  part: string,
  lock: string,
  bytes: string,
): Promise<{ status: number; code: unknown }> {
  const form = new FormData();
  form.set('lock', lock);
  form.set('inhoud', new Blob([bytes]), 'deel');
  const token = zgwToken(world.practice, { iat: seconds(world.clock.now()) });
  const response = await fetch(part, {
    method: 'PUT',
    body: form,
    headers: { Authorization: `Bearer ${token}` },
  });
  const body = (await response.json()) as { invalidParams?: { code: string }[] };
  return { status: response.status, code: body.invalidParams?.[0]?.code };
}

test('a document sent whole is there at once, and is found by identificatie and organisation', async () => {
  const { world, types } = await start();
  const document = await makeDocument(world, types);
  expect((await world.get(document)).body).toMatchObject({
    bestandsomvang: 6,
    versie: 1,
    locked: false,
    bestandsdelen: [],
  });
  expect(await download(world, document)).toBe('inhoud');
  const found = await world.get(`${API}?identificatie=BALIE-1-D01&bronorganisatie=${RSIN}`);
  expect(found.results.map((each) => each.url)).toEqual([document]);
});

test.each([
  ['a size that is not the content’s', { bestandsomvang: 7 }, 'nonFieldErrors: file-size'],
  ['content that is no base64', { inhoud: 'geen base64!' }, 'inhoud: invalid'],
  ['no title', { titel: '' }, 'titel: blank'],
  [
    'an unknown type',
    { informatieobjecttype: 'http://127.0.0.1:1/x' },
    'informatieobjecttype: does_not_exist',
  ],
])('%s is refused by name', async (_, change, refusal) => {
  const { world, types } = await start();
  expect((await world.post(API, documentBody(types, change))).refused).toEqual([refusal]);
  expect(world.practice.inspect().documenten).toEqual([]);
});

test('a second document with the same identificatie of the same organisation is refused', async () => {
  const { world, types } = await start();
  await makeDocument(world, types);
  expect((await world.post(API, documentBody(types))).refused).toEqual([
    'identificatie: identificatie-niet-uniek',
  ]);
});

test('a large document is made locked, takes its parts in any order and again, and is merged by unlocking', async () => {
  const { world, types } = await start(4);
  const made = await world.post(API, documentBody(types, { inhoud: null, bestandsomvang: 10 }));
  const lock = textOf(made.body.lock);
  const parts = (made.body.bestandsdelen as readonly { url: string; omvang: number }[]).map((part) => part);
  expect(parts.map((part) => part.omvang)).toEqual([4, 4, 2]);
  const [first = '', second = '', third = ''] = parts.map((part) => part.url);
  const document = textOf(made.body.url);
  const unlock = (): Promise<{ refused: readonly string[]; status: number }> =>
    world.post(`${document}/unlock`, { lock });

  expect(await upload(world, third, lock, 'ij')).toEqual({ status: 200, code: undefined });
  expect((await unlock()).refused).toEqual(['nonFieldErrors: incomplete-upload']);
  expect(await upload(world, first, lock, 'abc')).toEqual({ status: 400, code: 'file-size' });
  expect(await upload(world, first, 'ander slot', 'abcd')).toEqual({
    status: 400,
    code: 'incorrect-lock-id',
  });
  await upload(world, first, lock, 'xxxx');
  await upload(world, first, lock, 'abcd');
  await upload(world, second, lock, 'efgh');
  const before = (await world.get(document)).body;
  expect(before).toMatchObject({ locked: true, inhoud: null, bestandsdelen: [{ voltooid: true }, {}, {}] });
  expect(before.lock).toBeUndefined();
  expect((await unlock()).status).toBe(204);
  expect(await download(world, document)).toBe('abcdefghij');
  expect((await world.get(document)).body).toMatchObject({ locked: false, bestandsdelen: [] });
  expect((await unlock()).refused).toEqual(['nonFieldErrors: incorrect-lock-id']);
});

test('a document changes only under its lock, and each mistake has its own code', async () => {
  const { world, types } = await start();
  const document = await makeDocument(world, types);
  const change = async (body: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await world.patch(document, body)).refused;
  expect(await change({ titel: 'Nieuw', lock: 'x' })).toEqual(['nonFieldErrors: unlocked']);
  const lock = textOf((await world.call('POST', `${document}/lock`)).body.lock);
  expect((await world.call('POST', `${document}/lock`)).refused).toEqual(['nonFieldErrors: existing-lock']);
  expect(await change({ titel: 'Nieuw' })).toEqual(['lock: missing-lock-id']);
  expect(await change({ titel: 'Nieuw', lock: 'x' })).toEqual(['nonFieldErrors: incorrect-lock-id']);
  expect((await world.patch(document, { titel: 'Nieuw', lock })).body).toMatchObject({
    titel: 'Nieuw',
    versie: 2,
  });
  expect(await download(world, document)).toBe('inhoud');
});
