import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AgendaConfig } from '../../../electron/core/settings/agenda-schema.ts';
import { type DeskOptions, deskConfig, openDesk, testClerk } from '../../helpers/core-desk.ts';
import { testFolder } from '../../helpers/store.ts';
import type { KioskLanguage } from '../../../shared/contract/kiosk.ts';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/lib/result.ts';

/** The desk's clock begins at ten o'clock in Amsterdam. */
const AGENDA = [
  {
    reference: 'a-1',
    code: '241001',
    start: '2026-11-23T10:20:00+01:00',
    group: 'P',
    name: 'A. Bezoeker',
    bsn: '999990512',
  },
  {
    reference: 'a-2',
    code: '241002',
    start: '2026-11-23T12:00:00+01:00',
    group: 'rijbewijs',
    name: 'B. Bezoeker',
  },
  { reference: 'a-3', code: '241003', start: '2026-11-23T09:00:00+01:00', group: 'U' },
  { reference: 'a-4', code: '241004', start: '2026-11-24T09:00:00+01:00', group: 'U' },
  { reference: 'a-5', code: '241001', start: '2026-11-24T09:00:00+01:00', group: 'U' },
];

async function open(more: DeskOptions = {}, items: readonly object[] = AGENDA) {
  const source = path.join(testFolder(), 'agenda.json');
  const write = (all: readonly object[]) => writeFileSync(source, JSON.stringify(all));
  write(items);
  const agenda = AgendaConfig.parse({ source, format: 'json', groups: { Rijbewijs: 'R' } });
  const desk = await openDesk({ agenda, ...more });
  const today = (search = '') => desk.must('agenda.today', { search });
  while ((await today()).readAt === null) await desk.clock.advance(0);
  const kiosk = async (code: string, commandId: string = randomUUID(), language: KioskLanguage = 'nl') => {
    const caller = { audience: 'kiosk', client: 'kiosk', counter: 1 } as const;
    const answer = (await desk.dispatch('kiosk.checkIn', { commandId, code, language }, caller)) as Result<
      CallOutput<'kiosk.checkIn'>
    >;
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const checkIn = (reference: string) => desk.must('agenda.checkIn', { commandId: randomUUID(), reference });
  return { ...desk, write, today, kiosk, checkIn };
}

test('without an agenda there is nothing to check in, and that is said', async () => {
  const desk = await openDesk();
  expect(await desk.must('agenda.today', { search: '' })).toEqual({
    source: 'none',
    readAt: null,
    total: 0,
    entries: [],
    problems: [],
  });
  const caller = { audience: 'kiosk', client: 'kiosk', counter: 1 } as const;
  const request = { commandId: randomUUID(), code: '241001', language: 'nl' };
  expect(await desk.dispatch('kiosk.checkIn', request, caller)).toEqual({
    ok: true,
    value: { outcome: 'unknown' },
  });
});

test('the clerk sees the appointments of today, with where each is', async () => {
  const { today, checkIn } = await open();
  const ticket = await checkIn('a-1');
  expect(await today()).toMatchObject({ source: 'current', total: 3, problems: [] });
  expect((await today()).entries.map(({ reference, state, number }) => [reference, state, number])).toEqual([
    ['a-3', 'late', null],
    ['a-1', 'waiting', ticket.number],
    ['a-2', 'expected', null],
  ]);
  expect(JSON.stringify(await today())).not.toContain('999990512');
});

test('who stands at the counter is found by his burgerservicenummer and checked in once, whoever clicks', async () => {
  const { today, checkIn, kiosk, must, audited } = await open();
  const [found] = (await today('999990512')).entries;
  expect(found?.reference).toBe('a-1');
  const [first, again] = await Promise.all([checkIn('a-1'), checkIn('a-1')]);
  expect(again).toEqual(first);
  expect(await kiosk('241001')).toMatchObject({ outcome: 'checkedIn', ticket: { number: first.number } });
  const { waiting } = await must('hall.queue', {});
  expect(waiting).toMatchObject([
    { number: 'P001', appointmentAt: '2026-11-23T09:20:00.000Z', origin: 'clerk' },
  ]);
  expect(audited()).toContain('agenda.checkedIn');
});

test('a visitor checks in himself in his time; too early and too late are told apart, and a number of nobody', async () => {
  const { kiosk, must, clock } = await open();
  expect(await kiosk('24-1001')).toMatchObject({
    outcome: 'checkedIn',
    at: '10:20',
    ticket: { number: 'P001', letter: 'P', printed: false },
  });
  expect(await kiosk('241002')).toEqual({ outcome: 'early', at: '12:00', from: '11:00' });
  expect(await kiosk('241003')).toEqual({ outcome: 'late', at: '09:00' });
  expect(await kiosk('241004')).toEqual({ outcome: 'unknown' });
  expect(await kiosk('999999')).toEqual({ outcome: 'unknown' });
  await clock.advance(60 * 60_000);
  expect(await kiosk('241002')).toMatchObject({ outcome: 'checkedIn', ticket: { number: 'R001' } });
  expect((await must('hall.queue', {})).waiting.map(({ number }) => number)).toEqual(['P001', 'R001']);
});

test('two appointments with one number need a person', async () => {
  const twice = AGENDA.slice(0, 2).map((one) => ({
    ...one,
    code: '241001',
    start: '2026-11-23T10:20:00+01:00',
  }));
  const { kiosk } = await open({}, twice);
  expect(await kiosk('241001')).toEqual({ outcome: 'unknown' });
});

test('who was called is sent to a person by the kiosk', async () => {
  const { kiosk, must, checkIn } = await open();
  await checkIn('a-1');
  await must('hall.callNext', { commandId: randomUUID() });
  expect(await kiosk('241001')).toEqual({ outcome: 'late', at: '10:20' });
});

test('with how many they come, as the agenda says, is on the ticket, at the counter and by the kiosk', async () => {
  const families = AGENDA.slice(0, 2).map((one) => ({
    ...one,
    start: '2026-11-23T10:20:00+01:00',
    persons: 3,
  }));
  const { checkIn, kiosk, must } = await open({}, families);
  expect(await checkIn('a-1')).toMatchObject({ persons: 3 });
  expect(await kiosk('241002')).toMatchObject({ outcome: 'checkedIn' });
  expect((await must('hall.queue', {})).waiting.map(({ persons }) => persons)).toEqual([3, 3]);
});

test('a check-in by mistake is taken back: the appointment is expected again, and what happened stays known', async () => {
  const { checkIn, today, must, call, kiosk, audited } = await open();
  await checkIn('a-1');
  const undo = { commandId: randomUUID(), reference: 'a-1' };
  expect(await must('agenda.undoCheckIn', undo)).toMatchObject({ number: 'P001', state: 'cancelled' });
  expect((await today('241001')).entries).toMatchObject([{ state: 'expected', number: null }]);
  expect(await call('agenda.undoCheckIn', { ...undo, commandId: randomUUID() })).toMatchObject({
    error: { code: 'notFound' },
  });
  expect(await kiosk('241001')).toMatchObject({ outcome: 'checkedIn', ticket: { number: 'P002' } });
  expect((await must('hall.queue', {})).waiting.map(({ number }) => number)).toEqual(['P002']);
  expect(audited()).toContain('agenda.checkInUndone');
});

test('a clerk checks in who is early or late', async () => {
  const { checkIn, call } = await open();
  expect([(await checkIn('a-2')).number, (await checkIn('a-3')).number]).toEqual(['R001', 'U001']);
  expect(await call('agenda.checkIn', { commandId: randomUUID(), reference: 'a-4' })).toMatchObject({
    ok: false,
    error: { code: 'notFound', field: 'reference' },
  });
});

test('who was never checked in is counted when his group has closed, after the day with nothing that says who', async () => {
  const desk = await open();
  await desk.checkIn('a-1');
  await desk.must('agenda.undoCheckIn', { commandId: randomUUID(), reference: 'a-1' });
  await desk.checkIn('a-1');
  const caller = { audience: 'counter', client: 'window 1', counter: 1 } as const;
  desk.present.staff = { ...testClerk, role: 'teamlead' };
  const report = async () => {
    const period = { from: '2026-11-23', to: '2026-11-23' };
    const answer = (await desk.dispatch('statistics.report', period, caller)) as Result<
      CallOutput<'statistics.report'>
    >;
    return answer.ok ? answer.value.appointments : answer.error.code;
  };
  expect(await report()).toBeNull();
  desk.clock.jumpTo('2026-11-24T08:00:00.000Z');
  await desk.clock.advance(60_000);
  expect(await report()).toEqual({ booked: 3, missed: 2 });
});

test('a check-in that was taken back is nobody who came, a family that split is one, and what an agenda drops was booked', async () => {
  const families = AGENDA.slice(0, 3).map((one) => ({ ...one, group: 'P', persons: 2 }));
  const desk = await open({}, families);
  await desk.checkIn('a-2');
  await desk.must('agenda.undoCheckIn', { commandId: randomUUID(), reference: 'a-2' });
  const { ticketId } = await desk.checkIn('a-1');
  await desk.must('hall.split', { commandId: randomUUID(), ticketId, persons: 1, group: 'P' });
  await desk.clock.advance(25 * 60_000);
  // The agenda has only what is to come: a-1 and a-3 are over. Who is late is still in the clerk's list.
  desk.write(families.slice(1, 2).map((one) => ({ ...one, name: 'C. Bezoeker' })));
  await desk.clock.advance(30 * 60_000);
  await expect.poll(async () => JSON.stringify((await desk.today()).entries)).toContain('C. Bezoeker');
  expect((await desk.today()).total).toBe(3);
  desk.clock.jumpTo('2026-11-24T08:00:00.000Z');
  await desk.clock.advance(60_000);
  desk.present.staff = { ...testClerk, role: 'teamlead' };
  const { appointments } = await desk.must('statistics.report', { from: '2026-11-23', to: '2026-11-23' });
  expect(appointments).toEqual({ booked: 3, missed: 2 });
});

test('who never came is missed when his group has closed, not before', async () => {
  const groups = deskConfig.hall.groups.map((group) => ({
    ...group,
    openingHours: {
      ma: [
        { from: '09:00', to: '12:30' },
        { from: '13:00', to: '17:00' },
      ],
    },
  }));
  const { today, clock } = await open({ hall: { groups } });
  const states = async () => (await today()).entries.map(({ state }) => state);
  expect(await states()).toEqual(['late', 'expected', 'expected']);
  clock.jumpTo('2026-11-23T11:45:00.000Z');
  expect(await states()).toEqual(['late', 'late', 'late']);
  clock.jumpTo('2026-11-23T16:00:00.000Z');
  expect(await states()).toEqual(['missed', 'missed', 'missed']);
});

test('who checks in at the kiosk in his own language has his page in it', async () => {
  const visitorPage = { url: 'https://wachten.voorbeeld.nl', directions: {} };
  const { kiosk } = await open({ display: { visitorPage } });
  const checkedIn = await kiosk('241001', randomUUID(), 'uk');
  expect(checkedIn.outcome === 'checkedIn' && checkedIn.ticket.page).toMatch(/\?taal=uk$/);
});
