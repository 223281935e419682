import { afterEach, describe, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { PrintDocument } from '../../shared/domain/print-document.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, ticket } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';

/**
 * What a printer, a dispenser and its buttons must survive, row by row. Beside this file: ports in use, absent or with another
 * device on them in receipt-printer-recovery.test.ts; contacts that bounce in ticket-dispenser-buttons.test.ts.
 */
const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

type Options = Parameters<typeof startHost>[3];

async function onPort(kind: 'receipt-printer' | 'ticket-dispenser', options: Options = {}) {
  const { link, remove } = scratchLink();
  const simulator = await startSimulator(kind, { link });
  const driver = kind === 'receipt-printer' ? 'escpos' : 'escpos-numato';
  const host = startHost(kind, driver, simulator.endpoints, options);
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
    remove,
  );
  await host.status('idle');
  return { simulator, host };
}

const whole = (papers: readonly string[]) => papers.filter((text) => !text.includes('torn off'));

describe('unplugged in the middle of a job', () => {
  test('fifty times: each ticket has one outcome, none is printed twice, and nothing is left spinning', async () => {
    // Not faster: a busy machine must be in time to hear of the paper.
    const { simulator, host } = await onPort('receipt-printer', { clock: fastClock(3) });
    const outcomes = new Map<string, string>();
    for (let round = 0; round < 50; round += 1) {
      const number = `A${String(round).padStart(2, '0')}`;
      // At another place each time: before the first line, in the text, at the cut, and while it waits for paper.
      const lines = round % 5;
      if (lines > 0) await simulator.command(`paper out-after ${lines}`);
      host.print(number, ticket(number), 60_000);
      if (lines > 0) await host.status('busy', (status) => status.conditions.includes('paperOut'));
      await simulator.command('unplug');
      outcomes.set(number, (await host.message('printed')).outcome);
      await host.status('gone');
      await simulator.command('paper ok');
      await simulator.command('replug');
      await host.status('idle');
      // The old job sent again gets its old answer, and no second paper.
      host.print(number, ticket(number), 60_000);
      expect((await host.message('printed')).outcome).toBe(outcomes.get(number));
    }
    await simulator.command('unplug');
    const before = process.cpuUsage();
    const from = performance.now();
    // Three more attempts to connect: a hang-up that went by unseen would burn a core all the while.
    for (let attempt = 0; attempt < 3; attempt += 1) await host.status('gone');
    const used = process.cpuUsage(before);
    const share = (used.user + used.system) / 1000 / (performance.now() - from);
    expect(share).toBeLessThan(0.4);
    expect(outcomes.size).toBe(50);
    const wrong = [...outcomes].filter(([number, outcome]) => {
      const copies = whole(simulator.printed()).filter((text) => text.includes(number)).length;
      return outcome === 'confirmed' ? copies !== 1 : copies > (outcome === 'failed' ? 0 : 1);
    });
    expect(wrong).toEqual([]);
  });

  test('presses on buttons that are unplugged are lost, and work again after the return', async () => {
    const { simulator, host } = await onPort('ticket-dispenser', { clock: fastClock(5) });
    await simulator.command('unplug buttons');
    await host.status('gone');
    await simulator.command('press 1');
    await simulator.command('replug buttons');
    await host.status('idle');
    await simulator.command('press 2');
    expect((await host.message('buttonPressed')).button).toBe(2);
    expect(host.count('buttonPressed')).toBe(1);
  });
});

describe('garbage', () => {
  test.each(['xoff', 'garbage'])(
    '%s inside the answers: the ticket comes once, and is told for sure or probably',
    async (inside) => {
      const { simulator, host } = await onPort('receipt-printer', { clock: fastClock(10) });
      await simulator.command(`inside ${inside}`);
      host.print('job-1', ticket('A12'), 60_000);
      expect((await host.message('printed')).outcome).toBe(inside === 'xoff' ? 'confirmed' : 'probable');
      await simulator.command('inside none');
      host.print('job-2', ticket('A13'), 60_000);
      expect((await host.message('printed')).outcome).toBe('confirmed');
      expect(simulator.printed()).toHaveLength(2);
    },
  );
});

describe('a frame that stops halfway', () => {
  test('half a process id on the line does not hide the next one', async () => {
    const { simulator, host } = await onPort('receipt-printer', { clock: fastClock(10) });
    await simulator.command('raw 37224142');
    host.print('job-1', ticket('A12'), 60_000);
    expect((await host.message('printed')).outcome).toBe('confirmed');
    host.print('job-2', ticket('A13'), 60_000);
    expect((await host.message('printed')).outcome).toBe('confirmed');
    expect(simulator.printed()).toHaveLength(2);
  });

  test('half a line of the buttons presses nothing, and the next press counts', async () => {
    const { simulator, host } = await onPort('ticket-dispenser', { clock: fastClock(5) });
    await simulator.command(`raw ${Buffer.from('\n\rFE F').toString('hex')} buttons`);
    await simulator.command('press 3');
    expect((await host.message('buttonPressed')).button).toBe(3);
    expect(host.count('buttonPressed')).toBe(1);
  });
});

describe('out of paper, cover open or knife jammed in the middle of a ticket', () => {
  test.each([
    ['paper out-after 2', 'paper ok', 'paperOut'],
    ['cover open-after 2', 'cover closed', 'coverOpen'],
    ['cutter jam-after 2', 'cutter ok', 'cutterError'],
  ] as const)(
    '%s: told, and after "%s" the same ticket goes on and is confirmed',
    async (wrong, right, condition) => {
      const { simulator, host } = await onPort('receipt-printer', { clock: fastClock(10) });
      await simulator.command(wrong);
      host.print('job-1', ticket('A12'), 120_000);
      await host.status('busy', (status) => status.conditions.includes(condition));
      expect(host.count('printed')).toBe(0);
      await simulator.command(right);
      expect((await host.message('printed')).outcome).toBe('confirmed');
      expect(simulator.printed()).toHaveLength(1);
    },
  );
});

describe('a stuck device', () => {
  test('a printer that takes no more bytes: unknown at the deadline, a new port, and no second ticket', async () => {
    const { simulator, host } = await onPort('receipt-printer', { clock: fastClock(5) });
    // It takes a few bytes, then no more, and has more to come than the line holds by itself.
    await simulator.command('baud 9600');
    const rows = Buffer.alloc(48 * 1000, 0x55).toString('base64');
    const picture = { kind: 'image', width: 384, height: 1000, rows };
    const blocks = [picture, picture, picture, picture, { kind: 'text', text: 'A12' }];
    host.print('job-1', PrintDocument.parse({ blocks }), 5000);
    expect((await host.message('printed')).outcome).toBe('unknown');
    await simulator.command('baud 0');
    await host.status('idle', (status) => status.conditions.length === 0);
    host.print('job-2', ticket('A13'), 60_000);
    expect(await host.message('printed')).toMatchObject({ jobId: 'job-2', outcome: 'confirmed' });
    expect(whole(simulator.printed()).filter((text) => text.includes('A12'))).toEqual([]);
  });
});

describe('a press that comes twice', () => {
  test('the same button again while its ticket prints is the same visitor; another button is another', async () => {
    const { simulator, host } = await onPort('ticket-dispenser', { clock: fastClock(2) });
    await simulator.command('press 1');
    await host.message('buttonPressed');
    await simulator.command('paper out-after 2');
    host.print('job-1', ticket('A12'), 60_000);
    await host.status('busy', (status) => status.conditions.includes('paperOut'));
    await simulator.command('press 1');
    await simulator.command('hold 2');
    expect((await host.message('buttonPressed')).button).toBe(2);
    await simulator.command('paper ok');
    await host.message('printed');
    expect(host.count('buttonPressed')).toBe(2);
  });
});

describe('a slow device', () => {
  test('a printer that stops the line for a while is no failure before the deadline', async () => {
    const { simulator, host } = await onPort('receipt-printer', { clock: fastClock(10) });
    await simulator.command('stall');
    host.print('job-1', ticket('A12'), 60_000);
    await host.status('busy');
    await simulator.command('flow');
    expect((await host.message('printed')).outcome).toBe('confirmed');
    expect(simulator.printed()).toHaveLength(1);
  });

  test('a line of 4800 baud, and a process id half a second late', async () => {
    const { simulator, host } = await onPort('receipt-printer');
    await simulator.command('baud 4800');
    await simulator.command('ids delay 500');
    host.print('job-1');
    expect((await host.message('printed')).outcome).toBe('confirmed');
    expect(simulator.printed()).toHaveLength(1);
  });
});

describe('power off and on with the cable in', () => {
  test('what was in the printer is gone: unknown, and the next ticket is confirmed', async () => {
    const { simulator, host } = await onPort('receipt-printer', { clock: fastClock(10) });
    await simulator.command('paper out-after 2');
    host.print('job-1', ticket('A12'), 20_000);
    await host.status('busy', (status) => status.conditions.includes('paperOut'));
    await simulator.command('power-cycle');
    await simulator.command('paper ok');
    expect((await host.message('printed')).outcome).toBe('unknown');
    host.print('job-2', ticket('A13'), 60_000);
    expect(await host.message('printed')).toMatchObject({ jobId: 'job-2', outcome: 'confirmed' });
    expect(whole(simulator.printed())).toHaveLength(1);
  });

  test('buttons that forgot to notify are seen by asking', async () => {
    const { simulator, host } = await onPort('ticket-dispenser', { clock: fastClock(5) });
    await simulator.command('power-cycle buttons');
    await simulator.command('hold 1');
    expect((await host.message('buttonPressed')).button).toBe(1);
  });
});
