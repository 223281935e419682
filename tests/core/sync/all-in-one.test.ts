import { expect, test } from 'vitest';
import type { Verdict } from './gateway.ts';
import { problem } from './gateway.ts';
import { finish, openScene, type Scene, statusOf } from './sync-scene.ts';
import { visitOf } from './visits.ts';

const MINUTES = 60_000;
const PLAIN = [
  'zaken',
  'rollen',
  'rollen',
  'statussen',
  'zaakeigenschappen',
  'zaakeigenschappen',
  'enkelvoudiginformatieobjecten',
  'zaakinformatieobjecten',
  'resultaten',
  'statussen',
];
const TOGETHER = [
  'zaak_registreren',
  'zaakeigenschappen',
  'zaakeigenschappen',
  'document_registreren',
  'zaak_afsluiten',
];
const ALL_IN_ONE = ['zaak_registreren', 'document_registreren', 'zaak_afsluiten'];
const LEFT = {
  zaken: 1,
  statussen: 2,
  rollen: 2,
  resultaten: 1,
  zaakeigenschappen: 2,
  zaakinformatieobjecten: 1,
  documenten: 1,
};

/** The changes of the zaak, by the collection or the call in their address. */
function changesOf({ gateway }: Scene): readonly string[] {
  return gateway.seen
    .filter(({ method, path }) => method === 'POST' && !path.startsWith('/klantinteracties/'))
    .map(({ path }) => callOf(path));
}

function callOf(path: string): string {
  return path.split('/').find((part) => ALL_IN_ONE.includes(part)) ?? path.split('/').at(-1) ?? '';
}

function left({ practice }: Scene): object {
  const all = practice.inspect();
  return Object.fromEntries(Object.keys(LEFT).map((name) => [name, all[name as keyof typeof LEFT].length]));
}

/** What is at the central side, without what the server made up: ids and addresses. */
function kept({ practice }: Scene): unknown {
  const { zaken, rollen, statussen, resultaten, zaakeigenschappen, documenten } = practice.inspect();
  const known = ({
    identificatie,
    omschrijving,
    kenmerken,
    einddatum,
    archiefactiedatum,
  }: Record<string, unknown>) => ({
    identificatie,
    omschrijving,
    kenmerken,
    einddatum,
    archiefactiedatum,
  });
  return {
    zaken: zaken.map(known),
    rollen: rollen.map(({ betrokkeneType, betrokkeneIdentificatie, roltoelichting }) => ({
      betrokkeneType,
      betrokkeneIdentificatie,
      roltoelichting,
    })),
    statussen: statussen.map(({ datumStatusGezet }) => datumStatusGezet),
    resultaten: resultaten.map(({ toelichting }) => toelichting),
    eigenschappen: zaakeigenschappen.map(({ naam, waarde }) => ({ naam, waarde })),
    documenten: documenten.map(({ identificatie, titel, bestandsomvang, integriteit }) => ({
      identificatie,
      titel,
      bestandsomvang,
      integriteit,
    })),
  };
}

test('three calls make what ten make, and the same', async () => {
  const together = await openScene({ allInOne: true });
  together.commit(visitOf(1));
  await finish(together);
  const plain = await openScene();
  plain.commit(visitOf(1));
  await finish(plain);
  expect(changesOf(together)).toEqual(TOGETHER);
  expect(changesOf(plain)).toEqual(PLAIN);
  expect(left(together)).toEqual(LEFT);
  expect(kept(together)).toEqual(kept(plain));
  expect(together.gateway.flaws()).toEqual([]);
});

test('a server that does not offer the calls is asked once, also after a restart, and again a day later', async () => {
  const scene = await openScene({ allInOne: false });
  scene.commit(visitOf(1));
  await finish(scene);
  expect(changesOf(scene).filter((call) => ALL_IN_ONE.includes(call))).toEqual(ALL_IN_ONE);
  expect(left(scene)).toEqual(LEFT);
  const next = await scene.restart();
  next.commit(visitOf(2));
  await finish(next);
  expect(changesOf(next).filter((call) => ALL_IN_ONE.includes(call))).toEqual(ALL_IN_ONE);
  await next.clock.advance(24 * 60 * MINUTES);
  next.commit(visitOf(3));
  await finish(next);
  expect(changesOf(next).filter((call) => ALL_IN_ONE.includes(call))).toEqual([...ALL_IN_ONE, ...ALL_IN_ONE]);
  expect(next.practice.inspect().zaken).toHaveLength(3);
});

for (const status of [404, 405, 403])
  test.each(ALL_IN_ONE)(
    `%s that is answered with ${status} is made step by step, halfway too`,
    async (gone) => {
      const scene = await openScene({ allInOne: true });
      scene.gateway.judge = ({ path }) => (callOf(path) === gone ? problem(status, 'not_found') : 'pass');
      scene.commit(visitOf(1));
      await finish(scene);
      expect(left(scene)).toEqual(LEFT);
    },
  );

const lost: readonly { readonly how: string; readonly verdict: Verdict }[] = [
  { how: 'the answer is lost after the work was done', verdict: 'dropAfter' },
  { how: 'the connection breaks before the work was done', verdict: 'dropBefore' },
  { how: 'the answer is unreadable', verdict: { status: 201, body: '<html>', afterWork: true } },
  { how: 'a gateway times out after the work was done', verdict: { status: 504, body: '', afterWork: true } },
];
for (const { how, verdict } of lost)
  test.each(TOGETHER.map((what, index) => ({ what, index })))(
    `${how}: change $index, $what, still happens exactly once`,
    async ({ index }) => {
      const scene = await openScene({ allInOne: true });
      let change = 0;
      scene.gateway.judge = ({ method }) => (method === 'POST' && change++ === index ? verdict : 'pass');
      scene.commit(visitOf(1));
      await finish(scene);
      expect(left(scene)).toEqual(LEFT);
    },
  );

for (const when of ['dropBefore', 'dropAfter'] as const)
  test.each(TOGETHER.map((what, index) => ({ what, index })))(
    `killed at change $index, $what (${when}): the next start delivers exactly once`,
    async ({ index }) => {
      const scene = await openScene({ allInOne: true });
      let change = 0;
      let killed: Promise<void> | undefined;
      scene.gateway.judge = ({ method }) => {
        if (method !== 'POST' || change++ !== index) return 'pass';
        killed = scene.sync.stop();
        return when;
      };
      scene.commit(visitOf(1));
      await scene.sync.idle();
      await killed;
      expect(killed).toBeDefined();
      const next = await scene.restart();
      await finish(next);
      expect(left(next)).toEqual(LEFT);
    },
  );

test('a zaak that the server refuses whole is parked with the field, and nothing of it is there', async () => {
  const scene = await openScene({ allInOne: true });
  const invalidParams = [
    { name: 'rollen.0.roltype', code: 'does_not_exist', reason: 'Ongeldige hyperlink.' },
  ];
  scene.gateway.judge = ({ path }) =>
    callOf(path) === 'zaak_registreren' ? problem(400, 'invalid', { invalidParams }) : 'pass';
  scene.commit(visitOf(1));
  await scene.sync.idle();
  const zaak = statusOf(scene.sync).items.find(({ kind }) => kind === 'zaak');
  expect(zaak).toMatchObject({ state: 'parked' });
  expect(zaak?.reason).toContain('het soort rol: Ongeldige hyperlink');
  expect(left(scene)).toMatchObject({ zaken: 0, rollen: 0, statussen: 0 });
  scene.gateway.judge = () => 'pass';
});

test("a stranger's zaak under our number is parked and never touched", async () => {
  const scene = await openScene({ allInOne: true });
  let first = true;
  scene.gateway.judge = ({ path, body }) => {
    if (callOf(path) !== 'zaak_registreren' || !first) return 'pass';
    first = false;
    const { identificatie, bronorganisatie, zaaktype } = JSON.parse(body).zaak;
    return stranger(scene, { identificatie, bronorganisatie, zaaktype });
  };
  scene.commit(visitOf(1));
  await scene.sync.idle();
  const zaak = statusOf(scene.sync).items.find(({ kind }) => kind === 'zaak');
  expect(zaak?.reason).toContain('al van een andere zaak');
  expect(left(scene)).toMatchObject({ zaken: 1, rollen: 0 });
});

/** Another makes a zaak under the same number, a moment before ours comes in. */
async function stranger(
  { practice, gateway }: Scene,
  zaak: { readonly identificatie: string; readonly bronorganisatie: string; readonly zaaktype: string },
): Promise<Verdict> {
  const { authorization } = gateway.seen.at(-1)?.headers ?? {};
  const made = await fetch(`${practice.origin}/zaken/api/v1/zaken`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-crs': 'EPSG:4326',
      'accept-crs': 'EPSG:4326',
      authorization: String(authorization),
    },
    body: JSON.stringify({
      ...zaak,
      zaaktype: zaak.zaaktype.replace(gateway.origin, practice.origin),
      verantwoordelijkeOrganisatie: zaak.bronorganisatie,
      startdatum: '2026-11-20',
    }),
  });
  expect(made.status).toBe(201);
  return 'pass';
}
