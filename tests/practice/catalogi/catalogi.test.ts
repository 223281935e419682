import { expect, test } from 'vitest';
import { PRACTICE_CATALOGUE } from '../../../electron/practice/index.ts';
import { startTestPractice } from '../practice-world.ts';
import { typesOf } from '../zaak-builder.ts';
import { textOf } from '../../../electron/practice/json.ts';

const API = '/catalogi/api/v1';

test.each(PRACTICE_CATALOGUE.zaaktypen.map((type) => [type.identificatie, type] as const))(
  '%s has its statustypen, roltypen, resultaattypen, eigenschappen and informatieobjecttypen',
  async (identificatie, data) => {
    const world = await startTestPractice();
    const types = await typesOf(world, identificatie);
    expect(Object.keys(types.statustypen)).toEqual(data.statustypen);
    expect(Object.keys(types.roltypen)).toEqual(['Initiator', 'Behandelaar']);
    expect(Object.keys(types.resultaattypen)).toEqual(['Verleend', 'Niet verleend', 'Ingetrokken']);
    expect(Object.keys(types.eigenschappen)).toEqual(data.eigenschappen.map(({ naam }) => naam));
    expect(Object.keys(types.informatieobjecttypen)).toEqual([
      'Uittreksel',
      'Verklaring',
      'Handtekening',
      'Pasfoto',
      'Bewijsstuk',
    ]);
    const statustypen = await world.get(
      `${API}/statustypen?${new URLSearchParams({ zaaktype: types.zaaktype })}`,
    );
    expect(statustypen.results.map((each) => each.isEindstatus)).toEqual(
      data.statustypen.map((name) => name === 'Afgerond'),
    );
    const query = new URLSearchParams({ zaaktype: types.zaaktype });
    const relations = await world.get(`${API}/zaaktype-informatieobjecttypen?${query}`);
    expect(relations.body.count).toBe(5);
  },
);

test('lists come in pages with links both ways, and a page that does not exist is 404', async () => {
  const world = await startTestPractice();
  const first = await world.get(`${API}/zaaktypen?pageSize=4`);
  expect(first.body).toMatchObject({ count: 10, previous: null });
  const second = await world.get(textOf(first.body.next));
  const third = await world.get(textOf(second.body.next));
  expect([first, second, third].map((each) => each.results.length)).toEqual([4, 4, 2]);
  expect(third.body.next).toBeNull();
  expect((await world.get(textOf(third.body.previous))).results).toEqual(second.results);
  expect((await world.get(`${API}/zaaktypen?pageSize=4&page=4`)).status).toBe(404);
});

test('a type that the client already has is 304, and its tag changes with its content', async () => {
  const world = await startTestPractice();
  const { zaaktype, roltypen } = await typesOf(world, 'BALIE-VOG');
  const first = await world.get(zaaktype);
  const tag = first.headers.get('ETag') ?? '';
  const again = await world.get(zaaktype, { 'If-None-Match': `"anders", ${tag}` });
  expect([again.status, again.body]).toEqual([304, {}]);
  expect((await world.get(zaaktype, { 'If-None-Match': '"anders"' })).status).toBe(200);
  expect((await world.get(roltypen.Initiator ?? '')).headers.get('ETag')).not.toBe(tag);
});

test('types are found on the day they are valid, and concepts only when asked for', async () => {
  const zaaktypen = PRACTICE_CATALOGUE.zaaktypen.map((type) => ({
    ...type,
    concept: type.identificatie === 'BALIE-VOG',
  }));
  const world = await startTestPractice({ catalogue: { ...PRACTICE_CATALOGUE, zaaktypen } });
  const count = async (query: string): Promise<unknown> =>
    (await world.get(`${API}/zaaktypen?${query}`)).body.count;
  expect(await count('datumGeldigheid=2026-11-23')).toBe(9);
  expect(await count('datumGeldigheid=2023-12-31')).toBe(0);
  expect(await count('status=concept')).toBe(1);
  expect(await count('status=alles')).toBe(10);
  expect(await count('identificatie=BALIE-VOG')).toBe(0);
  expect((await world.get(`${API}/catalogussen?domein=BALIE`)).results).toHaveLength(1);
  expect((await world.get(`${API}/roltypen?omschrijvingGeneriek=initiator`)).body.count).toBe(9);
});
