import { expect, test } from 'vitest';
import type { CommittedVisit } from '../../../electron/core/records.ts';
import { textOf } from '../../../electron/practice/json.ts';
import { problem } from './gateway.ts';
import { context, finish, openScene, type Scene, statusOf } from './sync-scene.ts';
import { moulin, visitOf } from './visits.ts';

const HANDED_OVER: Partial<CommittedVisit> = {
  outcome: 'handedOver',
  person: moulin,
  transactions: [],
  note: 'Voor Afdeling Vergunningen.',
  handOver: {
    target: { kind: 'afdeling', id: 'vergunningen', name: 'Afdeling Vergunningen' },
    gevraagdeHandeling: 'Contact opnemen met betrokkene',
    toelichting: 'Afhandelen uiterlijk 26 november 2026.\nTerugbellen op 0612345678.',
    phone: '0612345678',
  },
  signal: { kind: 'klacht', text: 'De lift is al weken stuk.', referentienummer: '0010000900' },
};

test('a hand-over becomes one internetaak at the department, with the number to call back', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, HANDED_OVER));
  await scene.sync.idle();
  const world = scene.practice.inspect();
  const [contact] = world.klantcontacten;
  const department = world.actoren.find(({ naam }) => naam === 'Afdeling Vergunningen');
  expect(department).toMatchObject({
    soortActor: 'organisatorische_eenheid',
    actoridentificator: {
      objectId: 'vergunningen',
      codeObjecttype: 'afd',
      codeRegister: 'obj',
      codeSoortObjectId: 'idf',
    },
  });
  expect(world.internetaken).toMatchObject([
    {
      referentienummer: '0010000001',
      gevraagdeHandeling: 'Contact opnemen met betrokkene',
      toelichting: 'Afhandelen uiterlijk 26 november 2026.\nTerugbellen op 0612345678.',
      status: 'te_verwerken',
      aanleidinggevendKlantcontact: { uuid: contact?.['uuid'] },
      toegewezenAanActoren: [{ uuid: department?.['uuid'] }],
    },
  ]);
  expect(world.digitaleadressen).toMatchObject([
    { soortDigitaalAdres: 'telefoonnummer', adres: '0612345678' },
  ]);
  expect(scene.gateway.flaws()).toEqual([]);
});

test('a complaint is a klantcontact of its own, beside that of the visit', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, HANDED_OVER));
  await scene.sync.idle();
  const world = scene.practice.inspect();
  expect(world.klantcontacten).toMatchObject([
    { referentienummer: '0010000001', onderwerp: 'Bezoek aan de balie' },
    {
      referentienummer: '0010000900',
      kanaal: 'balie',
      onderwerp: 'Klacht aan de balie',
      inhoud: 'De lift is al weken stuk.',
      metadata: { bron: 'waarmee', soort: 'klacht' },
    },
  ]);
  expect(world.betrokkenen).toHaveLength(2);
  expect(world.actorklantcontacten).toHaveLength(2);
});

test('a number that an internetaak of somebody else has is passed by', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, HANDED_OVER));
  await scene.sync.idle();
  // Another PC with the same numbers: its contacts and tasks take the next free ones.
  scene.commit(visitOf(2, { ...HANDED_OVER, referentienummer: visitOf(1).referentienummer }));
  await scene.sync.idle();
  const { internetaken, klantcontacten } = scene.practice.inspect();
  expect(internetaken.map(({ referentienummer }) => referentienummer)).toEqual(['0010000001', '0010000002']);
  expect(klantcontacten).toHaveLength(4);
});

test.each(['dropAfter', 'dropBefore'] as const)(
  'every request whose answer is lost or that never arrived (%s) is made exactly once',
  async (verdict) => {
    const scene = await openScene();
    const broken = new Set<string>();
    scene.gateway.judge = ({ method, path }) => {
      if (method !== 'POST' || broken.has(path)) return 'pass';
      broken.add(path);
      return verdict;
    };
    for (const number of [1, 2])
      scene.commit(
        visitOf(number, {
          ...HANDED_OVER,
          ...(HANDED_OVER.signal && {
            signal: { ...HANDED_OVER.signal, referentienummer: `001000090${number}` },
          }),
        }),
      );
    for (let round = 0; round < 40; round += 1) {
      await scene.sync.idle();
      await scene.clock.advance(120_000);
    }
    await scene.sync.idle();
    const world = scene.practice.inspect();
    expect(broken).toContain('/klantinteracties/api/v1/internetaken');
    expect({
      klantcontacten: world.klantcontacten.length,
      internetaken: world.internetaken.length,
      betrokkenen: world.betrokkenen.length,
      digitaleadressen: world.digitaleadressen.length,
      // Two clerks' visits, one clerk, one department.
      actoren: world.actoren.length,
    }).toEqual({ klantcontacten: 4, internetaken: 2, betrokkenen: 4, digitaleadressen: 2, actoren: 2 });
  },
);

/** Somebody at the department adds a line to the task. */
async function writtenByColleague({ gateway, practice }: Scene, line: string): Promise<void> {
  const asked = gateway.seen.findLast(({ path }) => path.endsWith('/internetaken'));
  const [task] = practice.inspect().internetaken;
  const answer = await fetch(`${practice.origin}${asked?.path ?? ''}/${textOf(task?.['uuid'])}`, {
    method: 'PATCH',
    headers: { authorization: String(asked?.headers['authorization']), 'content-type': 'application/json' },
    body: JSON.stringify({ toelichting: `${textOf(task?.['toelichting'])}\n${line}` }),
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
}

test('a number that is refused holds up the call-back alone, and goes once a clerk corrected it', async () => {
  const scene = await openScene();
  const refused = problem(400, 'invalid', {
    invalidParams: [{ name: 'adres', code: 'invalid', reason: 'Het opgegeven telefoonnummer is ongeldig.' }],
  });
  scene.gateway.judge = ({ method, path, body }) =>
    method === 'POST' && path.endsWith('/digitaleadressen') && body.includes('0612345678') ? refused : 'pass';
  scene.commit(visitOf(1, { ...HANDED_OVER, transactions: visitOf(1).transactions }));
  await scene.sync.idle();
  expect(scene.practice.inspect()).toMatchObject({
    internetaken: [{}],
    klantcontacten: [{}, {}],
    onderwerpobjecten: [{}],
    digitaleadressen: [],
  });
  const [item] = statusOf(scene.sync).items;
  if (!item) throw new Error('nothing is held up');
  expect(item).toMatchObject({ state: 'parked', step: 'telefoon' });
  await writtenByColleague(scene, 'Gebeld, geen gehoor.');
  let lost = 0;
  scene.gateway.judge = ({ method }) => (method === 'PATCH' && lost++ === 0 ? 'dropAfter' : 'pass');
  const inspect = () => scene.sync.handlers['sync.inspect'].run({ itemId: item.itemId }, context);
  expect(await inspect()).toMatchObject({ ok: true, value: { phone: '0612345678', tooLong: null } });
  const audited: string[] = [];
  const clerk = { staffId: 's1', loginName: 'b', name: 'Bea', role: 'clerk', active: true } as const;
  const correct = () =>
    scene.store.atomically(() =>
      scene.sync.handlers['sync.correctPhone'].run(
        { commandId: 'c', itemId: item.itemId, phone: '0612345679' },
        { ...context, staff: clerk, audit: (...line) => void audited.push(line.join(' ')) },
      ),
    );
  expect(correct()).toMatchObject({ ok: true });
  await finish(scene);
  expect(lost).toBe(1);
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect()).toMatchObject({
    internetaken: [
      {
        toelichting:
          'Afhandelen uiterlijk 26 november 2026.\nTerugbellen op 0612345679.\nGebeld, geen gehoor.',
      },
    ],
    digitaleadressen: [{ adres: '0612345679' }],
  });
  expect(audited).toEqual([`sync.correctPhone outbox ${item.itemId} ${item.label}`]);
  expect(correct()).toMatchObject({ ok: false, error: { code: 'notParked' } });
});
