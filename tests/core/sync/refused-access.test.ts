import { expect, test } from 'vitest';
import { type Passing, problem, type Verdict } from './gateway.ts';
import { openScene, type Scene, statusOf } from './sync-scene.ts';
import { paspoort, uittreksel, visitOf } from './visits.ts';

const MINUTE = 60_000;
const passport = paspoort(1, 'new');
const FORBIDDEN = problem(403, 'permission_denied');

async function pass(minutes: number, { clock, sync }: Scene): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await clock.advance(MINUTE);
    await sync.idle();
  }
}

function reasonOfZaak({ sync }: Scene): string | null | undefined {
  return statusOf(sync).items.find(({ kind }) => kind === 'zaak')?.reason;
}

/** Refuses the passports alone: what makes their zaak, or all that is written to it. */
const noPassports: readonly (readonly [string, (passing: Passing) => Verdict])[] = [
  [
    'the zaak itself',
    ({ method, path, body }) =>
      method === 'POST' && path.endsWith('/zaken') && body.includes(passport.zaakIdentificatie)
        ? FORBIDDEN
        : 'pass',
  ],
  [
    'what is added to it',
    ({ method, path, body }) =>
      method === 'POST' && path.endsWith('/zaakeigenschappen') && body.includes('"waarde":"paspoort"')
        ? FORBIDDEN
        : 'pass',
  ],
];

test.each(noPassports)(
  'a right that is missing for one zaaktype parks that zaak alone, and it goes when IT gave it: %s',
  async (_, judge) => {
    const scene = await openScene({ parallel: 1 });
    scene.gateway.judge = judge;
    const transactions = [{ ...passport, eigenschappen: { kanaal: 'paspoort' } }];
    scene.commit(visitOf(1, { transactions, outcome: 'pickUpNeeded' }));
    scene.commit(visitOf(2, { transactions: [uittreksel(2)] }));
    await scene.sync.idle();
    expect(statusOf(scene.sync)).toMatchObject({ parked: 1, queued: 0 });
    expect(reasonOfZaak(scene)).toContain('niet doen bij het zaaktype BALIE-PASPOORT (permission_denied)');
    expect(reasonOfZaak(scene)).toContain('Vraag IT om het recht');
    expect(scene.practice.inspect().zaken.at(-1)).toMatchObject({
      identificatie: uittreksel(2).zaakIdentificatie,
      einddatum: '2026-11-23',
    });

    scene.gateway.judge = () => 'pass';
    await pass(16, scene);
    expect(statusOf(scene.sync).items).toEqual([]);
    expect(scene.practice.inspect().zaken).toHaveLength(2);
  },
);

test('a right that is missing for one kind of document parks the zaak of that document alone', async () => {
  const scene = await openScene({ parallel: 1 });
  scene.gateway.judge = ({ method, path, body }) =>
    method === 'POST' && path.includes('/enkelvoudiginformatieobjecten') && body.includes('Pasfoto')
      ? FORBIDDEN
      : 'pass';
  scene.commit(visitOf(1, { transactions: [passport], outcome: 'pickUpNeeded' }));
  scene.commit(visitOf(2, { transactions: [uittreksel(2)] }));
  await scene.sync.idle();
  expect(statusOf(scene.sync)).toMatchObject({ parked: 1, queued: 0 });
  expect(reasonOfZaak(scene)).toContain('Het documentsysteem laat deze werkplek dit niet doen');
  expect(reasonOfZaak(scene)).toContain('informatieobjecttype "Pasfoto"');
});

test.each([
  ['nothing may be read either', 'GET', FORBIDDEN],
  ['its credentials are unknown', '', problem(401, 'not_authenticated')],
  ['its token is refused', 'POST', problem(403, 'jwt-expired')],
] as const)(
  'a workstation that is not let in waits at the gate, and one item asks for IT: %s',
  async (...of) => {
    const [, method, verdict] = of;
    const scene = await openScene({ parallel: 1 });
    scene.gateway.judge = (passing) => {
      if (!passing.path.startsWith('/zaken/')) return 'pass';
      return method === 'GET' || passing.method === (method || passing.method) ? verdict : 'pass';
    };
    scene.commit(visitOf(1));
    scene.commit(visitOf(2, { transactions: [uittreksel(2)] }));
    await scene.sync.idle();
    expect(statusOf(scene.sync)).toMatchObject({ parked: 1 });
    expect(reasonOfZaak(scene)).toContain('Vraag IT om de toegang te controleren');
    expect(scene.practice.inspect().zaken).toEqual([]);
  },
);
