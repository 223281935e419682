import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Party } from '../../../electron/core/ports.ts';
import { act, callNext, good, type MakeEngine, refusal, take } from './engine-bench.ts';

const FAMILY: Party = { persons: 4, also: ['B'] };

/** Several persons and several groups on one number. */
export function partySuite(make: MakeEngine): void {
  test('a number begins with how many came and what else they need, and keeps it to the end', async () => {
    const { engine } = await make();
    const asked = { group: 'A', origin: 'dispenser', staffId: null, party: FAMILY } as const;
    const issue = { commandId: randomUUID(), ...asked };
    const ticket = good(await engine.issue(issue));
    expect(ticket).toMatchObject({ number: 'A001', persons: 4, also: ['B'] });
    expect(good(await engine.issue(issue))).toEqual(ticket);
    expect(refusal(await engine.issue({ ...issue, party: { persons: 3, also: [] } }))).toBe(
      'commandIdReused',
    );
    expect((await engine.queue(1)).waiting).toMatchObject([FAMILY]);
    const { ticketId } = await callNext(engine);
    good(await engine.hold({ ...act(), ticketId, wish: { note: '', heldBy: 'Joke Jansen' } }));
    good(await engine.resume({ ...act(2), ticketId }));
    expect(good(await engine.finish({ ...act(2), ticketId }))).toMatchObject({
      state: 'finished',
      ...FAMILY,
    });
  });

  test('a number is for one person and its own group, unless somebody says otherwise', async () => {
    const { engine } = await make();
    expect(await take(engine)).toMatchObject({ persons: 1, also: [] });
    const own = { persons: 1, also: ['A', 'B', 'B'] };
    const asked = { commandId: randomUUID(), group: 'A', origin: 'clerk', staffId: 'm', party: own } as const;
    expect(good(await engine.issue(asked))).toMatchObject({ persons: 1, also: ['B'] });
  });

  test('a clerk says it of who waits and of who is at his counter, and of nobody elsewhere', async () => {
    const { engine } = await make();
    const waiting = await take(engine);
    const { ticketId } = waiting;
    const family = { ...act(2), ticketId, party: FAMILY };
    const said = good(await engine.setParty(family));
    expect(said).toEqual({ ...waiting, ...FAMILY });
    expect(good(await engine.setParty(family))).toEqual(said);
    expect(refusal(await engine.setParty({ ...family, party: { persons: 2, also: [] } }))).toBe(
      'commandIdReused',
    );
    expect(await callNext(engine)).toMatchObject({ ticketId, ...FAMILY });
    const fewer = { persons: 2, also: [] };
    expect(refusal(await engine.setParty({ ...act(2), ticketId, party: fewer }))).toBe('ticketTaken');
    expect(good(await engine.setParty({ ...act(1), ticketId, party: fewer }))).toMatchObject(fewer);
    expect(await engine.current(1)).toMatchObject(fewer);
    good(await engine.finish({ ...act(), ticketId }));
    expect(refusal(await engine.setParty({ ...act(), ticketId, party: FAMILY }))).toBe('visitFinished');
  });

  test('priority and the party do not undo each other', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    good(await engine.setParty({ ...act(), ticketId, party: FAMILY }));
    good(await engine.setPriority({ ...act(), ticketId, priority: 'agreed' }));
    expect(await engine.ticket(ticketId)).toMatchObject({ hasPriority: true, ...FAMILY });
    good(await engine.setParty({ ...act(), ticketId, party: { persons: 1, also: [] } }));
    expect(await engine.ticket(ticketId)).toMatchObject({ hasPriority: true, persons: 1, also: [] });
  });

  test('sent on to a group that he needs too, he no longer needs it besides', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    good(await engine.setParty({ ...act(), ticketId, party: FAMILY }));
    await callNext(engine);
    const sent = good(await engine.transfer({ ...act(), ticketId, wish: { group: 'B' } }));
    expect(sent).toMatchObject({ number: 'A001', group: 'B', persons: 4, also: [] });
  });
}
