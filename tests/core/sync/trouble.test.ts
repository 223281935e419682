import { expect, test } from 'vitest';
import { problem } from './gateway.ts';
import { context, openScene, type Scene, statusOf } from './sync-scene.ts';
import { uittreksel, visitOf } from './visits.ts';

const MINUTE = 60_000;

function retry({ sync, store }: Scene, itemId: string): unknown {
  const { run } = sync.handlers['sync.retry'];
  return store.atomically(() => run({ commandId: 'c', itemId }, context));
}

/** Two visits were committed, and nothing of the central side has answered for half an hour. */
async function afterHalfAnHourAway(): Promise<Scene> {
  const scene = await openScene();
  scene.practice.faults.set('all', { down: true });
  scene.commit(visitOf(1));
  scene.commit(visitOf(2));
  await scene.sync.idle();
  await scene.clock.advance(30 * MINUTE);
  await scene.sync.idle();
  return scene;
}

test('while the central side is away visits wait safely; they go by themselves when it is back', async () => {
  const scene = await afterHalfAnHourAway();

  const away = statusOf(scene.sync);
  expect(away).toMatchObject({
    online: false,
    queued: 4,
    parked: 0,
    oldestAt: '2026-11-23T09:00:00.000Z',
    waitsSince: '2026-11-23T09:00:00.000Z',
  });
  expect(away.systems.find(({ name }) => name === 'zaken')).toMatchObject({ reachable: false });
  expect(away.items.find(({ kind }) => kind === 'zaak')?.reason).toMatch(
    /staan veilig op deze computer.*vanzelf opnieuw/,
  );

  scene.practice.faults.clear();
  for (let round = 0; round < 4; round += 1) {
    await scene.clock.advance(5 * MINUTE);
    await scene.sync.idle();
  }
  expect(statusOf(scene.sync)).toMatchObject({ online: true, queued: 0, items: [] });
  expect(scene.practice.inspect().zaken).toHaveLength(2);
});

test('who does not want to wait has all that waits tried at once', async () => {
  const scene = await afterHalfAnHourAway();
  scene.practice.faults.clear();
  await scene.sync.idle();
  expect(statusOf(scene.sync)).toMatchObject({ queued: 4 });
  await scene.store.atomically(() => scene.sync.handlers['sync.tryNow'].run({ commandId: 'c' }, context));
  await scene.sync.idle();
  expect(statusOf(scene.sync)).toMatchObject({ online: true, queued: 0, items: [] });
  expect(scene.practice.inspect().zaken).toHaveLength(2);
});

test('since when nothing came through is since the last answer, and what is parked counts as the oldest', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1));
  await scene.sync.idle();
  expect(statusOf(scene.sync)).toMatchObject({ oldestAt: null, waitsSince: null });
  await scene.clock.advance(10 * MINUTE);
  scene.gateway.judge = ({ method, path }) => {
    if (path.startsWith('/klantinteracties')) return 'dropBefore';
    return method === 'POST' && path.endsWith('/rollen') ? problem(400, 'invalid', { title: 'Nee' }) : 'pass';
  };
  scene.commit(visitOf(2));
  await scene.sync.idle();
  await scene.clock.advance(90 * MINUTE);
  await scene.sync.idle();
  expect(statusOf(scene.sync)).toMatchObject({
    parked: 1,
    queued: 1,
    oldestAt: '2026-11-23T09:10:00.000Z',
    waitsSince: '2026-11-23T09:10:00.000Z',
  });
  const again = await scene.restart();
  expect(statusOf(again.sync)).toMatchObject({ waitsSince: '2026-11-23T09:10:00.000Z' });
});

test('while a system is away only one request now and then looks whether it is back', async () => {
  const scene = await openScene();
  scene.gateway.judge = () => 'dropBefore';
  for (let number = 1; number <= 20; number += 1) scene.commit(visitOf(number, { person: null }));
  await scene.sync.idle();
  const first = scene.gateway.seen.length;
  expect(first).toBeLessThanOrEqual(4);
  for (let minute = 0; minute < 60; minute += 1) {
    await scene.clock.advance(MINUTE);
    await scene.sync.idle();
  }
  expect(scene.gateway.seen.length - first).toBeLessThan(40);
});

test('while the documents alone are away one item looks whether they are back, and contacts are told', async () => {
  const scene = await openScene();
  const isDocument = ({ path }: { readonly path: string }) => path.startsWith('/documenten/');
  const asked = () => scene.gateway.seen.filter(isDocument).length;
  scene.gateway.judge = (passing) => (isDocument(passing) ? 'dropBefore' : 'pass');
  for (let number = 1; number <= 12; number += 1) scene.commit(visitOf(number));
  await scene.sync.idle();
  const first = asked();
  let most = 0;
  for (let minute = 0; minute < 30; minute += 1) {
    const before = asked();
    await scene.clock.advance(MINUTE);
    await scene.sync.idle();
    most = Math.max(most, asked() - before);
  }
  expect(first).toBe(4);
  // Twice in the first minute.
  expect(most).toBe(2);
  expect(statusOf(scene.sync)).toMatchObject({ parked: 0, queued: 12 });
  expect(scene.practice.inspect().klantcontacten).toHaveLength(12);
  scene.gateway.judge = () => 'pass';
  for (let minute = 0; minute < 10; minute += 1) {
    await scene.clock.advance(MINUTE);
    await scene.sync.idle();
  }
  expect(statusOf(scene.sync)).toMatchObject({ parked: 0, queued: 0 });
  expect(scene.practice.inspect().documenten).toHaveLength(12);
});

test('a catalogue that failed once and answers again holds no zaken one by one', async () => {
  const scene = await openScene({ parallel: 4 });
  const finish = async () => {
    for (let round = 0; round < 4; round += 1) {
      await scene.clock.advance(5 * MINUTE);
      await scene.sync.idle();
    }
    expect(statusOf(scene.sync).items).toEqual([]);
  };
  scene.gateway.judge = ({ path }) => (path.startsWith('/catalogi/') ? 'dropBefore' : 'pass');
  scene.commit(visitOf(1));
  await scene.sync.idle();
  scene.gateway.judge = () => 'pass';
  await finish();

  // The first is not answered before a second is under way.
  const second = Promise.withResolvers<'pass'>();
  let made = 0;
  scene.gateway.judge = ({ method, path }) => {
    if (method !== 'POST' || !path.endsWith('/zaken')) return 'pass';
    made += 1;
    if (made === 2) second.resolve('pass');
    return second.promise;
  };
  for (let number = 2; number <= 9; number += 1) scene.commit(visitOf(number));
  await second.promise;
  await finish();
});

test('what is held up can be read: what is done, what was asked and what came back, without numbers of persons', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ method, path }) =>
    method === 'POST' && path.endsWith('/rollen')
      ? problem(400, 'invalid', { title: 'Het bsn 999990512 is onbekend' })
      : 'pass';
  scene.commit(visitOf(1));
  await scene.sync.idle();
  const item = statusOf(scene.sync).items[0];
  if (!item) throw new Error('nothing is held up');
  const audited: string[] = [];
  const inspect = () =>
    scene.sync.handlers['sync.inspect'].run(
      { itemId: item.itemId },
      { ...context, audit: (...line) => void audited.push(line.join(' ')) },
    );
  const answer = await inspect();
  expect(answer).toMatchObject({
    ok: true,
    value: {
      done: ['zaak'],
      exchange: { method: 'POST', url: expect.stringMatching(/\/rollen$/), status: 400 },
      assignedTo: null,
    },
  });
  // What was sent can name a person: who looked at it is known.
  expect(audited).toEqual([`sync.inspect outbox ${item.itemId} ${item.label}`]);
  const shown = JSON.stringify(answer);
  expect(shown).toContain('betrokkeneType');
  expect(shown).toContain('Het bsn ••••••••• is onbekend');
  expect(shown).not.toMatch(/99999\d{4}/);
  expect(shown).not.toMatch(/Bearer|authorization/i);

  scene.gateway.judge = () => 'pass';
  retry(scene, item.itemId);
  await scene.sync.idle();
  expect(await inspect()).toMatchObject({ ok: true, value: { exchange: null } });
});

test('a colleague is named who sorts it out, and nobody who is not there', async () => {
  const scene = await openScene();
  scene.store.db.exec(
    `INSERT INTO staff (staff_id, login_name, name, role, active, passphrase, created_at)
     VALUES ('s1', 'b', 'Bea Beheer', 'administrator', 1, 'x', ''), ('s2', 'c', 'Weg', 'clerk', 0, 'x', '')`,
  );
  scene.gateway.judge = ({ method }) => (method === 'POST' ? problem(400, 'invalid', {}) : 'pass');
  scene.commit(visitOf(1));
  await scene.sync.idle();
  const itemId = statusOf(scene.sync).items[0]?.itemId ?? '';
  const assign = (staffId: string | null) =>
    scene.store.atomically(() =>
      scene.sync.handlers['sync.assign'].run({ commandId: 'c', itemId, staffId }, context),
    );
  expect(assign('s1')).toMatchObject({ ok: true });
  expect(statusOf(scene.sync).items[0]).toMatchObject({ assignedTo: 'Bea Beheer' });
  expect(assign('s2')).toMatchObject({ ok: false, error: { code: 'notFound', field: 'staffId' } });
  expect(assign(null)).toMatchObject({ ok: true });
  expect(statusOf(scene.sync).items[0]).toMatchObject({ assignedTo: null });
});

test('a refused field parks the zaak with the field named, and a retry goes on with the rest', async () => {
  const scene = await openScene();
  const invalidParams = [
    {
      name: 'omschrijving',
      code: 'max_length',
      reason: 'Zorg ervoor dat dit veld niet meer dan 80 karakters bevat.',
    },
  ];
  scene.gateway.judge = ({ method, path }) =>
    method === 'POST' && path.endsWith('/zaken') ? problem(400, 'invalid', { invalidParams }) : 'pass';
  scene.commit(visitOf(1));
  await scene.sync.idle();
  const { items, parked } = statusOf(scene.sync);
  expect(parked).toBe(1);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ kind: 'zaak', state: 'parked', step: 'zaak', nextAttemptAt: null });
  expect(items[0]?.reason).toContain(
    'de omschrijving: Zorg ervoor dat dit veld niet meer dan 80 karakters bevat',
  );
  expect(scene.sync.syncState(uittreksel(1).transactionId)).toBe('parked');
  // The contact took place all the same; its link to the zaak follows.
  expect(scene.practice.inspect()).toMatchObject({ klantcontacten: [{}], onderwerpobjecten: [] });

  scene.gateway.judge = () => 'pass';
  expect(retry(scene, items[0]?.itemId ?? '')).toEqual({ ok: true, value: { done: true } });
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect()).toMatchObject({
    zaken: [{}],
    klantcontacten: [{}],
    onderwerpobjecten: [{}],
  });
});

test('a moment that the server finds ahead of its clock is sent again a little later', async () => {
  const scene = await openScene();
  const invalidParams = [
    { name: 'laatsteBetaaldatum', code: 'future_not_allowed', reason: 'Niet in de toekomst.' },
  ];
  scene.gateway.judge = ({ method, path }) =>
    method === 'POST' && path.endsWith('/zaken') ? problem(400, 'invalid', { invalidParams }) : 'pass';
  scene.commit(visitOf(1));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items[0]).toMatchObject({ kind: 'zaak', state: 'queued' });
  scene.gateway.judge = () => 'pass';
  await scene.clock.advance(2000);
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
});

test('what the catalogue does not have is said by name', async () => {
  const scene = await openScene();
  const odd = uittreksel(2, { eigenschappen: { bestaatniet: 'x' } });
  scene.commit(visitOf(1, { transactions: [uittreksel(1, { zaaktype: 'BALIE-ONBEKEND' })] }));
  scene.commit(visitOf(2, { transactions: [odd] }));
  await scene.sync.idle();
  const reasons = statusOf(scene.sync).items.map(({ reason }) => reason);
  expect(reasons[0]).toContain('Het zaaktype BALIE-ONBEKEND was op 2026-11-23 niet geldig');
  expect(reasons[1]).toContain('heeft geen eigenschap "bestaatniet"');
});

test('refused access asks for IT, stops the system, and goes on by itself once IT has repaired it', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ path }) =>
    path.startsWith('/zaken/') ? problem(403, 'permission_denied') : 'pass';
  for (let number = 1; number <= 3; number += 1) scene.commit(visitOf(number));
  await scene.sync.idle();
  const asked = scene.gateway.seen.filter(({ path }) => path.startsWith('/zaken/')).length;
  expect(asked).toBeLessThanOrEqual(4);
  const parked = statusOf(scene.sync).items.filter(({ state }) => state === 'parked');
  expect(parked[0]?.reason).toMatch(/Vraag IT om de toegang te controleren/);
  expect(statusOf(scene.sync).systems.find(({ name }) => name === 'zaken')?.problem).toEqual({
    code: 'unauthorized',
  });

  scene.gateway.judge = () => 'pass';
  for (let round = 0; round < 8; round += 1) {
    await scene.clock.advance(5 * MINUTE);
    await scene.sync.idle();
  }
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect().zaken).toHaveLength(3);
});

test('while access is refused one item tells IT, and the others wait instead of being parked one by one', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ path }) =>
    path.startsWith('/zaken/') ? problem(401, 'authentication_failed') : 'pass';
  for (let number = 1; number <= 6; number += 1) scene.commit(visitOf(number));
  for (let minute = 0; minute < 10; minute += 1) {
    await scene.clock.advance(MINUTE);
    await scene.sync.idle();
  }
  const zaken = statusOf(scene.sync).items.filter(({ kind }) => kind === 'zaak');
  expect(zaken.filter(({ state }) => state === 'parked')).toHaveLength(1);
  expect(zaken).toHaveLength(6);
});

test('a missing secret is refused access, without a request', async () => {
  const scene = await openScene({ secrets: {} });
  scene.commit(visitOf(1));
  await scene.sync.idle();
  expect(scene.gateway.seen).toEqual([]);
  expect(statusOf(scene.sync).items[0]?.reason).toContain('Vraag IT');
});

test('Retry-After of a busy server is honoured', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ path }) =>
    path.startsWith('/zaken/') ? { status: 429, body: '', headers: { 'retry-after': '90' } } : 'pass';
  scene.commit(visitOf(1));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items[0]).toMatchObject({
    state: 'queued',
    nextAttemptAt: '2026-11-23T09:01:30.000Z',
  });
  expect(statusOf(scene.sync).items[0]?.reason).toContain('te druk');
  scene.gateway.judge = () => 'pass';
  const before = scene.gateway.seen.length;
  await scene.clock.advance(89_000);
  await scene.sync.idle();
  expect(scene.gateway.seen.slice(before).filter(({ path }) => path.startsWith('/zaken/'))).toEqual([]);
  await scene.clock.advance(1000);
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
});

test('an answer that stays unreadable is parked in the end, and asked for again every quarter of an hour', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ path }) =>
    path.startsWith('/zaken/') ? { status: 200, body: '{"results": [{"url": 7}]}' } : 'pass';
  scene.commit(visitOf(1));
  for (let round = 0; round < 10; round += 1) {
    await scene.sync.idle();
    await scene.clock.advance(10 * MINUTE);
  }
  expect(statusOf(scene.sync).items.find(({ kind }) => kind === 'zaak')).toMatchObject({
    state: 'parked',
    nextAttemptAt: expect.any(String),
  });
});

test('a zaak that carries our number but not our mark is left alone', async () => {
  const scene = await openScene();
  const mine = uittreksel(1);
  scene.commit(visitOf(1));
  await scene.sync.idle();
  // Another transaction with, by mistake, the same number.
  const clash = uittreksel(2, { zaakIdentificatie: mine.zaakIdentificatie });
  scene.commit(visitOf(2, { transactions: [clash] }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items.find(({ kind }) => kind === 'zaak')?.reason).toContain(
    'al van een andere zaak',
  );
  expect(scene.practice.inspect().zaken).toHaveLength(1);
});

test('a retry of what is not parked is refused', async () => {
  const scene = await openScene();
  expect(retry(scene, 'nothing')).toMatchObject({ ok: false, error: { code: 'notFound' } });
});
