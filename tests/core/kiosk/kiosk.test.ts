import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createEvents } from '../../../electron/core/events.ts';
import type { CallContext } from '../../../electron/core/handlers.ts';
import { createHall, type IssuedTicket } from '../../../electron/core/hall/index.ts';
import { kioskHandlers } from '../../../electron/core/kiosk/index.ts';
import { Config } from '../../../electron/core/settings/config-schema.ts';
import { KioskState, KioskTicket } from '../../../shared/contract/kiosk.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from '../hall/config.ts';
import { good, refusal } from '../hall/engine-bench.ts';

/** A Monday, ten o'clock in Amsterdam; group B opens at 13:00. */
function openKiosk(firstGroup: { readonly dailyMaximum?: number; readonly askPersons?: boolean } = {}) {
  const clock = createTestClock('2026-11-23T09:00:00.000Z');
  const store = openTestStore({ clock });
  const base = hallConfig();
  const [first, second] = base.hall.groups;
  if (!first || !second) throw new Error('the configuration has two groups');
  const config = Config.parse({
    ...base,
    kiosk: { port: 0, languages: ['nl', 'en'] },
    hall: {
      groups: [
        {
          ...first,
          names: { en: 'Collect' },
          bring: ['de afhaalbrief'],
          bringIn: { en: ['the letter'] },
          ...firstGroup,
        },
        { ...second, openingHours: { ma: [{ from: '13:00', to: '17:00' }] } },
      ],
    },
  });
  const hall = createHall({
    log: createTestLog(),
    store,
    clock,
    ids: createTestIds(),
    config,
    events: createEvents(store.afterCommit),
  });
  onTestFinished(() => hall.stop());
  const printed: IssuedTicket[] = [];
  const printer = { paper: true };
  const handlers = kioskHandlers({
    config,
    clock,
    board: hall.board,
    selfService: hall.selfService,
    appointments: { exist: false, checkInByCode: () => Promise.reject(new Error('there are none')) },
    paper: () => printer.paper,
    printTicket: (issued) => {
      printed.push(issued);
      return 'job';
    },
  });
  const context: CallContext = {
    caller: { audience: 'kiosk', client: 'kiosk', counter: 1 },
    staff: null,
    at: clock.now(),
    audit: () => undefined,
  };
  const take = async (group: string, commandId: string = randomUUID(), persons = 1, also: string[] = []) =>
    handlers['kiosk.take'].run({ commandId, group, persons, also, language: 'nl' }, context);
  const state = async () => KioskState.parse(good(await handlers['kiosk.state'].run({}, context)));
  return { clock, hall, printed, printer, take, state };
}

test('the kiosk knows its groups in its languages, who is open, and how many wait', async () => {
  const { state, take } = openKiosk();
  good(await take('A'));
  expect(await state()).toMatchObject({
    languages: ['nl', 'en'],
    paper: true,
    groups: [
      {
        letter: 'A',
        names: { nl: 'Afhalen', en: 'Collect' },
        bring: { nl: ['de afhaalbrief'], en: ['the letter'] },
        askPersons: false,
        askAlso: false,
        state: 'open',
        waiting: 1,
      },
      { letter: 'B', names: { nl: 'Burgerzaken' }, state: 'closed', opensAt: '13:00', waiting: 0 },
    ],
  });
});

test('a number comes on paper, with what to bring and how many wait', async () => {
  const { take, printed } = openKiosk();
  good(await take('A'));
  const ticket = KioskTicket.parse(good(await take('A')));
  expect(ticket).toEqual({
    number: 'A002',
    letter: 'A',
    waitingBefore: 1,
    expected: null,
    bring: ['de afhaalbrief'],
    page: null,
    printed: true,
    fromRoll: false,
  });
  expect(printed.map((issued) => issued.ticket.number)).toEqual(['A001', 'A002']);
});

test('without paper the number is given, and nothing is printed later for nobody', async () => {
  const { take, printer, printed } = openKiosk();
  printer.paper = false;
  expect(good(await take('A'))).toMatchObject({ number: 'A001', printed: false });
  expect(printed).toEqual([]);
});

test('a press that is held or repeated is one number', async () => {
  const { take, state } = openKiosk();
  const commandId = randomUUID();
  const [one, two] = [good(await take('A', commandId)), good(await take('A', commandId))];
  expect([one.number, two.number]).toEqual(['A001', 'A001']);
  expect((await state()).groups[0]?.waiting).toBe(1);
});

test('a family takes one number, and the counter and the paper know how many they are', async () => {
  const { take, hall, printed, state } = openKiosk({ askPersons: true });
  expect((await state()).groups[0]?.askPersons).toBe(true);
  good(await take('A', randomUUID(), 4, ['B']));
  good(await take('A'));
  expect(await take('A', randomUUID(), 1, ['Z'])).toMatchObject({
    error: { code: 'invalidInput', field: 'also' },
  });
  const { waiting } = await hall.engine.queue(1);
  expect(waiting.map(({ number, persons }) => [number, persons])).toEqual([
    ['A001', 4],
    ['A002', 1],
  ]);
  expect(printed[0]?.ticket).toMatchObject({ persons: 4, also: ['B'] });
});

test('outside its hours a group gives no number, on the kiosk nor by a button; at its hour it does', async () => {
  const { take, hall, clock } = openKiosk();
  expect(refusal(await take('B'))).toBe('groupClosed');
  const pressed = { commandId: randomUUID(), group: 'B' };
  expect(refusal(await hall.selfService.issue(pressed))).toBe('groupClosed');
  clock.jumpTo('2026-11-23T12:00:00.000Z');
  expect(good(await take('B')).number).toBe('B001');
});

test('a group that is not in the configuration is refused by name', async () => {
  const { take } = openKiosk();
  expect(await take('Z')).toMatchObject({ ok: false, error: { code: 'invalidInput', field: 'group' } });
});

test('when the numbers of the day are gone no visitor gets one, the last one is repeated, and a clerk may give more', async () => {
  const { take, state, hall, clock } = openKiosk({ dailyMaximum: 2 });
  const last = randomUUID();
  good(await take('A'));
  const [second, third] = await Promise.all([take('A', last), take('A')]);
  expect(good(second).number).toBe('A002');
  expect(refusal(third)).toBe('groupFull');
  expect((await state()).groups[0]).toMatchObject({ state: 'full', opensAt: null });
  expect(good(await take('A', last)).number).toBe('A002');
  const byClerk = { commandId: randomUUID(), group: 'A', origin: 'clerk', staffId: 'm' } as const;
  expect(good(await hall.issue(byClerk)).ticket.number).toBe('A003');
  clock.jumpTo('2026-11-24T09:00:00.000Z');
  expect((await state()).groups[0]?.state).toBe('open');
  expect(good(await take('A')).number).toBe('A001');
});

test('who is sent on to another group took a number of the first one, and takes none of the other', async () => {
  const { take, hall } = openKiosk({ dailyMaximum: 1 });
  const by = { counter: 1, staffId: 'm' };
  const wish = { group: 'B', counter: null, notBefore: null, place: 'kept', note: '', heldBy: null } as const;
  good(await take('A'));
  const called = good(await hall.engine.callNext({ ...by, commandId: randomUUID() }));
  const sent = { ...by, commandId: randomUUID(), ticketId: called?.ticketId ?? '', wish };
  expect(good(await hall.engine.transfer(sent)).group).toBe('B');
  expect(refusal(await take('A'))).toBe('groupFull');
});

test('who has an appointment takes no number of the day', async () => {
  const { take, hall } = openKiosk({ dailyMaximum: 1 });
  const appointment = { reference: 'afspraak-1', at: '2026-11-23T09:30:00.000Z' };
  const by = { commandId: randomUUID(), group: 'A', origin: 'dispenser', staffId: null } as const;
  good(await hall.issue({ ...by, appointment }));
  expect(good(await take('A')).number).toBe('A002');
  expect(refusal(await take('A'))).toBe('groupFull');
});

test('on a roll the kiosk says which paper to take, and prints nothing', async () => {
  const { take, hall, printed } = openKiosk();
  hall.paperRoll.set({ next: 88, byHand: true });
  expect(good(await take('A'))).toMatchObject({ number: '088', fromRoll: true, printed: false });
  expect(printed).toEqual([]);
});
