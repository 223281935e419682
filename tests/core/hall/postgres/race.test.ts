import { expect, test } from 'vitest';
import { systemClock } from '../../../../electron/hosting/system.ts';
import { act, good, take } from '../engine-bench.ts';
import { openHall, postgresOfFile, until } from './hall-bench.ts';

const cluster = postgresOfFile();
const TICKETS = 2_000;

test('fifty counters call from two thousand tickets at once: every visitor is called once, nobody is lost', async () => {
  const server = await cluster().hall();
  const first = await openHall(server, systemClock);
  for (let count = 0; count < TICKETS; count += 1) await take(first, count % 3 === 0 ? 'B' : 'A');
  const counters = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => ({
      counter: index + 1,
      hall: await openHall(server, systemClock),
    })),
  );
  const called: string[] = [];
  await Promise.all(
    counters.map(async ({ hall, counter }) => {
      for (;;) {
        const action = act(counter);
        // Two clicks: one visitor.
        const [one, again] = await Promise.all([hall.callNext(action), hall.callNext(action)]);
        if (!one.ok && one.error.code === 'hallUnavailable') {
          // On a busy machine the server can be slow to answer; trying again at once would keep the answer from being heard.
          await until(() => hall.link().kind === 'connected', 120_000);
          continue;
        }
        const ticket = good(one);
        expect(good(again)?.ticketId).toBe(ticket?.ticketId);
        if (!ticket) return;
        called.push(ticket.ticketId);
        good(await hall.finish({ ...act(counter), ticketId: ticket.ticketId }));
      }
    }),
  );
  expect(called).toHaveLength(TICKETS);
  expect(new Set(called).size).toBe(TICKETS);
  const events = await cluster().admin(
    server.database,
    'SELECT kind, count(*)::int AS count, count(DISTINCT ticket_id)::int AS tickets FROM waarmee.hall_event GROUP BY kind ORDER BY kind',
  );
  expect(events).toEqual(
    ['called', 'finished', 'issued'].map((kind) => ({ kind, count: TICKETS, tickets: TICKETS })),
  );
  await until(async () => (await first.queue(1)).waiting.length === 0);
}, 240_000);
