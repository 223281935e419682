import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { good, type MakeEngine, refusal, take, act, callNext } from './engine-bench.ts';

/** Numbers: each once a day, in order, whatever the clock does. */
export function issueSuite(make: MakeEngine): void {
  test('numbers count from 001 in each group', async () => {
    const { engine } = await make();
    const numbers = [await take(engine, 'A'), await take(engine, 'B'), await take(engine, 'A')];
    expect(numbers.map((ticket) => ticket.number)).toEqual(['A001', 'B001', 'A002']);
    expect(numbers[0]).toMatchObject({
      group: 'A',
      groupName: 'Afhalen',
      state: 'waiting',
      origin: 'dispenser',
      issuedAt: '2026-11-23T09:00:00.000Z',
      waitingSince: '2026-11-23T09:00:00.000Z',
      firstCalledAt: null,
      timesCalled: 0,
      counter: null,
    });
  });

  test('the same commandId gives the same ticket, also after others', async () => {
    const { engine } = await make();
    const request = { commandId: randomUUID(), group: 'A', origin: 'dispenser', staffId: null } as const;
    const first = good(await engine.issue(request));
    await take(engine);
    expect(good(await engine.issue(request))).toEqual(first);
    expect((await engine.queue(1)).waiting.map((ticket) => ticket.number)).toEqual(['A001', 'A002']);
  });

  test('a commandId that was used for something else is refused and changes nothing', async () => {
    const { engine } = await make();
    const commandId = randomUUID();
    good(await engine.issue({ commandId, group: 'A', origin: 'dispenser', staffId: null }));
    const other = await engine.issue({ commandId, group: 'B', origin: 'dispenser', staffId: null });
    expect(refusal(other)).toBe('commandIdReused');
    expect(refusal(await engine.callNext({ ...act(), commandId }))).toBe('commandIdReused');
    expect((await engine.queue(1)).waiting).toHaveLength(1);
  });

  test('a group that is not in use gets no number', async () => {
    const { engine } = await make();
    const before = (await engine.queue(1)).revision;
    const answer = await engine.issue({ commandId: randomUUID(), group: 'Z', origin: 'clerk', staffId: 's' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalidInput', field: 'group' } });
    expect((await engine.queue(1)).revision).toBe(before);
  });

  test('after 999 the numbers go on with four digits', async () => {
    const { engine } = await make();
    for (let count = 0; count < 999; count += 1) await take(engine);
    expect((await take(engine)).number).toBe('A1000');
    expect((await callNext(engine)).number).toBe('A001');
  }, 60_000);

  test('a new day begins at 001, and who waited yesterday is gone from queue and board', async () => {
    const { engine, clock } = await make();
    clock.jumpTo('2026-11-23T22:59:00.000Z');
    const late = await take(engine);
    await take(engine);
    const called = await callNext(engine, 2);
    clock.jumpTo('2026-11-23T23:00:30.000Z');
    const queue = await engine.queue(2);
    expect(queue).toMatchObject({
      day: '2026-11-24',
      waiting: [],
      noShows: [],
      current: { ticketId: called.ticketId },
      next: null,
      undo: null,
    });
    expect(await engine.board()).toMatchObject({ called: [], recent: [] });
    expect((await engine.board()).waiting.map((group) => group.count)).toEqual([0, 0]);
    expect((await take(engine)).number).toBe('A001');
    expect(called.ticketId).toBe(late.ticketId);
    expect(refusal(await engine.putBack({ ...act(2), ticketId: called.ticketId }))).toBe('hallDayOver');
    expect(refusal(await engine.callNext(act(2)))).toBe('visitRunning');
    expect(good(await engine.finish({ ...act(2), ticketId: called.ticketId })).state).toBe('finished');
    expect(await engine.current(2)).toBeNull();
  });

  test.each([
    ['in winter', '2026-11-23T22:59:00.000Z'],
    ['in the night that clocks go forward', '2027-03-27T22:59:00.000Z'],
    ['in the night that clocks go back', '2026-10-24T21:59:00.000Z'],
  ])('who is at a counter at midnight, %s, stays there until somebody ends it', async (_, evening) => {
    const { engine, clock } = await make();
    clock.jumpTo(evening);
    await take(engine);
    const { ticketId } = await callNext(engine, 2);
    await engine.startWithoutTicket({ ...act(3), group: 'A' }).then(good);
    for (let hour = 0; hour < 26; hour += 1) {
      await clock.advance(3_600_000);
      expect((await engine.current(2))?.ticketId).toBe(ticketId);
      expect((await engine.queue(3)).current?.origin).toBe('walkIn');
    }
    expect((await engine.board()).called).toEqual([]);
    good(await engine.recall({ ...act(2), ticketId }));
    expect((await engine.board()).called).toMatchObject([{ number: 'A001', counter: 2 }]);
    expect(good(await engine.noShow({ ...act(2), ticketId })).state).toBe('noShow');
    expect(await engine.current(2)).toBeNull();
    expect((await engine.queue(2)).noShows).toEqual([]);
  });

  test('a visit that nobody ended holds its counter for two days and no longer', async () => {
    const { engine, clock } = await make();
    await take(engine);
    const { ticketId } = await callNext(engine, 2);
    clock.jumpTo('2026-11-25T08:59:59.000Z');
    expect((await engine.current(2))?.ticketId).toBe(ticketId);
    clock.jumpTo('2026-11-25T09:00:01.000Z');
    expect(await engine.current(2)).toBeNull();
    expect(good(await engine.callNext(act(2)))).toBeNull();
  });

  test('the day is the Dutch one: half past midnight in the Netherlands is a new day, though not yet in UTC', async () => {
    const { engine, clock } = await make();
    clock.jumpTo('2026-07-14T21:59:59.000Z');
    await take(engine);
    clock.jumpTo('2026-07-14T22:30:00.000Z');
    expect((await take(engine)).number).toBe('A001');
  });

  test('everybody is told when a new day begins, so that no display keeps yesterday', async () => {
    const { engine, clock } = await make();
    await take(engine);
    const before = (await engine.board()).revision;
    let told = 0;
    engine.onChange(() => (told += 1));
    await clock.advance(15 * 3_600_000);
    expect(told).toBe(1);
    expect((await engine.board()).revision).toBeGreaterThan(before);
  });

  test('a clock that is put back gives no number twice and changes no order', async () => {
    const { engine, clock } = await make();
    clock.jumpTo('2026-11-23T10:00:00.000Z');
    const first = await take(engine, 'A');
    clock.jumpTo('2026-11-23T08:00:00.000Z');
    const second = await take(engine, 'B');
    const third = await take(engine, 'A');
    expect([second.number, third.number]).toEqual(['B001', 'A002']);
    expect((await engine.queue(1)).waiting.map((ticket) => ticket.number)).toEqual(['A001', 'B001', 'A002']);
    expect(third.issuedAt >= first.issuedAt).toBe(true);
    expect((await callNext(engine, 1)).ticketId).toBe(first.ticketId);
    expect((await callNext(engine, 2)).ticketId).toBe(second.ticketId);
    expect((await callNext(engine, 3)).ticketId).toBe(third.ticketId);
  });

  test('a clock that is put back over midnight goes on with the numbers of that day', async () => {
    const { engine, clock } = await make();
    clock.jumpTo('2026-11-23T22:58:00.000Z');
    await take(engine);
    clock.jumpTo('2026-11-23T23:01:00.000Z');
    await take(engine);
    clock.jumpTo('2026-11-23T22:59:00.000Z');
    expect((await take(engine)).number).toBe('A002');
    clock.jumpTo('2026-11-23T23:02:00.000Z');
    expect((await take(engine)).number).toBe('A002');
  });

  test('a number of a pre-printed roll is the number on its paper, and moves no number of the groups', async () => {
    const { engine } = await make();
    await take(engine, 'A');
    const by = { origin: 'clerk', staffId: 'm' } as const;
    const rolled = async (group: string, rollNumber: number, commandId: string = randomUUID()) =>
      good(await engine.issue({ ...by, commandId, group, rollNumber }));
    const commandId = randomUUID();
    expect([await rolled('A', 7, commandId), await rolled('B', 417)].map(({ number }) => number)).toEqual([
      '007',
      '417',
    ]);
    expect((await rolled('A', 8, commandId)).number).toBe('007');
    expect((await take(engine, 'A')).number).toBe('A002');
    expect((await engine.board()).waiting.map(({ numbers }) => numbers)).toEqual([
      ['A001', '007', 'A002'],
      ['417'],
    ]);
  });

  test('of the last number of the day one gets it, who asks again gets it again, and an appointment takes none', async () => {
    const { engine } = await make();
    const last = () => ({
      commandId: randomUUID(),
      group: 'A',
      origin: 'dispenser' as const,
      staffId: null,
      dailyMaximum: 2,
    });
    const appointment = { reference: 'afspraak-1', at: '2026-11-23T12:00:00.000Z' };
    good(await engine.issue({ ...last(), origin: 'clerk', appointment }));
    good(await engine.startWithoutTicket({ ...act(), group: 'A' }));
    good(await engine.issue({ ...last(), rollNumber: 7 }));
    const asked = [last(), last()] as const;
    const answers = await Promise.all(asked.map((one) => engine.issue(one)));
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
    expect(refused).toEqual(['groupFull']);
    const again = await Promise.all(asked.map((one) => engine.issue(one)));
    expect(again).toEqual(answers);
    good(await engine.issue({ ...last(), group: 'B' }));
    expect(await take(engine, 'A')).toMatchObject({ group: 'A' });
  });
}
