import { expect, test } from 'vitest';
import { openDesk, type Desk } from '../../helpers/core-desk.ts';
import { addTo, fillVog, klaar, save, visitWith } from '../../helpers/core-transactions.ts';

/** How many rows "klaar" has left, in every table that it writes. */
function traces(desk: Desk): Readonly<Record<string, number>> {
  const count = (sql: string) => desk.store.db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    finished: count("SELECT count(*) FROM visit WHERE state <> 'open' OR committed IS NOT NULL"),
    records: count('SELECT count(*) FROM transaction_record'),
    attachments: count('SELECT count(*) FROM attachment'),
    numbers: count('SELECT count(*) FROM number_series'),
    audit: desk.audited().filter((action) => action === 'transactions.commit').length,
    answers: count("SELECT count(*) FROM command_answer WHERE call = 'transactions.commit'"),
    outbox: desk.outbox.visits.length,
    woken: desk.outbox.woken,
  };
}

const NOTHING = {
  finished: 0,
  records: 0,
  attachments: 0,
  numbers: 0,
  audit: 0,
  answers: 0,
  outbox: 0,
  woken: 0,
};

async function filled() {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'vog');
  await fillVog(desk, transactionId);
  return { desk, visitId, transactionId };
}

test('an incomplete product holds klaar up, and is named', async () => {
  const { desk, visitId } = await filled();
  const second = await addTo(desk, visitId, 'brp-uittreksel');
  expect(await desk.call('transactions.commit', klaar(desk, visitId))).toEqual({
    ok: false,
    error: { code: 'stepIncomplete', field: second, detail: 'brp-uittreksel' },
  });
  expect(traces(desk)).toEqual(NOTHING);
});

test('a product for nobody holds klaar up', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  await fillVog(desk, await addTo(desk, visitId, 'vog'));
  expect(await desk.call('transactions.commit', klaar(desk, visitId))).toMatchObject({
    error: { code: 'stepIncomplete', field: 'person' },
  });
});

test('a product that left the catalogue holds klaar up, and is not thrown away', async () => {
  const { desk, visitId, transactionId } = await filled();
  desk.store.db.prepare("UPDATE draft_transaction SET product_id = 'oud-product'").run();
  const note = 'Kan niet meer.';
  expect(
    await desk.call('transactions.commit', klaar(desk, visitId, { payment: { method: 'none' }, note })),
  ).toMatchObject({
    error: { code: 'productNotPossible', field: transactionId, detail: 'notInCatalogue' },
  });
  expect(traces(desk)).toEqual(NOTHING);
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_step').pluck().get()).toBe(2);
});

test.each([
  ['nothing', { method: 'none' }, 'payment.method'],
  ['too little cash', { method: 'cash', givenCents: 1 }, 'payment.givenCents'],
] as const)('leges that are paid with %s hold klaar up', async (_what, payment, field) => {
  const { desk, visitId } = await filled();
  expect(await desk.call('transactions.commit', klaar(desk, visitId, { payment }))).toMatchObject({
    error: { code: 'paymentIncomplete', field },
  });
  expect(traces(desk)).toEqual(NOTHING);
});

test('a card is not asked for when nothing is due', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  const input = klaar(desk, visitId, { outcome: 'handedOver', note: 'Naar de wijkteams verwezen.' });
  expect(await desk.call('transactions.commit', input)).toMatchObject({
    error: { code: 'paymentIncomplete' },
  });
});

test.each(['handedOver', 'notPossible', 'inOneGo'] as const)(
  'a visit without products, ended as %s, needs a note and is then recorded',
  async (outcome) => {
    const desk = await openDesk();
    const { visitId } = await desk.startVisit();
    const payment = { method: 'none' } as const;
    expect(
      await desk.call('transactions.commit', klaar(desk, visitId, { outcome, payment, note: '  ' })),
    ).toMatchObject({
      error: { code: 'nothingToCommit', field: 'note' },
    });
    const note = 'Verwezen naar de rechtbank.';
    await desk.must('transactions.commit', klaar(desk, visitId, { outcome, payment, note }));
    expect(desk.outbox.visits).toMatchObject([{ outcome, note, person: null, transactions: [] }]);
  },
);

test('a visitor who is handed over leaves no half products behind', async () => {
  const { desk, visitId } = await filled();
  const payment = { method: 'none' } as const;
  const input = klaar(desk, visitId, { outcome: 'handedOver', payment, note: 'Naar een collega.' });
  expect(await desk.must('transactions.commit', input)).toMatchObject({ totalCents: 0, zaken: [] });
  expect(desk.outbox.visits).toMatchObject([{ transactions: [], payment: { totalCents: 0 } }]);
  await desk.clock.advance(1_000);
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_transaction').pluck().get()).toBe(0);
});

test('a program that dies in the middle of klaar has done nothing of it; the same command then does all', async () => {
  const { desk, visitId, transactionId } = await filled();
  const before = await desk.must('visits.current', {});
  desk.outbox.breaks = new Error('the power went');
  desk.published.length = 0;
  const input = klaar(desk, visitId);
  expect(await desk.call('transactions.commit', input)).toEqual({ ok: false, error: { code: 'internal' } });
  expect(traces(desk)).toEqual(NOTHING);
  expect(desk.published).toEqual([]);
  await desk.close();

  const later = await openDesk({ file: desk.file });
  expect(await later.must('visits.current', {})).toEqual(before);
  expect(traces(later)).toEqual(NOTHING);
  expect(await later.must('transactions.commit', input)).toMatchObject({
    receiptNumber: 'OEFEN1-20261123-0001',
  });
  expect(later.outbox.visits).toMatchObject([{ transactions: [{ transactionId }] }]);
});

test('the same command again, also after a restart, gives the same answer and no second visit', async () => {
  const { desk, visitId } = await filled();
  const input = klaar(desk, visitId);
  const first = await desk.must('transactions.commit', input);
  expect(await desk.must('transactions.commit', input)).toEqual(first);
  expect(desk.outbox.visits).toHaveLength(1);
  await desk.close();
  const later = await openDesk({ file: desk.file });
  expect(await later.must('transactions.commit', input)).toEqual(first);
  expect(later.outbox.visits).toEqual([]);
  expect(traces(later)).toMatchObject({ finished: 1, records: 1, numbers: 2, audit: 1 });
});

test('two clicks with ids of their own finish a visit once', async () => {
  const { desk, visitId, transactionId } = await filled();
  const answers = await Promise.all([
    desk.call('transactions.commit', klaar(desk, visitId)),
    desk.call('transactions.commit', klaar(desk, visitId)),
  ]);
  expect(answers.map((answer) => answer.ok || answer.error.code)).toEqual([true, 'visitFinished']);
  expect(desk.outbox.visits).toHaveLength(1);
  const data = { kind: 'note', text: 'te laat' } as const;
  const late = { commandId: desk.commandId(), transactionId, index: 2, data };
  expect(await desk.call('transactions.saveStep', late)).toMatchObject({ ok: false });
});

test('a visit that is not at this counter, or no longer, cannot be finished', async () => {
  const { desk, visitId, transactionId } = await filled();
  await save(desk, transactionId, 2, { kind: 'note', text: '' });
  expect(await desk.call('transactions.commit', klaar(desk, visitId), 2)).toEqual({
    ok: false,
    error: { code: 'noVisit' },
  });
  const ticketId = (await desk.must('visits.current', {}))?.ticketId ?? '';
  await desk.must('hall.putBack', { commandId: desk.commandId(), ticketId });
  expect(await desk.call('transactions.commit', klaar(desk, visitId))).toEqual({
    ok: false,
    error: { code: 'noVisit' },
  });
  expect(traces(desk)).toEqual(NOTHING);
});
