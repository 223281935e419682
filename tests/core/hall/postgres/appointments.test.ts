import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { amsterdamDay } from '../../../../shared/domain/dates.ts';
import type { Conflict } from '../../../../electron/core/hall/postgres/replay.ts';
import { systemClock } from '../../../../electron/hosting/system.ts';
import { good, take } from '../engine-bench.ts';
import { openHall, postgresOfFile, until } from './hall-bench.ts';

const cluster = postgresOfFile({ durable: true });

const checkIn = (reference: string, origin: 'clerk' | 'dispenser' = 'clerk') => ({
  commandId: randomUUID(),
  group: 'A',
  origin,
  staffId: null,
  appointment: { reference, at: systemClock.now().toISOString() },
});

test('kiosk and counters check the same visitors in at once: each appointment has one ticket', async () => {
  const server = await cluster().hall();
  const halls = await Promise.all(Array.from({ length: 4 }, () => openHall(server, systemClock)));
  const references = Array.from({ length: 20 }, (_, index) => `afspraak-${index}`);
  const answers = await Promise.all(
    references.flatMap((reference) => halls.map((hall) => hall.issue(checkIn(reference)))),
  );
  const numbers = answers.map((answer) => good(answer).number);
  expect(new Set(numbers).size).toBe(20);
  const [first] = halls;
  if (!first) throw new Error('no hall');
  await until(async () => (await first.queue(1)).waiting.length === 20);
  expect((await first.checkedIn()).size).toBe(20);
});

test('dispensers at four workstations together give no more numbers than the maximum of the day', async () => {
  const server = await cluster().hall();
  const halls = await Promise.all(Array.from({ length: 4 }, () => openHall(server, systemClock)));
  const asked = { group: 'A', origin: 'dispenser', staffId: null, dailyMaximum: 5 } as const;
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      halls.map((hall) => hall.issue({ ...asked, commandId: randomUUID() })),
    ).flat(),
  );
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(Map.groupBy(codes, (code) => code).get('ok')).toHaveLength(5);
  expect(Map.groupBy(codes, (code) => code).get('groupFull')).toHaveLength(15);
});

test('checked in at the kiosk while the database was away, and at another counter meanwhile: both numbers stay, one has the appointment', async () => {
  const server = await cluster().hall();
  const conflicts: Conflict[] = [];
  const kiosk = await openHall(server, systemClock, { conflict: (conflict) => conflicts.push(conflict) });
  await take(kiosk);
  cluster().stop();
  await until(() => kiosk.link().kind === 'away', 10_000);
  const there = good(await kiosk.issue(checkIn('afspraak-1', 'dispenser')));
  expect(good(await kiosk.issue(checkIn('afspraak-1', 'dispenser'))).ticketId).toBe(there.ticketId);
  expect(there.appointmentAt).not.toBeNull();
  const other = good(await kiosk.issue(checkIn('afspraak-2', 'dispenser')));
  expect((await kiosk.checkedIn()).size).toBe(2);

  // As another counter would have done just before it went away, so that the kiosk never heard of it.
  cluster().start();
  const day = amsterdamDay(systemClock.now());
  const facts = {
    ticketId: 'elders',
    appointment: 'afspraak-1',
    day,
    state: 'finished',
    group: 'A',
    ordinal: 900,
  };
  await cluster().admin(
    server.database,
    `INSERT INTO waarmee.hall_ticket (ticket_id, location, day, state, version, at, facts)
     VALUES ('elders', 'stadhuis', '${day}', 'finished', 0, '${systemClock.now().toISOString()}', '${JSON.stringify(facts)}')`,
  );
  await until(() => kiosk.link().kind === 'connected', 20_000);
  await until(() => conflicts.length === 1, 20_000);
  expect(conflicts).toMatchObject([{ ticketId: there.ticketId, why: 'the appointment has ticket elders' }]);
  await until(async () => (await kiosk.queue(1)).waiting.length === 3, 20_000);
  const { waiting } = await kiosk.queue(1);
  expect(waiting.map(({ ticketId, appointmentAt }) => [ticketId, appointmentAt])).toEqual([
    [waiting[0]?.ticketId, null],
    [there.ticketId, null],
    [other.ticketId, other.appointmentAt],
  ]);
});
