import { expect, test } from 'vitest';
import type { ReadyWord } from '../../../electron/core/hall/index.ts';
import { createNotificationRows } from '../../../electron/core/notifications/index.ts';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { fillPassport, klaar, visitWith } from '../../helpers/core-transactions.ts';

/** Workstations that share a hall: what one tells all hear at once, and once more when the test says so. */
function wire() {
  const marks: string[] = [];
  const listeners = new Set<(marks: readonly string[]) => void>();
  const hearAll = () => {
    for (const listener of listeners) listener(marks);
  };
  const state = { isThere: true };
  const readyWord: ReadyWord = {
    async tell(mark) {
      if (state.isThere) marks.push(mark);
      if (state.isThere) hearAll();
      return state.isThere;
    },
    onHeard(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return { readyWord, marks, hearAll, state };
}

/** Somebody asks for a passport, and for word by e-mail when it is ready. */
async function asked(desk: Desk): Promise<string> {
  const { visitId, transactionId } = await visitWith(desk, 'paspoort');
  await fillPassport(desk, transactionId);
  const { zaken } = await desk.must(
    'transactions.commit',
    klaar(desk, visitId, {
      outcome: 'pickUpNeeded',
      message: { to: [{ channel: 'email', address: 'bezoeker@example.nl' }], webFormOf: null },
    }),
  );
  return zaken[0]?.zaakIdentificatie ?? '';
}

const readyElsewhere = (desk: Desk, zaakIdentificatie: string) =>
  desk.call('messages.readyElsewhere', { commandId: desk.commandId(), zaakIdentificatie });
const sent = ({ outbox, store, clock }: Desk) =>
  outbox.notified
    .map(({ notificationId }) => createNotificationRows(store, clock).byId(notificationId))
    .filter((each) => each?.message === 'readyForPickUp')
    .map((each) => each?.label);

test('word from another PC sends what waits for that zaak, once, however often it is heard', async () => {
  const { readyWord, hearAll } = wire();
  const here = await openDesk({ readyWord });
  const elsewhere = await openDesk({ readyWord });
  const zaak = await asked(here);
  const other = await asked(here);
  expect(await readyElsewhere(elsewhere, ` ${zaak.toLowerCase()} `)).toEqual({
    ok: true,
    value: { told: true },
  });
  hearAll();
  await readyElsewhere(elsewhere, zaak);
  expect(sent(here)).toEqual([zaak]);
  expect(sent(elsewhere)).toEqual([]);
  const waiting = await here.must('messages.waiting', {});
  expect(waiting.map(({ zaakIdentificatie }) => zaakIdentificatie)).toEqual([other]);
  const told = { action: 'messages.ready', recordType: 'zaak', recordId: zaak };
  expect(elsewhere.audit.list({ limit: 1 })).toMatchObject([{ ...told, who: 'clerk-1' }]);
  expect(here.audit.list({ limit: 1 })).toMatchObject([
    { ...told, who: 'waarmee', detail: '1 berichten, gemeld op een andere pc' },
  ]);
});

test('what was sent from here is not sent again by word from another PC', async () => {
  const { readyWord } = wire();
  const here = await openDesk({ readyWord });
  const elsewhere = await openDesk({ readyWord });
  const zaakIdentificatie = await asked(here);
  await here.must('messages.ready', { commandId: here.commandId(), zaakIdentificatie });
  await readyElsewhere(elsewhere, zaakIdentificatie);
  expect(sent(here)).toEqual([zaakIdentificatie]);
});

test('what goes to the others is a mark: no number of a zaak, and nothing of whose it is', async () => {
  const { readyWord, marks } = wire();
  const desk = await openDesk({ readyWord });
  await readyElsewhere(desk, 'ZAAK-2026-0000000001');
  expect(marks).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

test.each([
  ['that can not be reached', false],
  ['where there are none', undefined],
])('with other PCs %s it is said that nobody was told', async (_, isThere) => {
  const { readyWord, state } = wire();
  state.isThere = isThere ?? true;
  const desk = await openDesk(isThere === undefined ? {} : { readyWord });
  expect(await readyElsewhere(desk, 'ZAAK-2026-0000000001')).toEqual({ ok: true, value: { told: false } });
  expect(desk.audited()).not.toContain('messages.ready');
});

test('what can be no zaak number is refused', async () => {
  const desk = await openDesk({ readyWord: wire().readyWord });
  expect(await readyElsewhere(desk, 'paspoort')).toMatchObject({
    error: { code: 'invalidInput', field: 'zaakIdentificatie' },
  });
});
