import { expect, test } from 'vitest';
import { courseOf } from '../../../shared/domain/statistics/course.ts';
import type { StepData } from '../../../shared/domain/product.ts';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { BSN, passport } from '../../helpers/core-persons.ts';

const checklist: StepData = { kind: 'checklist', checked: ['identiteit', 'formulier'] };

async function atWork(at?: string) {
  const desk = await openDesk();
  if (at) desk.clock.jumpTo(at);
  await desk.must('hall.issueTicket', { commandId: desk.commandId(), group: 'O' });
  const ticket = await desk.must('hall.callNext', { commandId: desk.commandId() });
  await desk.read(passport(BSN.adult, { withBsn: true }));
  const visit = await desk.must('visits.current', {});
  const visitId = visit?.visitId ?? '';
  const added = await desk.must('visits.addProduct', {
    commandId: desk.commandId(),
    visitId,
    productId: 'vog',
  });
  const transactionId = added.transactions[0]?.transactionId ?? '';
  const save = { commandId: desk.commandId(), transactionId, index: 0, data: checklist };
  await desk.must('transactions.saveStep', save);
  return { desk, visitId, ticketId: ticket?.ticketId ?? '', transactionId };
}

test('without a visitor there is no visit; with one there is, the same each time', async () => {
  const desk = await openDesk();
  expect(await desk.must('visits.current', {})).toBeNull();
  const { visitId } = await desk.startVisit();
  expect((await desk.must('visits.current', {}))?.visitId).toBe(visitId);
  expect(desk.store.db.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(1);
});

test('a visit knows its number, its group and how long the visitor waited', async () => {
  const desk = await openDesk();
  const ticket = await desk.must('hall.issueTicket', { commandId: desk.commandId(), group: 'P' });
  await desk.clock.advance(125_000);
  await desk.must('hall.callNext', { commandId: desk.commandId() });
  expect(await desk.must('visits.current', {})).toMatchObject({
    ticketId: ticket.ticketId,
    number: 'P001',
    groupName: 'Paspoort en ID-kaart',
    waitedSeconds: 125,
    counter: 1,
  });
  expect(await desk.startVisit(2)).toMatchObject({ waitedSeconds: null, counter: 2 });
});

test.each([
  ['identified', async (desk: Desk) => desk.read(passport(BSN.adult, { withBsn: true }))],
  [
    'with a product',
    async (desk: Desk) => {
      const { visitId = '' } = (await desk.must('visits.current', {})) ?? {};
      await desk.must('visits.addProduct', { commandId: desk.commandId(), visitId, productId: 'vog' });
    },
  ],
])('a visitor is at the counter once he is %s, without a key for it', async (_, act) => {
  const desk = await openDesk();
  await desk.must('hall.issueTicket', { commandId: desk.commandId(), group: 'O' });
  await desk.must('hall.callNext', { commandId: desk.commandId() });
  await desk.clock.advance(35_000);
  await act(desk);
  await desk.clock.advance(5_000);
  await desk.read(passport(BSN.adult, { withBsn: true }));
  const [ticket] = await desk.hall.engine.history({ from: '2026-11-23', to: '2026-11-23' });
  expect(ticket && courseOf(ticket).walks).toEqual([{ counter: 1, seconds: 35 }]);
});

test('what was filled in is there again after a restart', async () => {
  const { desk, visitId } = await atWork();
  await desk.close();
  const later = await openDesk({ file: desk.file });
  expect(await later.must('visits.current', {})).toMatchObject({
    visitId,
    person: { bsnMasked: '•••••3653' },
    document: { kind: 'passport' },
    transactions: [{ product: { id: 'vog' }, steps: [{ data: checklist }, {}, {}] }],
  });
});

test.each([
  ['forward', '2027-03-27T22:58:00.000Z'],
  ['back', '2026-10-24T21:58:00.000Z'],
])(
  'a visit over midnight is finished the next day, with all of it, also when clocks go %s',
  async (_, evening) => {
    const { desk, visitId, transactionId } = await atWork(evening);
    await desk.clock.advance(5 * 3_600_000);
    expect(await desk.must('visits.current', {})).toMatchObject({
      visitId,
      transactions: [{ transactionId }],
    });
    expect(await desk.call('hall.callNext', { commandId: desk.commandId() })).toMatchObject({
      error: { code: 'visitRunning' },
    });
    await desk.must('transactions.commit', {
      commandId: desk.commandId(),
      visitId,
      outcome: 'handedOver',
      payment: { method: 'none' },
      note: 'Na middernacht overgedragen.',
    });
    expect(await desk.must('visits.current', {})).toBeNull();
    expect(await desk.must('visits.finished', {})).toMatchObject([{ visitId, number: 'O001' }]);
  },
);

test('a visitor who is put back and called again, elsewhere too, comes with what was filled in', async () => {
  const { desk, visitId, ticketId, transactionId } = await atWork();
  await desk.must('hall.putBack', { commandId: desk.commandId(), ticketId });
  expect(await desk.must('visits.current', {})).toBeNull();
  await desk.must('hall.callNext', { commandId: desk.commandId() }, 2);
  expect(await desk.must('visits.current', {}, 2)).toMatchObject({
    visitId,
    counter: 2,
    person: { bsnMasked: '•••••3653' },
    transactions: [{ transactionId }],
  });
  const save = { commandId: desk.commandId(), transactionId, index: 0, data: checklist };
  expect(await desk.call('transactions.saveStep', save)).toMatchObject({ error: { code: 'notFound' } });
  expect(await desk.call('transactions.saveStep', { ...save, commandId: desk.commandId() }, 2)).toMatchObject(
    {
      ok: true,
    },
  );
});

test('a visit that is cancelled leaves nothing of the visitor, and the counter is free', async () => {
  const { desk, visitId, transactionId } = await atWork();
  const cancel = { commandId: desk.commandId(), visitId };
  expect(await desk.must('visits.cancel', cancel)).toEqual({ done: true });
  expect(await desk.must('visits.cancel', cancel)).toEqual({ done: true });
  expect(await desk.must('visits.current', {})).toBeNull();
  const row = desk.store.db.prepare('SELECT state, person, document, burgerservicenummer FROM visit').get();
  expect(row).toEqual({ state: 'cancelled', person: null, document: null, burgerservicenummer: null });
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_transaction').pluck().get()).toBe(0);
  expect(desk.outbox.visits).toEqual([]);
  expect(await desk.call('visits.cancel', { commandId: desk.commandId(), visitId })).toMatchObject({
    error: { code: 'noVisit' },
  });
  const save = { commandId: desk.commandId(), transactionId, index: 0, data: checklist };
  expect(await desk.call('transactions.saveStep', save)).toMatchObject({ error: { code: 'notFound' } });
  expect((await desk.must('hall.queue', {})).current).toBeNull();
});

const undoFinish = async (desk: Awaited<ReturnType<typeof openDesk>>) => {
  const { undo } = await desk.must('hall.queue', {});
  return desk.call('hall.undo', { commandId: desk.commandId(), actionId: undo?.actionId ?? '' });
};

test('a visit that was finished too early goes on as a new one with the same person; what was finished stays', async () => {
  const { desk, visitId, ticketId } = await atWork();
  const end = { outcome: 'handedOver', payment: { method: 'none' }, note: 'Vraag beantwoord.' } as const;
  await desk.must('transactions.commit', { commandId: desk.commandId(), visitId, ...end });
  expect((await desk.must('hall.queue', {})).undo).toMatchObject({ what: 'finished', number: 'O001' });
  expect(await undoFinish(desk)).toMatchObject({ ok: true });

  const visit = await desk.must('visits.current', {});
  expect(visit).toMatchObject({
    ticketId,
    number: 'O001',
    person: { bsnMasked: '•••••3653' },
    document: { kind: 'passport' },
    transactions: [],
  });
  expect(visit?.visitId).not.toBe(visitId);
  expect((await desk.must('visits.current', {}))?.visitId).toBe(visit?.visitId);
  expect(desk.audited()).toContain('visits.continued');
  expect(desk.audited()).toContain('hall.undone');
  expect(await desk.must('visits.finished', {})).toMatchObject([{ visitId }]);
  const again = await desk.call('transactions.commit', { commandId: desk.commandId(), visitId, ...end });
  expect(again).toMatchObject({ error: { code: 'visitFinished' } });

  const second = {
    commandId: desk.commandId(),
    visitId: visit?.visitId ?? '',
    ...end,
    note: 'Nog een vraag.',
  };
  await desk.must('transactions.commit', second);
  expect(await desk.must('visits.current', {})).toBeNull();
  expect(desk.outbox.visits.map(({ note }) => note)).toEqual(['Vraag beantwoord.', 'Nog een vraag.']);
  expect(new Set(desk.outbox.visits.map(({ receiptNumber }) => receiptNumber)).size).toBe(2);
});

test('a continued visit is still there after a power cut, and the person with it', async () => {
  const { desk, visitId } = await atWork();
  const end = { outcome: 'handedOver', payment: { method: 'none' }, note: 'Vraag beantwoord.' } as const;
  await desk.must('transactions.commit', { commandId: desk.commandId(), visitId, ...end });
  await undoFinish(desk);
  await desk.close();
  const later = await openDesk({ file: desk.file });
  expect(await later.must('visits.current', {})).toMatchObject({ person: { bsnMasked: '•••••3653' } });
});

test('a visit that was cancelled goes on without the person, who is not known any more', async () => {
  const { desk, visitId } = await atWork();
  await desk.must('visits.cancel', { commandId: desk.commandId(), visitId });
  expect(await undoFinish(desk)).toMatchObject({ ok: true });
  const visit = await desk.must('visits.current', {});
  expect(visit).toMatchObject({ number: 'O001', person: null, document: null, transactions: [] });
  expect(visit?.visitId).not.toBe(visitId);
});

test('a finished visit is not taken back once another visitor is at the counter', async () => {
  const { desk, visitId } = await atWork();
  await desk.must('visits.cancel', { commandId: desk.commandId(), visitId });
  const { undo } = await desk.must('hall.queue', {});
  await desk.startVisit();
  const late = { commandId: desk.commandId(), actionId: undo?.actionId ?? '' };
  expect(await desk.call('hall.undo', late)).toMatchObject({ error: { code: 'visitRunning' } });
});

test('a visitor who came for more goes on with his number, in one commit with what was done; the next visit is a new one', async () => {
  const { desk, visitId, ticketId } = await atWork();
  const party = { ticketId, persons: 1, also: ['P', 'R'] };
  await desk.must('hall.setParty', { commandId: desk.commandId(), ...party });
  const end = { outcome: 'handedOver', payment: { method: 'none' }, note: 'Vraag beantwoord.' } as const;
  const commit = { commandId: desk.commandId(), visitId, ...end };
  expect(await desk.call('transactions.commit', { ...commit, sendOn: 'Z' })).toMatchObject({
    error: { code: 'invalidInput', field: 'sendOn' },
  });
  expect(desk.outbox.visits).toEqual([]);
  const sent = { ...commit, commandId: desk.commandId(), sendOn: 'P' };
  const done = await desk.must('transactions.commit', sent);
  expect(await desk.must('transactions.commit', sent)).toEqual(done);
  expect(desk.outbox.visits.map(({ note }) => note)).toEqual(['Vraag beantwoord.']);
  expect(desk.audited()).toContain('hall.transferred');
  const { waiting, current } = await desk.must('hall.queue', {});
  expect(current).toBeNull();
  expect(waiting).toMatchObject([{ ticketId, number: 'O001', group: 'P', also: ['R'] }]);
  // Sent on by mistake: he is at the counter again, and what was recorded stays.
  expect(await undoFinish(desk)).toMatchObject({ ok: true });
  const back = await desk.must('visits.current', {});
  expect(back).toMatchObject({ ticketId, person: { bsnMasked: '•••••3653' } });
  expect((await desk.must('hall.queue', {})).current).toMatchObject({ group: 'O', also: ['P', 'R'] });
  const again = { ...commit, commandId: desk.commandId(), visitId: back?.visitId ?? '', sendOn: 'P' };
  await desk.must('transactions.commit', again);

  await desk.must('hall.callNext', { commandId: desk.commandId() });
  const second = await desk.must('visits.current', {});
  expect(second).toMatchObject({ ticketId, number: 'O001', transactions: [] });
  expect(second?.visitId).not.toBe(visitId);
  const cancel = { commandId: desk.commandId(), visitId: second?.visitId ?? '', sendOn: 'R' };
  await desk.must('visits.cancel', cancel);
  expect((await desk.must('hall.queue', {})).waiting).toMatchObject([{ group: 'R', also: [] }]);
});

test('after midnight nobody is sent on: the visit stays open, and can be finished', async () => {
  const { desk, visitId } = await atWork('2026-11-23T22:58:00.000Z');
  await desk.clock.advance(300_000);
  const end = { outcome: 'handedOver', payment: { method: 'none' }, note: 'Vraag beantwoord.' } as const;
  const late = { commandId: desk.commandId(), visitId, ...end, sendOn: 'P' };
  expect(await desk.call('transactions.commit', late)).toMatchObject({ error: { code: 'hallDayOver' } });
  expect(desk.outbox.visits).toEqual([]);
  await desk.must('transactions.commit', { commandId: desk.commandId(), visitId, ...end });
  expect(desk.outbox.visits).toHaveLength(1);
});
