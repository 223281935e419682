import { expect, test } from 'vitest';
import { createDevices } from '../../../electron/core/devices/index.ts';
import { createEvents } from '../../../electron/core/events.ts';
import { fail } from '../../../shared/lib/result.ts';
import { type DevicesUnderTest, list, openDevices } from './bench.ts';

const settled = ({ clock }: DevicesUnderTest) => clock.advance(0);

async function press(bench: DevicesUnderTest, ...buttons: number[]): Promise<void> {
  for (const button of buttons) bench.link.say({ type: 'buttonPressed', role: 'ticket-dispenser', button });
  await settled(bench);
}

async function waiting({ hall }: DevicesUnderTest): Promise<string[]> {
  return (await hall.engine.queue(1)).waiting.map((ticket) => ticket.number);
}

test('a press gives a number of the group of the button, and its paper', async () => {
  const bench = openDevices();
  await press(bench, 2);
  expect((await bench.hall.engine.queue(1)).waiting).toMatchObject([{ number: 'B001', origin: 'dispenser' }]);
  const [print] = bench.link.prints();
  expect(print).toMatchObject({ role: 'ticket-dispenser' });
  const texts = print?.document.blocks.map((block) => (block.kind === 'text' ? block.text : ''));
  expect(texts).toEqual(expect.arrayContaining(['Gemeente Voorbeeld', 'Stadhuis', 'B001', 'Burgerzaken']));
});

test('two visitors are two numbers and two papers, in order; the second says that one waits', async () => {
  const bench = openDevices();
  await press(bench, 1);
  bench.link.answer('confirmed');
  await bench.clock.advance(2000);
  await press(bench, 1);
  expect(await waiting(bench)).toEqual(['A001', 'A002']);
  const papers = bench.link.prints().map((command) => JSON.stringify(command.document));
  expect(papers).toHaveLength(2);
  expect(papers[0]).toContain('A001');
  expect(papers[0]).toContain('Er wacht niemand voor u.');
  expect(papers[1]).toContain('A002');
  expect(papers[1]).toContain('Er wacht 1 persoon voor u.');
});

test('who presses again and again gets one number, however long its paper takes; another button is another visitor', async () => {
  const bench = openDevices();
  await press(bench, 1, 1);
  await bench.clock.advance(500);
  await press(bench, 1);
  bench.link.show('ticket-dispenser', { state: 'busy' });
  await bench.clock.advance(5000);
  await press(bench, 1, 2);
  bench.link.answer('confirmed');
  bench.link.show('ticket-dispenser');
  // The paper is out, and he still presses.
  await bench.clock.advance(1500);
  await press(bench, 1);
  expect(await waiting(bench)).toEqual(['A001', 'B001']);
  expect(bench.link.prints()).toHaveLength(2);
  await bench.clock.advance(2000);
  await press(bench, 1);
  expect(await waiting(bench)).toEqual(['A001', 'B001', 'A002']);
});

test('a paper that hangs does not keep its button from giving numbers', async () => {
  const bench = openDevices();
  await press(bench, 1);
  await bench.clock.advance(30_000);
  await press(bench, 1);
  expect(await waiting(bench)).toEqual(['A001', 'A002']);
});

test.each([
  { state: 'gone' as const },
  { state: 'error' as const },
  { state: 'opening' as const },
  { conditions: ['paperOut' as const] },
  { conditions: ['coverOpen' as const] },
])('no paper can come (%o): no number is issued, and the condition shows', async (status) => {
  const bench = openDevices();
  bench.link.show('ticket-dispenser', status);
  await press(bench, 1);
  expect(await waiting(bench)).toEqual([]);
  expect(bench.link.prints()).toHaveLength(0);
  expect(bench.log.lines.map((line) => line.event)).toContain('devices.pressWithoutPaper');
  expect((await list(bench)).devices).toContainEqual(
    expect.objectContaining({ role: 'ticket-dispenser', ...status }),
  );
  bench.link.show('ticket-dispenser');
  await press(bench, 1);
  expect(await waiting(bench)).toEqual(['A001']);
});

test('a button without a group, or a button of another device, gives nothing', async () => {
  const bench = openDevices();
  await press(bench, 9);
  bench.link.say({ type: 'buttonPressed', role: 'document-reader', button: 1 });
  await settled(bench);
  expect(await waiting(bench)).toEqual([]);
  expect(bench.log.lines).toMatchObject([{ event: 'devices.buttonWithoutGroup', fields: { button: 9 } }]);
});

test('a hall that refuses or breaks costs one press, not the dispenser', async () => {
  const bench = openDevices();
  bench.devices.stop();
  let presses = 0;
  const devices = createDevices({
    store: bench.store,
    clock: bench.clock,
    ids: bench.ids,
    log: bench.log,
    events: createEvents(bench.store.afterCommit),
    link: bench.link,
    config: bench.config,
    local: bench.local,
    traceDir: 'nowhere',
    logoFile: null,
    onRoll: () => false,
    issue: async (request) => {
      presses += 1;
      if (presses === 1) throw new Error('weg');
      return presses === 2 ? fail('hallUnavailable') : bench.hall.selfService.issue(request);
    },
  });
  for (let visitor = 0; visitor < 3; visitor += 1) {
    await press(bench, 1);
    await bench.clock.advance(2000);
  }
  expect(bench.log.lines.map((line) => line.event)).toEqual(['devices.pressFailed', 'devices.pressRefused']);
  expect(bench.link.prints()).toHaveLength(1);
  devices.stop();
});

test('the paper of a number is printed once, also when it is asked for twice', async () => {
  const bench = openDevices();
  const issued = await bench.hall.selfService.issue({ commandId: bench.ids.uuid(), group: 'A' });
  if (!issued.ok) throw new Error(issued.error.code);
  expect(bench.devices.printTicket(issued.value)).toBe(bench.devices.printTicket(issued.value));
  bench.link.answer('confirmed');
  expect(bench.link.prints()).toHaveLength(1);
});

test('a number is on paper in the language that the visitor chose', async () => {
  const bench = openDevices();
  const issued = await bench.hall.selfService.issue({ commandId: bench.ids.uuid(), group: 'A' });
  if (!issued.ok) throw new Error(issued.error.code);
  bench.devices.printTicket(issued.value, 'en');
  expect(JSON.stringify(bench.link.prints()[0]?.document)).toContain('Your number');
});

test('without a dispenser there is nothing to print a number on', async () => {
  const bench = openDevices({ bound: ['receipt-printer'] });
  const issued = await bench.hall.selfService.issue({ commandId: bench.ids.uuid(), group: 'A' });
  if (!issued.ok) throw new Error(issued.error.code);
  expect(bench.devices.printTicket(issued.value)).toBeNull();
  expect(bench.link.prints()).toHaveLength(0);
});

test('when the numbers of the day are gone the paper says so and what to do, once for who presses again and again', async () => {
  const bench = openDevices({ dailyMaximum: 1 });
  await press(bench, 1);
  bench.link.answer('confirmed');
  for (let again = 0; again < 2; again += 1) {
    await bench.clock.advance(2000);
    await press(bench, 1);
  }
  expect(await waiting(bench)).toEqual(['A001']);
  const papers = bench.link.prints().map(({ document }) => JSON.stringify(document));
  expect(papers).toHaveLength(2);
  expect(papers[1]).toContain('Vandaag zijn er geen nummers meer.');
  expect(papers[1]).toContain('Maak een afspraak of vraag het aan de receptie.');
  bench.link.answer('confirmed');
  await bench.clock.advance(11_000);
  await press(bench, 1);
  expect(bench.link.prints()).toHaveLength(3);
});
