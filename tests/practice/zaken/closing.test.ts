import { expect, test } from 'vitest';
import {
  PRACTICE_CATALOGUE,
  type PracticeCatalogue,
  type PracticeResultaattype,
} from '../../../electron/practice/index.ts';
import { textOf } from '../../../electron/practice/json.ts';
import { startTestPractice, type TestPractice } from '../practice-world.ts';
import {
  giveResult,
  makeDocument,
  makeZaak,
  setStatus,
  type Types,
  typesOf,
  zaakBody,
} from '../zaak-builder.ts';

const API = '/zaken/api/v1';

function withResults(...resultaattypen: readonly PracticeResultaattype[]): PracticeCatalogue {
  const zaaktypen = PRACTICE_CATALOGUE.zaaktypen.map((type) => ({ ...type, resultaattypen }));
  return { ...PRACTICE_CATALOGUE, zaaktypen };
}

async function start(
  catalogue = PRACTICE_CATALOGUE,
): Promise<{ world: TestPractice; types: Types; zaak: string }> {
  const world = await startTestPractice({ catalogue });
  const types = await typesOf(world, 'BALIE-VERHUIZING');
  return { world, types, zaak: await makeZaak(world, types) };
}

const result = (change: Partial<PracticeResultaattype>): PracticeResultaattype => ({
  omschrijving: 'Verleend',
  archiefnominatie: 'vernietigen',
  archiefactietermijn: 'P1Y',
  afleidingswijze: 'afgehandeld',
  ...change,
});

test('the eindstatus closes the zaak on the day in the sender’s own offset, and sets the archive date', async () => {
  const { world, types, zaak } = await start();
  world.clock.jumpTo('2026-11-23T23:30:00Z');
  await giveResult(world, types, zaak);
  await setStatus(world, types, zaak, 'Afgerond', '2026-11-24T00:30:00+01:00');
  expect((await world.get(zaak)).body).toMatchObject({
    einddatum: '2026-11-24',
    archiefnominatie: 'vernietigen',
    archiefactiedatum: '2031-11-24',
  });
});

test('the same moment written in UTC closes the zaak a day earlier', async () => {
  const { world, types, zaak } = await start();
  world.clock.jumpTo('2026-11-23T23:30:00Z');
  await giveResult(world, types, zaak);
  await setStatus(world, types, zaak, 'Afgerond', '2026-11-23T23:30:00Z');
  expect((await world.get(zaak)).body.einddatum).toBe('2026-11-23');
});

test('without a resultaat a zaak cannot be closed, and the status is not set', async () => {
  const { world, types, zaak } = await start();
  const refused = await setStatus(world, types, zaak, 'Afgerond', '2026-11-23T09:00:00Z');
  expect(refused.refused).toEqual(['nonFieldErrors: resultaat-does-not-exist']);
  expect(world.practice.inspect().statussen).toEqual([]);
  await giveResult(world, types, zaak);
  expect((await setStatus(world, types, zaak, 'Afgerond', '2026-11-23T09:00:00Z')).status).toBe(201);
});

test('a document without indicatieGebruiksrecht, or locked, keeps the zaak open', async () => {
  const { world, types, zaak } = await start();
  await giveResult(world, types, zaak);
  const close = async (): Promise<readonly string[]> =>
    (await setStatus(world, types, zaak, 'Afgerond', '2026-11-23T09:00:00Z')).refused;
  const informatieobject = await makeDocument(world, types, { indicatieGebruiksrecht: null });
  await world.post(`${API}/zaakinformatieobjecten`, { zaak, informatieobject });
  expect(await close()).toEqual(['nonFieldErrors: indicatiegebruiksrecht-unset']);
  const { lock } = (await world.call('POST', `${informatieobject}/lock`)).body;
  await world.patch(informatieobject, { lock: lock ?? '', indicatieGebruiksrecht: false });
  expect(await close()).toEqual(['nonFieldErrors: informatieobject-locked']);
  await world.post(`${informatieobject}/unlock`, { lock: lock ?? '' });
  expect(await close()).toEqual([]);
});

test('after closing every write to the zaak is 403', async () => {
  const { world, types, zaak } = await start();
  const resultaat = textOf((await giveResult(world, types, zaak)).body.url);
  const eigenschap = { zaak, eigenschap: types.eigenschappen.kanaal ?? '', waarde: 'balie' };
  const value = textOf((await world.post(`${zaak}/zaakeigenschappen`, eigenschap)).body.url);
  await setStatus(world, types, zaak, 'Afgerond', '2026-11-23T08:00:00Z');
  const informatieobject = await makeDocument(world, types);
  const medewerker = {
    zaak,
    roltype: types.roltypen.Behandelaar ?? '',
    betrokkeneType: 'medewerker',
    betrokkeneIdentificatie: {},
  };
  const writes = await Promise.all([
    world.patch(zaak, { toelichting: 'te laat' }),
    world.patch(resultaat, { toelichting: 'te laat' }),
    world.patch(value, { waarde: 'te laat' }),
    world.post(`${zaak}/zaakeigenschappen`, eigenschap),
    world.post(`${API}/rollen`, medewerker),
    world.post(`${API}/zaakinformatieobjecten`, { zaak, informatieobject }),
    setStatus(world, types, zaak, 'Ontvangen', '2026-11-23T08:30:00Z'),
  ]);
  expect(writes.map((answer) => [answer.status, answer.body.code])).toEqual(
    writes.map(() => [403, 'permission_denied']),
  );
});

test.each([
  ['termijn', { afleidingswijze: 'termijn', procestermijn: 'P2M' } as const, '2028-01-23'],
  ['blijvend bewaren', { archiefnominatie: 'blijvend_bewaren', archiefactietermijn: null } as const, null],
  ['set by hand', { afleidingswijze: 'ander_datumkenmerk' } as const, null],
])('archive date: %s', async (_, change, expected) => {
  const { world, types, zaak } = await start(withResults(result(change)));
  await giveResult(world, types, zaak);
  expect((await setStatus(world, types, zaak, 'Afgerond', '2026-11-23T09:00:00Z')).status).toBe(201);
  expect((await world.get(zaak)).body.archiefactiedatum).toBe(expected);
});

test.each(['2026-12-01', '20261201'])(
  'an archive date from an eigenschap needs that eigenschap, as %s',
  async (waarde) => {
    const change = { afleidingswijze: 'eigenschap', datumkenmerk: 'verhuisdatum' } as const;
    const { world, types, zaak } = await start(withResults(result(change)));
    await giveResult(world, types, zaak);
    const early = await setStatus(world, types, zaak, 'Afgerond', '2026-11-23T09:00:00Z');
    expect(early.refused).toEqual(['nonFieldErrors: archiefactiedatum-error']);
    await world.post(`${zaak}/zaakeigenschappen`, {
      zaak,
      eigenschap: types.eigenschappen.verhuisdatum ?? '',
      waarde,
    });
    expect((await setStatus(world, types, zaak, 'Afgerond', '2026-11-23T09:00:00Z')).status).toBe(201);
    expect((await world.get(zaak)).body.archiefactiedatum).toBe('2027-12-01');
  },
);

test('a hoofdzaak waits for its deelzaken', async () => {
  const { world, types, zaak } = await start();
  const body = { ...zaakBody(types, 'DEEL'), hoofdzaak: zaak };
  const deelzaak = textOf((await world.post(`${API}/zaken`, body)).body.url);
  await giveResult(world, types, zaak);
  const close = async (which: string): Promise<readonly string[]> =>
    (await setStatus(world, types, which, 'Afgerond', '2026-11-23T09:00:00Z')).refused;
  expect(await close(zaak)).toEqual(['nonFieldErrors: deelzaak-resultaat-does-not-exist']);
  await giveResult(world, types, deelzaak);
  expect(await close(zaak)).toEqual(['nonFieldErrors: deelzaken-not-closed']);
  expect(await close(deelzaak)).toEqual([]);
  expect(await close(zaak)).toEqual([]);
});
