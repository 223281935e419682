import { expect, onTestFinished, test } from 'vitest';
import { createCore, type Core } from '../../electron/core/create-core.ts';
import type { Caller } from '../../electron/core/handlers.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/lib/result.ts';
import { startCoreWorld, type World } from '../helpers/core-world.ts';
import { SMALL_JPEG } from '../helpers/core-transactions.ts';
import { createTestIds } from '../helpers/ids.ts';
import { testFolder } from '../helpers/store.ts';

const caller: Caller = { audience: 'counter', client: 'window 1', counter: 1 };
const commands = createTestIds('delivery');

function callerOf(core: Core) {
  return async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const answer = (await core.dispatch(name, input, caller)) as Result<CallOutput<N>>;
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
}

/** A passport is asked for and paid; answers the number of its zaak. */
async function passportVisit(core: Core, beforeKlaar = () => {}): Promise<string> {
  const must = callerOf(core);
  const command = () => ({ commandId: commands.uuid() });
  await must('session.login', { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' });
  await must('hall.startWithoutTicket', { ...command(), group: 'P' });
  const visitId = (await must('visits.current', {}))?.visitId ?? '';
  await must('visits.identify', { ...command(), visitId, by: { kind: 'bsn', bsn: '999990512' } });
  const added = await must('visits.addProduct', { ...command(), visitId, productId: 'paspoort' });
  const transactionId = added.transactions[0]?.transactionId ?? '';
  const checked = ['identiteit', 'oudeDocumenten', 'aanvraagstation'];
  const data = { kind: 'checklist' as const, checked };
  await must('transactions.saveStep', { ...command(), transactionId, index: 0, data });
  await must('transactions.attach', {
    ...command(),
    transactionId,
    index: 2,
    mime: 'image/jpeg',
    base64: SMALL_JPEG,
  });
  beforeKlaar();
  const klaar = { ...command(), visitId, outcome: 'pickUpNeeded', payment: { method: 'card' } } as const;
  const answer = await must('transactions.commit', klaar);
  return answer.zaken[0]?.zaakIdentificatie ?? '';
}

/** Waits until everything of today's visits is in the central systems. */
async function delivered({ clock }: World, core: Core): Promise<void> {
  const must = callerOf(core);
  for (;;) {
    const { queued, parked } = await must('sync.status', {});
    expect(parked).toBe(0);
    if (queued === 0) return;
    await clock.advance(1_000);
  }
}

test('what is klaar at the counter is in the zaaksysteem, once', async () => {
  const world = await startCoreWorld();
  const zaak = await passportVisit(world.core);
  await delivered(world, world.core);
  const [visit] = await callerOf(world.core)('visits.finished', {});
  expect(visit?.transactions).toMatchObject([{ zaakIdentificatie: zaak, sync: 'done' }]);
  const { zaken } = world.practice.inspect();
  expect(zaken).toMatchObject([{ identificatie: zaak }]);
});

test('with the network away the visit is klaar all the same, and delivered after a restart', async () => {
  const world = await startCoreWorld();
  const zaak = await passportVisit(world.core, () => world.practice.faults.set('all', { down: true }));
  await world.clock.advance(60_000);
  expect(await callerOf(world.core)('sync.status', {})).toMatchObject({ parked: 0 });
  await world.core.stop();
  expect(world.practice.inspect().zaken).toHaveLength(0);

  world.practice.faults.clear();
  const later = await createCore(world.deps);
  onTestFinished(() => later.stop());
  const login = { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' };
  await callerOf(later)('session.login', login);
  await delivered(world, later);
  expect(await callerOf(later)('visits.finished', {})).toMatchObject([
    { transactions: [{ zaakIdentificatie: zaak, sync: 'done' }] },
  ]);
  expect(world.practice.inspect().zaken).toHaveLength(1);
});

test('nothing of a visit is in the log', async () => {
  const world = await startCoreWorld();
  await passportVisit(world.core);
  await delivered(world, world.core);
  await world.core.stop();
  const again = await createCore(world.deps);
  await again.stop();
  const text = JSON.stringify(world.log.lines);
  for (const part of ['999990512', 'Goulouse', 'Barbara', 'Medewerker', 'oefenen-aan'])
    expect(text).not.toContain(part);
});

/** Somebody comes for his passport: all but the zaak is filled in. */
async function pickUpBegun(core: Core, bsn: string) {
  const must = callerOf(core);
  const command = () => ({ commandId: commands.uuid() });
  await must('hall.startWithoutTicket', { ...command(), group: 'P' });
  const visitId = (await must('visits.current', {}))?.visitId ?? '';
  await must('visits.identify', { ...command(), visitId, by: { kind: 'bsn', bsn } });
  const added = await must('visits.addProduct', { ...command(), visitId, productId: 'paspoort-ophalen' });
  const transactionId = added.transactions[0]?.transactionId ?? '';
  const fill = async (index: number, data: CallInput<'transactions.saveStep'>['data']) =>
    must('transactions.saveStep', { ...command(), transactionId, index, data });
  await fill(0, { kind: 'checklist', checked: ['identiteit', 'gegevensKloppen', 'uitreiking'] });
  await fill(1, { kind: 'form', values: { documentnummer: 'NXB1K2C34' } });
  return {
    choose: (pickUpOf: string) =>
      must('transactions.choose', { ...command(), transactionId, variantId: null, urgent: false, pickUpOf }),
    finish: () =>
      must('transactions.commit', {
        ...command(),
        visitId,
        outcome: 'inOneGo',
        payment: { method: 'none' },
      }),
  };
}

/** Waits until the zaak of today is parked. */
async function heldUp({ clock }: Pick<World, 'clock'>, core: Core) {
  const must = callerOf(core);
  const held = async () => (await must('sync.status', {})).items.find(({ kind }) => kind === 'zaak');
  for (let hour = 0; hour < 24 && (await held())?.state !== 'parked'; hour += 1) {
    await clock.advance(3_600_000);
    await must('session.unlock', { passphrase: 'oefenen-aan-de-balie' });
  }
  return held();
}

test('a pick-up under a number that is not there, is held up, corrected by the clerk, and closes the right zaak once', async () => {
  const world = await startCoreWorld();
  const { core, practice } = world;
  const zaak = await passportVisit(core);
  await delivered(world, core);
  const must = callerOf(core);
  const { choose, finish } = await pickUpBegun(core, '999990512');
  expect((await choose(zaak)).transactions[0]?.pickUp).toEqual({
    check: 'central',
    productName: 'Paspoort',
    startedOn: expect.any(String),
    forName: 'Barbara Goulouse',
    holder: 'same',
  });
  practice.faults.set('all', { down: true });
  expect((await choose('ZAAK-2026-0000000001')).transactions[0]?.pickUp?.check).toBe('notLookedUp');
  await finish();
  practice.faults.clear();
  const item = await heldUp(world, core);
  expect(item).toMatchObject({ state: 'parked', label: 'ZAAK-2026-0000000001', canCorrect: true });
  expect(item?.reason).toMatchObject({ code: 'zaakNotThere' });
  const correct = { itemId: item?.itemId ?? '', zaakIdentificatie: ` ${zaak} ` };
  expect(
    await core.dispatch(
      'sync.correct',
      { commandId: commands.uuid(), ...correct, zaakIdentificatie: 'weet niet' },
      caller,
    ),
  ).toMatchObject({ error: { code: 'productNotPossible', detail: 'zaakNumberForm' } });
  const sent = { commandId: commands.uuid(), ...correct };
  await must('sync.correct', sent);
  await must('sync.correct', sent);
  await delivered(world, core);
  expect(practice.inspect()).toMatchObject({
    zaken: [{ identificatie: zaak, einddatum: expect.any(String) }],
    resultaten: [{}],
  });
  expect(item?.label).not.toBe(zaak);
});

test('a pick-up that nobody could look up, of another person, touches nothing until the clerk says that it is right', async () => {
  const world = await startCoreWorld();
  const { practice, deps } = world;
  const zaak = await passportVisit(world.core);
  await delivered(world, world.core);
  const core = await createCore({ ...deps, dataDir: testFolder(), ids: createTestIds('neighbour') });
  onTestFinished(() => core.stop());
  const must = callerOf(core);
  await must('session.login', { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' });
  const { choose, finish } = await pickUpBegun(core, '999990275');
  practice.faults.set('all', { down: true });
  expect((await choose(zaak)).transactions[0]?.pickUp).toMatchObject({
    check: 'notLookedUp',
    holder: 'unknown',
  });
  await finish();
  practice.faults.clear();
  const item = await heldUp(world, core);
  expect(item).toMatchObject({ state: 'parked', reason: { code: 'zaakOfOther', data: { zaak } } });
  expect(practice.inspect()).toMatchObject({ zaken: [{ einddatum: null }], resultaten: [] });
  const itemId = item?.itemId ?? '';
  await must('sync.correct', { commandId: commands.uuid(), itemId, zaakIdentificatie: zaak });
  await delivered(world, core);
  expect(practice.inspect()).toMatchObject({
    zaken: [{ einddatum: expect.any(String) }],
    resultaten: [{}],
  });
});
