import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createEvents } from '../../../electron/core/events.ts';
import type { CallContext } from '../../../electron/core/handlers.ts';
import { createHall, type IssuedTicket, type TeamSeat } from '../../../electron/core/hall/index.ts';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { PushMessage } from '../../../shared/contract/index.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { good, refusal } from './engine-bench.ts';

function openHall(change?: Parameters<typeof hallConfig>[0], seats?: readonly TeamSeat[]) {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  const events = createEvents(store.afterCommit);
  const published: PushMessage[] = [];
  events.subscribe((message) => void published.push(message));
  const printed: IssuedTicket[] = [];
  const hall = createHall({
    log: createTestLog(),
    store,
    clock,
    ids: createTestIds(),
    config: hallConfig(change),
    events,
    ...(seats && { seats: () => seats }),
    printTicket: (issued) => void printed.push(issued),
  });
  onTestFinished(() => hall.stop());
  const audited: string[][] = [];
  const at = (counter: number): CallContext => ({
    caller: { audience: 'counter', client: `venster-${counter}`, counter },
    staff: { staffId: 'medewerker-7', loginName: 'balie', name: 'Balie', role: 'clerk', active: true },
    at: clock.now(),
    audit: (...line) => void audited.push(line.map((part) => part ?? '')),
  });
  const command = (more = {}) => ({ commandId: randomUUID(), ...more });
  const issue = async (group = 'A') =>
    good(
      await hall.handlers['hall.issueTicket'].run(
        { commandId: randomUUID(), group, persons: 1, also: [], priority: null },
        at(1),
      ),
    );
  const call = async (counter = 1) => good(await hall.handlers['hall.callNext'].run(command(), at(counter)));
  const queue = async (counter = 1): Promise<CallOutput<'hall.queue'>> =>
    good(await hall.handlers['hall.queue'].run({}, at(counter)));
  return {
    ...hall,
    given: hall.issue,
    store,
    events,
    published,
    printed,
    audited,
    at,
    command,
    issue,
    call,
    queue,
  };
}

const visitChanged = (counter: number): PushMessage => ({ name: 'visit.changed', data: { counter } });
const hallChanged: PushMessage = { name: 'hall.changed', data: {} };

test('a number that the clerk gives is printed with who waits before it, and audited', async () => {
  const hall = openHall();
  await hall.issue();
  const ticket = await hall.issue();
  expect(ticket).toMatchObject({ number: 'A002', origin: 'clerk' });
  expect(hall.printed.map(({ ticket: { number }, waitingBefore }) => [number, waitingBefore])).toEqual([
    ['A001', 0],
    ['A002', 1],
  ]);
  expect(hall.audited.at(-1)).toEqual(['hall.issued', 'ticket', ticket.ticketId, 'A002']);
  expect(hall.published).toEqual([hallChanged, hallChanged]);
});

test('who waits before it counts the own group only', async () => {
  const hall = openHall();
  await hall.issue('B');
  await hall.issue('A');
  expect(hall.printed.map((issued) => issued.waitingBefore)).toEqual([0, 0]);
});

test('the paper of who comes at his time, or before others, says nothing of who waits', async () => {
  const hall = openHall();
  await hall.issue();
  const { handlers, command, at } = hall;
  const given = { ...command(), group: 'A', persons: 1, also: [], priority: 'cantStand' as const };
  good(await handlers['hall.issueTicket'].run(given, at(1)));
  expect(hall.printed[1]).toMatchObject({ waitingBefore: null, expected: null });
  const by = { ...command(), group: 'A', origin: 'dispenser', staffId: null } as const;
  const appointment = { reference: 'afspraak-1', at: '2026-11-23T09:30:00.000Z' };
  expect(good(await hall.given({ ...by, appointment }))).toMatchObject({
    waitingBefore: null,
    expected: null,
  });
});

test('calling claims for the counter of the caller and tells hall and counter', async () => {
  const hall = openHall();
  const { ticketId } = await hall.issue();
  hall.published.length = 0;
  expect(await hall.call(4)).toMatchObject({ counter: 4, state: 'called' });
  expect(hall.published).toEqual([hallChanged, visitChanged(4)]);
  expect(hall.audited.at(-1)).toEqual(['hall.called', 'ticket', ticketId, 'A001']);
  expect((await hall.queue(4)).current?.ticketId).toBe(ticketId);
  expect((await hall.queue(1)).current).toBeNull();
  const staff = hall.store.db.prepare("SELECT staff_id FROM hall_event WHERE kind = 'called'").pluck().get();
  expect(staff).toBe('medewerker-7');
});

test('calling when nobody waits changes and audits nothing', async () => {
  const hall = openHall();
  expect(await hall.call()).toBeNull();
  expect(hall.published).toEqual([]);
  expect(hall.audited).toEqual([]);
});

test('every act on a ticket is audited by its name and tells the counter', async () => {
  const hall = openHall();
  const { ticketId } = await hall.issue();
  const { handlers, command, at } = hall;
  await hall.call();
  good(await handlers['hall.recall'].run({ commandId: randomUUID(), ticketId }, at(1)));
  good(
    await handlers['hall.noShow'].run({ commandId: randomUUID(), ticketId, reason: 'visitorLeft' }, at(1)),
  );
  good(await handlers['hall.putBack'].run({ commandId: randomUUID(), ticketId }, at(1)));
  const { undo } = await hall.queue();
  good(await handlers['hall.undo'].run({ commandId: randomUUID(), actionId: undo?.actionId ?? '' }, at(1)));
  good(
    await handlers['hall.startWithoutTicket'].run(
      { ...command(), commandId: randomUUID(), group: 'B' },
      at(2),
    ),
  );
  expect(hall.audited.map(([action]) => action)).toEqual([
    'hall.issued',
    'hall.called',
    'hall.recalled',
    'hall.noShow',
    'hall.putBack',
    'hall.undone',
    'hall.walkIn',
  ]);
  // By its number, which people know a visitor by.
  expect(hall.audited.slice(0, 6).map(([, type, id, detail]) => [type, id, detail])).toEqual(
    ['A001', 'A001', 'A001', 'A001: visitorLeft', 'A001', 'A001'].map((detail) => [
      'ticket',
      ticketId,
      detail,
    ]),
  );
  expect(hall.published.filter((message) => message.name === 'visit.changed')).toEqual([
    ...Array.from({ length: 5 }, () => visitChanged(1)),
    visitChanged(2),
  ]);
});

test('a refusal is neither audited nor told', async () => {
  const hall = openHall();
  const { ticketId } = await hall.issue();
  await hall.call(1);
  hall.published.length = 0;
  hall.audited.length = 0;
  const { handlers, at } = hall;
  expect(
    refusal(
      await handlers['hall.noShow'].run({ commandId: randomUUID(), ticketId, reason: 'visitorLeft' }, at(2)),
    ),
  ).toBe('ticketTaken');
  expect(refusal(await handlers['hall.callNext'].run({ commandId: randomUUID() }, at(1)))).toBe(
    'visitRunning',
  );
  expect(hall.published).toEqual([]);
  expect(hall.audited).toEqual([]);
});

test('a press on the dispenser needs no session and is told like any other change', async () => {
  const hall = openHall();
  const issued = good(await hall.selfService.issue({ commandId: randomUUID(), group: 'B' }));
  expect(issued).toMatchObject({ ticket: { number: 'B001', origin: 'dispenser' }, waitingBefore: 0 });
  expect(hall.published).toEqual([hallChanged]);
});

test('reception puts a roll in: the queue says its next number and why, and it is in the audit log', async () => {
  const { handlers, at, command, audited, issue } = openHall();
  const queue = async () => good(await handlers['hall.queue'].run({}, at(1)));
  expect((await queue()).roll).toBeUndefined();
  const roll = { next: 417, byHand: true };
  good(await handlers['hall.setPaperRoll'].run({ ...command(), roll }, at(1)));
  expect((await queue()).roll).toEqual({ next: 417, why: 'byHand' });
  expect(audited).toEqual([['hall.paperRoll', 'location', '1', '417 by hand']]);
  await issue();
  expect((await queue()).roll).toEqual({ next: 418, why: 'byHand' });
  good(await handlers['hall.setPaperRoll'].run({ ...command(), roll: null }, at(1)));
  expect((await queue()).roll).toBeUndefined();
});

test('calling before the turn has a right of its own, and leaves its reason in the audit log', async () => {
  const hall = openHall();
  await hall.issue();
  const { ticketId } = await hall.issue();
  const chosen = { commandId: randomUUID(), ticketId, reason: 'cantWait' as const, despite: [] };
  expect((await hall.queue()).mayChoose).toBe(true);
  good(await hall.handlers['hall.callChosen'].run(chosen, hall.at(1)));
  expect(hall.audited.at(-1)).toEqual(['hall.calledChosen', 'ticket', ticketId, 'A002: cantWait']);
  expect(hall.published).toContainEqual(visitChanged(1));
});

test('how many came is said by a clerk, in the groups that are in use here, and audited', async () => {
  const hall = openHall();
  const given = { ...hall.command(), group: 'A', persons: 3, also: [], priority: null };
  const { ticketId, persons } = good(await hall.handlers['hall.issueTicket'].run(given, hall.at(1)));
  expect(persons).toBe(3);
  const said = { ...hall.command(), ticketId, persons: 2, also: ['B'] };
  expect(good(await hall.handlers['hall.setParty'].run(said, hall.at(2)))).toMatchObject({
    persons: 2,
    also: ['B'],
  });
  expect(hall.audited.at(-1)).toEqual(['hall.party', 'ticket', ticketId, 'A001: 2 B']);
  const unknown = { ...said, ...hall.command(), also: ['Z'] };
  expect(await hall.handlers['hall.setParty'].run(unknown, hall.at(2))).toMatchObject({
    ok: false,
    error: { code: 'invalidInput', field: 'also' },
  });
});

test('who goes first later is audited with the reason, and so is that he no longer does', async () => {
  const hall = openHall();
  const { ticketId } = await hall.issue();
  const give = async (priority: 'smallChildren' | null) =>
    good(await hall.handlers['hall.setPriority'].run({ ...hall.command(), ticketId, priority }, hall.at(1)));
  await give('smallChildren');
  expect(hall.audited.at(-1)).toEqual(['hall.priority', 'ticket', ticketId, 'A001: smallChildren']);
  await give(null);
  expect(hall.audited.at(-1)).toEqual(['hall.priority', 'ticket', ticketId, 'A001: none']);
});

test('a number that goes first says why in the audit log, and a group that is not helped here is refused', async () => {
  const hall = openHall();
  const priority = 'cantStand' as const;
  const given = { ...hall.command(), group: 'A', persons: 1, also: ['B'], priority };
  const ticket = good(await hall.handlers['hall.issueTicket'].run(given, hall.at(1)));
  expect(ticket).toMatchObject({ hasPriority: true, also: ['B'] });
  expect(hall.audited.at(-1)).toEqual(['hall.issued', 'ticket', ticket.ticketId, 'A001: cantStand']);
  const unknown = { ...given, ...hall.command(), also: ['Z'] };
  expect(await hall.handlers['hall.issueTicket'].run(unknown, hall.at(1))).toMatchObject({
    ok: false,
    error: { code: 'invalidInput', field: 'also' },
  });
});

test('a number of a split is printed like any other, from the roll while that is in use, and audited', async () => {
  const hall = openHall();
  const given = { ...hall.command(), group: 'A', persons: 3, also: [], priority: null };
  const { ticketId } = good(await hall.handlers['hall.issueTicket'].run(given, hall.at(1)));
  const split = (group: string) =>
    hall.handlers['hall.split'].run({ ...hall.command(), ticketId, persons: 1, group }, hall.at(2));
  expect(good(await split('B'))).toMatchObject({ number: 'B001', origin: 'clerk' });
  expect(hall.printed.map(({ ticket: { number } }) => number)).toEqual(['A001', 'B001']);
  expect(hall.audited.at(-1)).toEqual(['hall.split', 'ticket', ticketId, 'A001 -> B001: 1']);
  expect(refusal(await split('Z'))).toBe('invalidInput');
  hall.paperRoll.set({ next: 88, byHand: true });
  expect(good(await split('B'))).toMatchObject({ number: '088', cameWith: 'A001' });
});

test('where only a team lead may choose, a clerk may not', async () => {
  const hall = openHall({ chooseRight: 'teamlead' });
  const { ticketId } = await hall.issue();
  const chosen = { commandId: randomUUID(), ticketId, reason: 'agreed' as const, despite: [] };
  expect((await hall.queue()).mayChoose).toBe(false);
  expect(refusal(await hall.handlers['hall.callChosen'].run(chosen, hall.at(1)))).toBe('notAllowed');
  const here = hall.at(1);
  const lead = { ...here, staff: here.staff && { ...here.staff, role: 'teamlead' as const } };
  expect(good(await hall.handlers['hall.callChosen'].run(chosen, lead)).state).toBe('called');
});

const SEATS = [
  { counter: 4, name: 'Bram Bakker', locked: true },
  { counter: 2, name: 'Anna de Vries', locked: false },
  { counter: 5, name: 'Anna de Vries', locked: false },
  { counter: 1, name: 'Joke Jansen', locked: false },
];
const PLAIN = { group: null, counter: null, colleague: null, inMinutes: 0, place: 'kept', note: '' } as const;

test('a clerk sees the names and counters of who else is logged in, and nothing more', async () => {
  const hall = openHall({}, SEATS);
  expect(good(await hall.handlers['hall.colleagues'].run({}, hall.at(1)))).toEqual([
    { name: 'Anna de Vries', counter: 2, isOpen: true, lacks: [] },
    { name: 'Anna de Vries', counter: 5, isOpen: true, lacks: [] },
    { name: 'Bram Bakker', counter: 4, isOpen: true, lacks: [] },
  ]);
});

test('of a colleague a clerk hears which groups can not be helped there now, as long as it is so', async () => {
  const hall = openHall({ needs: { devices: ['camera'], skills: [] } }, SEATS);
  const colleagues = async () => good(await hall.handlers['hall.colleagues'].run({}, hall.at(1)));
  const lacks = [{ group: 'A', lacks: [{ code: 'deviceAway', devices: ['camera'] }] }];
  expect(await colleagues()).toMatchObject([
    { counter: 2, lacks },
    { counter: 5, lacks },
    { counter: 4, lacks },
  ]);
  await hall.handlers['hall.sawCamera'].run({ isThere: true }, hall.at(2));
  expect(await colleagues()).toMatchObject([
    { counter: 2, lacks: [] },
    { counter: 5, lacks },
    { counter: 4, lacks },
  ]);
});

test('a visitor is sent to a colleague who is logged in, and to nobody else', async () => {
  const hall = openHall({}, SEATS);
  const { ticketId } = await hall.issue();
  await hall.call();
  const send = async (wish: object) =>
    hall.handlers['hall.transfer'].run({ ...hall.command(), ticketId, ...PLAIN, ...wish }, hall.at(1));
  const away = await send({ colleague: 'Anna' });
  expect(away).toMatchObject({ error: { code: 'colleagueAway', field: 'colleague' } });
  const both = await send({ colleague: 'Anna de Vries', counter: 2 });
  expect(both).toMatchObject({ error: { code: 'invalidInput', field: 'colleague' } });
  expect(good(await send({ colleague: 'Anna de Vries' }))).toMatchObject({
    state: 'waiting',
    sentToColleague: 'Anna de Vries',
  });
  expect(hall.audited.at(-1)).toEqual(['hall.transferred', 'ticket', ticketId, 'A001 -> Anna de Vries']);
});

test('who logs in or out is told to the windows: whom they can call depends on it', () => {
  const hall = openHall({}, SEATS);
  hall.published.length = 0;
  hall.events.publish({ name: 'session.changed', data: {} });
  expect(hall.published.filter(({ name }) => name === 'hall.changed')).toHaveLength(1);
});
