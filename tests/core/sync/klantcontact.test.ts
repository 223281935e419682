import { expect, test } from 'vitest';
import { textOf } from '../../../electron/practice/json.ts';
import type { PersonRecord } from '../../../electron/core/records.ts';
import { finish, openScene, type Scene, type SceneOptions, statusOf } from './sync-scene.ts';
import { moulin, uittreksel, visitOf } from './visits.ts';

test('a visit becomes one klantcontact with the clerk, the visitor and a link to each zaak', async () => {
  const scene = await openScene();
  const visit = visitOf(1, {
    transactions: [uittreksel(1), uittreksel(2, { productName: 'Afschrift' })],
    note: 'Vroeg naar parkeren.',
  });
  scene.commit(visit);
  await scene.sync.idle();
  const world = scene.practice.inspect();
  expect(world.klantcontacten).toMatchObject([
    {
      referentienummer: '0010000001',
      kanaal: 'balie',
      onderwerp: 'Uittreksel uit de BRP, Afschrift',
      inhoud: 'In een keer geholpen. Vroeg naar parkeren.',
      indicatieContactGelukt: true,
      taal: 'nld',
      vertrouwelijk: false,
      metadata: { bron: 'waarmee', bezoek: visit.visitId },
    },
  ]);
  expect(world.actoren).toMatchObject([
    {
      naam: 'Joke Jansen',
      soortActor: 'medewerker',
      actoridentificator: {
        objectId: 'j.jansen',
        codeObjecttype: 'mdw',
        codeRegister: 'msei',
        codeSoortObjectId: 'idf',
      },
    },
  ]);
  expect(world.betrokkenen).toMatchObject([
    {
      rol: 'klant',
      initiator: true,
      contactnaam: { voorletters: 'S.', voornaam: 'Suzanne', achternaam: 'Moulin' },
    },
  ]);
  const linked = world.onderwerpobjecten.map(
    ({ onderwerpobjectidentificator }) => onderwerpobjectidentificator,
  );
  expect(linked).toMatchObject(
    world.zaken.map(({ uuid }) => ({
      objectId: uuid,
      codeObjecttype: 'zgw-Zaak',
      codeRegister: 'openzaak',
      codeSoortObjectId: 'uuid',
    })),
  );
  expect(linked).toHaveLength(2);
});

test('a visit without products or person is a klantcontact too, and the clerk is made once', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, { person: null, transactions: [], outcome: 'handedOver' }));
  await scene.sync.idle();
  scene.commit(visitOf(2, { person: null, transactions: [], outcome: 'notPossible' }));
  await scene.sync.idle();
  const world = scene.practice.inspect();
  expect(world.klantcontacten).toMatchObject([
    {
      onderwerp: 'Bezoek aan de balie',
      inhoud: 'Overgedragen aan een collega.',
      indicatieContactGelukt: true,
    },
    { inhoud: 'Kon niet worden geholpen.', indicatieContactGelukt: false },
  ]);
  expect(world).toMatchObject({ actoren: [{}], betrokkenen: [], actorklantcontacten: [{}, {}] });
});

test("a referentienummer that is a stranger's is left to him: the next one is taken", async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, { person: null, transactions: [] }));
  await scene.sync.idle();
  scene.commit(visitOf(2, { person: null, transactions: [], referentienummer: '0010000001' }));
  await scene.sync.idle();
  scene.commit(visitOf(3, { person: null, transactions: [], referentienummer: '0010000002' }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect().klantcontacten.map(({ referentienummer }) => referentienummer)).toEqual([
    '0010000001',
    '0010000002',
    '0010000003',
  ]);
});

test('a PC that was replaced counts from 1 again: its numbers of before are passed by in leaps', async () => {
  const scene = await openScene();
  for (let n = 1; n <= 40; n += 1)
    scene.commit(
      visitOf(n, { person: null, transactions: [], referentienummer: `001${String(n).padStart(7, '0')}` }),
    );
  await scene.sync.idle();
  scene.commit(visitOf(99, { person: null, transactions: [], referentienummer: '0010000001' }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  const told = scene.practice.inspect().klantcontacten.map(({ referentienummer }) => referentienummer);
  expect(told).toHaveLength(41);
  expect(new Set(told).size).toBe(41);
});

const BSN = '999993653';
const question = { transactions: [], outcome: 'inOneGo' } as const;

/** The customers of our own contacts: their partij and rol. */
function customers({ practice }: Scene) {
  const { klantcontacten, betrokkenen } = practice.inspect();
  const own = klantcontacten.filter(({ referentienummer }) =>
    JSON.stringify(referentienummer ?? '').startsWith('"001'),
  );
  return betrokkenen.filter(({ hadKlantcontact }) =>
    own.some(({ uuid }) => JSON.stringify(hadKlantcontact).includes(JSON.stringify(uuid))),
  );
}

test('the contact of a visitor whom Klantinteracties knows is his: linked to the partij with his number', async () => {
  const scene = await openScene({ history: BSN });
  const signal = { kind: 'idee', text: 'Een bank bij de ingang.', referentienummer: '0010000900' } as const;
  scene.commit(visitOf(1, { ...question, signal }));
  await finish(scene);
  const [partij] = scene.practice.inspect().partijen;
  const his = { rol: 'klant', wasPartij: { uuid: partij?.['uuid'] } };
  expect(customers(scene)).toMatchObject([his, his]);
  expect(scene.practice.inspect().partijen).toHaveLength(1);
  expect(scene.gateway.seen.filter(({ path }) => path.includes(BSN))).toHaveLength(1);
  expect(scene.gateway.flaws()).toEqual([]);
});

test.each<{
  readonly who: string;
  readonly options: SceneOptions;
  readonly person: PersonRecord;
  readonly asked: number;
}>([
  { who: 'a person whom Klantinteracties does not know', options: {}, person: moulin, asked: 1 },
  {
    who: 'a person without number',
    options: { history: BSN },
    person: { ...moulin, burgerservicenummer: null },
    asked: 0,
  },
  {
    who: 'where numbers may not be asked',
    options: { history: BSN, findByBsn: false },
    person: moulin,
    asked: 0,
  },
])('$who: a contact without partij, and none is made', async ({ options, person, asked }) => {
  const scene = await openScene(options);
  const before = scene.practice.inspect().partijen.length;
  scene.commit(visitOf(1, { ...question, person }));
  await finish(scene);
  expect(customers(scene)).toMatchObject([{ wasPartij: null }]);
  expect(scene.practice.inspect().partijen).toHaveLength(before);
  expect(scene.gateway.seen.filter(({ path }) => path.includes('/partijen?'))).toHaveLength(asked);
});

test('a partij that cannot be asked puts the contact off, without the number in what IT reads', async () => {
  const scene = await openScene({ history: BSN });
  scene.gateway.judge = ({ path }) => (path.includes('/partijen?') ? { status: 503, body: '' } : 'pass');
  scene.commit(visitOf(1, question));
  await scene.sync.idle();
  expect(customers(scene)).toEqual([]);
  const kept = scene.store.db.prepare("SELECT * FROM outbox_item WHERE kind = 'klantcontact'").all();
  expect(JSON.stringify(kept)).toContain('partijen?');
  expect(JSON.stringify([kept, scene.log.lines])).not.toContain(BSN);
  scene.gateway.judge = () => 'pass';
  await finish(scene);
  expect(customers(scene)).toMatchObject([{ rol: 'klant', wasPartij: expect.anything() }]);
});

test('a lost answer: the same partij in the repeat, though another is given by then; once', async () => {
  const scene = await openScene({ history: BSN });
  const other = '11111111-1111-4111-8111-111111111111';
  let lost = false;
  scene.gateway.judge = ({ method, path }) => {
    if (method === 'POST' && path.endsWith('/betrokkenen') && !lost) {
      lost = true;
      return 'dropBefore';
    }
    if (lost && path.includes('/partijen?'))
      return { status: 200, body: JSON.stringify({ next: null, results: [{ uuid: other }] }) };
    return 'pass';
  };
  scene.commit(visitOf(1, question));
  await scene.sync.idle();
  const next = await scene.restart();
  await finish(next);
  const [partij] = next.practice.inspect().partijen;
  expect(lost).toBe(true);
  expect(customers(next)).toMatchObject([{ wasPartij: { uuid: partij?.['uuid'] } }]);
});

test('whom a colleague elsewhere added to the contact is not taken for our visitor', async () => {
  const scene = await openScene({ history: BSN });
  const [partij] = scene.practice.inspect().partijen;
  const listed = (of: unknown) => ({ uuid: '22222222-2222-4222-8222-222222222222', ...Object(of) });
  let tries = 0;
  scene.gateway.judge = ({ method, path }) => {
    if (!path.includes('/betrokkenen')) return 'pass';
    if (method === 'POST') return tries++ === 0 ? 'dropBefore' : 'pass';
    const results = [
      listed({ rol: 'klant', wasPartij: null }),
      listed({ rol: 'vertegenwoordiger', wasPartij: { uuid: partij?.['uuid'] } }),
    ];
    return { status: 200, body: JSON.stringify({ next: null, results }) };
  };
  scene.commit(visitOf(1, question));
  await finish(scene);
  expect(tries).toBe(2);
  expect(customers(scene)).toMatchObject([{ rol: 'klant', wasPartij: { uuid: partij?.['uuid'] } }]);
});

test('a clerk whom two workstations make at the same moment is the same one for both', async () => {
  const scene = await openScene();
  const other = scene.neighbour();
  // Both look before either makes him; and look again when both have.
  const gates = [Promise.withResolvers<'pass'>(), Promise.withResolvers<'pass'>()];
  let looked = 0;
  scene.gateway.judge = ({ method, path }) => {
    if (method !== 'GET' || !path.includes('/actoren')) return 'pass';
    looked += 1;
    const gate = gates[looked <= 2 ? 0 : 1];
    if (looked % 2 === 0) gate?.resolve('pass');
    return gate?.promise ?? 'pass';
  };
  scene.commit(visitOf(1, { transactions: [] }));
  other.commit(visitOf(2, { transactions: [] }));
  await Promise.all([scene.sync.idle(), other.sync.idle()]);
  const { actoren, actorklantcontacten } = scene.practice.inspect();
  const [lowest] = actoren.map(({ uuid }) => textOf(uuid)).toSorted((a, b) => a.localeCompare(b));
  expect(actoren).toHaveLength(2);
  expect(actorklantcontacten.map(({ actor }) => actor)).toMatchObject([{ uuid: lowest }, { uuid: lowest }]);
});
