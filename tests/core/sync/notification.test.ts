import { expect, test } from 'vitest';
import { notifyKey, notifyToken } from '../../../electron/core/central/notify/notify-token.ts';
import { createNotificationSweep, type Notification } from '../../../electron/core/notifications/index.ts';
import { textOf } from '../../../electron/practice/json.ts';
import { PRACTICE_TEMPLATES } from '../../../electron/practice/index.ts';
import { problem } from './gateway.ts';
import { context, finish, openScene, type Scene, statusOf } from './sync-scene.ts';
import { visitOf } from './visits.ts';

const CONFIRMATION: Omit<Notification, 'createdAt'> = {
  notificationId: 'n1',
  visitId: 'v1',
  message: 'confirmation',
  channel: 'email',
  address: 'suzanne@example.nl',
  label: 'W1-1',
  productName: null,
  personalisation: {
    gemeente: 'Gemeente Oefenstad',
    locatie: 'Oefenhal',
    datum: '23 november 2026',
    producten: 'Uittreksel uit de BRP',
    zaaknummers: 'BALIE-W1-1',
    bonnummer: 'W1-1',
  },
  state: 'toSend',
};

const sent = ({ practice }: Scene) => practice.inspect().notifications;
const calls = ({ gateway }: Scene) =>
  gateway.seen
    .filter(({ path }) => path.startsWith('/notify'))
    .map(({ method, path }) => `${method} ${path}`);

/** A leap of the clock while a token is on its way would make it too old. */
async function inSmallSteps({ sync, clock }: Scene): Promise<void> {
  for (let second = 0; second < 90 && statusOf(sync).items.length > 0; second += 1) {
    await sync.idle();
    await clock.advance(1000);
  }
}

test('a message goes out once, under the number of its item, and the address is gone from this PC', async () => {
  const scene = await openScene();
  scene.notify(CONFIRMATION);
  await scene.sync.idle();
  expect(sent(scene)).toMatchObject([
    {
      email_address: 'suzanne@example.nl',
      subject: 'Uw bezoek aan Gemeente Oefenstad',
      template: { id: PRACTICE_TEMPLATES.confirmation.email },
    },
  ]);
  const [item] = scene.store.db.prepare('SELECT item_id, state FROM outbox_item').all();
  expect(item).toEqual({ item_id: sent(scene)[0]?.['reference'], state: 'done' });
  expect(calls(scene)).toEqual(['POST /notify/v2/notifications/email']);
  expect(scene.delivered).toEqual(['notification']);
  expect(scene.notifications.byId('n1')).toMatchObject({
    state: 'ended',
    address: null,
    personalisation: {},
  });
});

test('a text message goes to the number, with the template of its channel', async () => {
  const scene = await openScene();
  scene.notify({ ...CONFIRMATION, channel: 'sms', address: '+31612345678' });
  await scene.sync.idle();
  expect(sent(scene)).toMatchObject([
    { phone_number: '+31612345678', type: 'sms', template: { id: PRACTICE_TEMPLATES.confirmation.sms } },
  ]);
});

test.each(['dropAfter', 'dropBefore'] as const)(
  'an answer that was lost (%s) is looked up by our reference before anything is sent again',
  async (verdict) => {
    const scene = await openScene();
    let lost = 0;
    scene.gateway.judge = ({ method }) => (method === 'POST' && lost++ === 0 ? verdict : 'pass');
    scene.notify(CONFIRMATION);
    await inSmallSteps(scene);
    expect(sent(scene)).toHaveLength(1);
    const reference = textOf(sent(scene)[0]?.['reference']);
    expect(calls(scene)).toEqual([
      'POST /notify/v2/notifications/email',
      `GET /notify/v2/notifications?reference=${reference}`,
      ...(verdict === 'dropBefore' ? ['POST /notify/v2/notifications/email'] : []),
    ]);
  },
);

test('the program that dies after sending finds its message at the next start', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ method }) => (method === 'POST' ? 'dropAfter' : 'dropBefore');
  scene.notify(CONFIRMATION);
  await scene.sync.idle();
  const again = await scene.restart();
  scene.gateway.judge = () => 'pass';
  await finish(again);
  expect(sent(again)).toHaveLength(1);
  expect(again.delivered).toEqual(['notification']);
});

test('an answer that comes twice is not taken for that of the next message', async () => {
  const scene = await openScene({ parallel: 1 });
  scene.practice.faults.set('notify', { next: ['answerTwice'] });
  scene.notify(CONFIRMATION);
  scene.notify({ ...CONFIRMATION, notificationId: 'n2', address: 'tweede@example.nl' });
  await finish(scene);
  expect(sent(scene).map((each) => each['email_address'])).toEqual([
    'suzanne@example.nl',
    'tweede@example.nl',
  ]);
});

test('429 waits, without a person and without a second message', async () => {
  const scene = await openScene();
  scene.practice.faults.set('notify', { next: ['tooManyRequests'] });
  scene.notify(CONFIRMATION);
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toMatchObject([
    { kind: 'notification', state: 'queued', reason: expect.stringContaining('NotifyNL) is te druk') },
  ]);
  await finish(scene);
  expect(sent(scene)).toHaveLength(1);
});

test('a message that is refused waits for a person, with the reason and without the address', async () => {
  const scene = await openScene();
  const { bonnummer: _left, ...incomplete } = CONFIRMATION.personalisation;
  scene.notify({ ...CONFIRMATION, personalisation: incomplete });
  await scene.sync.idle();
  const [item] = statusOf(scene.sync).items;
  expect(item).toMatchObject({
    state: 'parked',
    step: 'bericht',
    reason: expect.stringContaining('Missing personalisation: bonnummer'),
  });
  const inspect = scene.sync.handlers['sync.inspect'];
  const shown = await inspect.run({ commandId: 'c', itemId: item?.itemId ?? '' } as never, context);
  expect(JSON.stringify(shown)).toContain('s•••@example.nl');
  expect(JSON.stringify(shown)).not.toContain('suzanne@');
  expect(JSON.stringify(scene.log)).not.toContain('suzanne@');
});

test('a key that is not taken stops this circuit alone, and IT is asked', async () => {
  const scene = await openScene({
    secrets: {
      notify: 'balie-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
    },
  });
  scene.notify(CONFIRMATION);
  scene.notify({ ...CONFIRMATION, notificationId: 'n2' });
  await scene.sync.idle();
  const { items, systems } = statusOf(scene.sync);
  expect(items.map(({ state }) => state)).toEqual(['parked', 'queued']);
  expect(items[0]?.reason).toContain('laat deze werkplek dit niet doen (AuthError)');
  expect(systems.find(({ name }) => name === 'notify')).toMatchObject({ reachable: false });
  expect(sent(scene)).toEqual([]);
});

test('NotifyNL that is away holds up no zaak', async () => {
  const scene = await openScene();
  scene.practice.faults.set('notify', { down: true });
  scene.notify(CONFIRMATION);
  scene.commit(visitOf(1));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items.map(({ kind }) => kind)).toEqual(['notification']);
  expect(scene.practice.inspect().zaken).toHaveLength(1);
});

test('a clock that is ten minutes off is put right by the first refusal', async () => {
  const scene = await openScene({ serverAheadMs: 600_000 });
  scene.notify(CONFIRMATION);
  await scene.sync.idle();
  expect(sent(scene)).toHaveLength(1);
  expect(calls(scene)).toHaveLength(2);
});

test('after a week a look-up proves nothing, so it is not sent again', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ path }) => (path.startsWith('/notify') ? 'dropBefore' : 'pass');
  scene.notify(CONFIRMATION);
  await scene.sync.idle();
  scene.clock.jumpTo('2026-12-01T09:00:00.000Z');
  scene.gateway.judge = () => 'pass';
  const again = await scene.restart();
  await again.sync.idle();
  await again.clock.advance(60_000);
  await again.sync.idle();
  expect(statusOf(again.sync).items).toMatchObject([
    { state: 'parked', reason: expect.stringContaining('dubbel krijgen') },
  ]);
  expect(sent(again)).toEqual([]);
});

test('a message of which the address was wiped is not sent', async () => {
  const scene = await openScene();
  scene.notify({ ...CONFIRMATION, address: null });
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toMatchObject([
    { state: 'parked', reason: expect.stringContaining('is gewist') },
  ]);
});

test('a clerk gives a message that was refused the right address, and it goes at once', async () => {
  const scene = await openScene();
  let refuse = true;
  scene.gateway.judge = ({ method }) =>
    method === 'POST' && refuse
      ? {
          status: 400,
          headers: { 'content-type': 'application/json' },
          body: '{"status_code":400,"errors":[{"error":"ValidationError","message":"email_address Not a valid email address"}]}',
        }
      : 'pass';
  scene.notify(CONFIRMATION);
  await scene.sync.idle();
  const [item] = statusOf(scene.sync).items;
  expect(item).toMatchObject({ state: 'parked', channel: 'email' });
  expect(item?.reason).toContain('email_address Not a valid email address');
  refuse = false;
  const correct = (address: string) => {
    const { kind, run } = scene.sync.handlers['sync.correctAddress'];
    expect(kind).toBe('atomic');
    const input = { commandId: 'c', itemId: item?.itemId ?? '', address };
    return scene.store.atomically(() => run(input, context));
  };
  expect(correct('suzanne')).toEqual({
    ok: false,
    error: { code: 'invalidInput', field: 'address', detail: 'noAt' },
  });
  expect(correct(' ander@example.nl')).toMatchObject({ ok: true });
  await scene.sync.idle();
  expect(sent(scene)).toMatchObject([{ email_address: 'ander@example.nl' }]);
  expect(correct('nog@example.nl')).toMatchObject({ error: { code: 'notParked' } });
});

test('another message under our reference is not taken for ours, and ours is not sent over it', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ path }) => (path.startsWith('/notify') ? 'dropBefore' : 'pass');
  scene.notify(CONFIRMATION);
  await scene.sync.idle();
  const key = notifyKey(scene.practice.credentials.notifyApiKey);
  if (!key) throw new Error('the practice key is no key');
  const [item] = statusOf(scene.sync).items;
  const answer = await fetch(`${scene.practice.origin}/notify/v2/notifications/email`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${notifyToken(key, scene.clock.now())}` },
    body: JSON.stringify({
      template_id: PRACTICE_TEMPLATES.readyForPickUp.email,
      email_address: 'iemand@example.nl',
      personalisation: { gemeente: 'g', locatie: 'l', product: 'p', zaaknummer: 'z' },
      reference: item?.itemId,
    }),
  });
  expect(answer.status).toBe(201);
  scene.gateway.judge = () => 'pass';
  for (let second = 0; second < 60 && statusOf(scene.sync).items[0]?.state !== 'parked'; second += 1) {
    await scene.clock.advance(1000);
    await scene.sync.idle();
  }
  expect(statusOf(scene.sync).items).toMatchObject([
    { state: 'parked', reason: expect.stringContaining('onder dit kenmerk een ander bericht') },
  ]);
  expect(sent(scene)).toHaveLength(1);
});

test('a message whose template was taken out of the configuration waits for a person, and nothing is asked', async () => {
  const scene = await openScene({ templates: { webForm: PRACTICE_TEMPLATES.webForm } });
  scene.notify(CONFIRMATION);
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toMatchObject([
    { state: 'parked', reason: expect.stringContaining('central.notify.templates') },
  ]);
  expect(calls(scene)).toEqual([]);
});

test('a message whose address went after the retention stays until a person ends it', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ path }) => (path.startsWith('/notify') ? problem(400, 'invalid') : 'pass');
  scene.notify(CONFIRMATION);
  await scene.sync.idle();
  const end = (itemId: string) =>
    scene.store.atomically(() => scene.sync.handlers['sync.end'].run({ commandId: 'c', itemId }, context));
  const itemOf = () => {
    const [item] = statusOf(scene.sync).items;
    if (!item) throw new Error('nothing is held up');
    return item;
  };
  const { itemId } = itemOf();
  // What can still be sent is not ended.
  expect(end(itemId)).toMatchObject({ ok: false, error: { code: 'notParked' } });
  const sweep = createNotificationSweep(scene.store, 0, { record: () => undefined });
  await scene.clock.advance(1000);
  scene.store.atomically(() => sweep.removeBatch(scene.clock.now()));
  expect(itemOf()).toMatchObject({ state: 'parked', reason: expect.stringContaining('is gewist') });
  // Trying again changes nothing: there is no address.
  scene.gateway.judge = () => 'pass';
  scene.store.atomically(
    () => void scene.sync.handlers['sync.retry'].run({ commandId: 'c', itemId }, context),
  );
  await scene.sync.idle();
  expect(itemOf()).toMatchObject({ state: 'parked', reason: expect.stringContaining('is gewist') });
  expect(end(itemId)).toEqual({ ok: true, value: { done: true } });
  expect(statusOf(scene.sync).items).toEqual([]);
});
