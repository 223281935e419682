import { expect, test } from 'vitest';
import { type DevicesUnderTest, openDevices } from './bench.ts';

/** Each press is of another visitor. */
async function press(bench: DevicesUnderTest, ...buttons: number[]): Promise<void> {
  for (const button of buttons) {
    await bench.clock.advance(2000);
    bench.link.say({ type: 'buttonPressed', role: 'ticket-dispenser', button });
    await bench.clock.advance(0);
  }
}

const waiting = async ({ hall }: DevicesUnderTest): Promise<string[]> =>
  (await hall.engine.queue(1)).waiting.map(({ number }) => number);

const OUT = { conditions: ['paperOut' as const] };

test('while the printer is out the numbers go on with the roll, unprinted, and with the printer by themselves after', async () => {
  const bench = openDevices();
  bench.hall.paperRoll.set({ next: 417, byHand: false });
  await press(bench, 1);
  bench.link.answer('confirmed');
  expect(bench.hall.paperRoll.state()).toEqual({ next: 417, why: null });
  bench.link.show('ticket-dispenser', OUT);
  expect(bench.hall.paperRoll.state()).toEqual({ next: 417, why: 'printer' });
  await press(bench, 1, 2);
  expect(await waiting(bench)).toEqual(['A001', '417', '418']);
  expect(bench.link.prints()).toHaveLength(1);
  bench.link.show('ticket-dispenser');
  expect(bench.hall.paperRoll.state()).toEqual({ next: 419, why: null });
  await press(bench, 1);
  expect(await waiting(bench)).toEqual(['A001', '417', '418', 'A002']);
  expect(bench.link.prints()).toHaveLength(2);
});

test('turned on by hand it holds while the printer works, and ends when the printer was out and works again', async () => {
  const bench = openDevices();
  bench.hall.paperRoll.set({ next: 9999, byHand: true });
  await press(bench, 1, 1);
  expect(await waiting(bench)).toEqual(['9999', '001']);
  expect(bench.link.prints()).toHaveLength(0);
  bench.link.show('ticket-dispenser', OUT);
  bench.link.show('ticket-dispenser');
  expect(bench.hall.paperRoll.state()).toEqual({ next: 2, why: null });
});

test('a number that was given today stays on the roll, and a repeated command takes no second one', async () => {
  const bench = openDevices();
  bench.hall.paperRoll.set({ next: 5, byHand: true });
  const give = async (commandId: string, group = 'A') => {
    const answer = await bench.hall.issue({ commandId, group, origin: 'clerk', staffId: 'm' });
    return answer.ok ? answer.value.ticket.number : answer.error.code;
  };
  const [one, two, three] = [bench.ids.uuid(), bench.ids.uuid(), bench.ids.uuid()];
  expect([await give(one), await give(one)]).toEqual(['005', '005']);
  expect(bench.hall.paperRoll.state()?.next).toBe(6);
  expect([await give(two), await give(one), await give(two)]).toEqual(['006', '005', '006']);
  bench.hall.paperRoll.set({ next: 5, byHand: true });
  expect(await give(three)).toBe('007');
});

test('without a roll nothing is given while the printer is out; taking the roll out ends it', async () => {
  const bench = openDevices();
  bench.link.show('ticket-dispenser', OUT);
  await press(bench, 1);
  bench.hall.paperRoll.set({ next: 1, byHand: false });
  await press(bench, 1);
  bench.hall.paperRoll.set(null);
  await press(bench, 1);
  expect(await waiting(bench)).toEqual(['001']);
  expect(bench.hall.paperRoll.state()).toBeNull();
});

test('a printer that is only starting is not out', () => {
  const bench = openDevices();
  bench.hall.paperRoll.set({ next: 1, byHand: false });
  bench.link.show('ticket-dispenser', { state: 'opening' });
  expect(bench.hall.paperRoll.state()?.why).toBeNull();
  bench.link.show('ticket-dispenser', { state: 'gone' });
  expect(bench.hall.paperRoll.state()?.why).toBe('printer');
});
