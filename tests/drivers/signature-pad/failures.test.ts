import { expect, test } from 'vitest';
import { createPenTracker } from '../../../drivers/signature-pad/pen-tracker.ts';
import { fastClock } from '../helpers/fast-clock.ts';
import { manualClock } from '../helpers/manual-clock.ts';
import { asked, plugged, SIGN, signAndAgree, signatureOf } from './pad-host.ts';

// The signature column of the table of failures, row by row; reconnection and slow devices in the flow tests too.

test('unplugged while the visitor signs: no signature, and the visitor can be asked again', async () => {
  const host = await plugged();
  await host.status('idle');
  await asked(host);
  await host.pad.command('sign');
  await host.stage('signing');
  await host.pad.command('unplug');
  expect(await host.end()).toMatchObject({ outcome: 'failed', reason: 'offline' });
  await host.status('gone');
  await host.pad.command('replug');
  await host.status('idle');
  await asked(host, 'b');
  await signAndAgree(host);
  expect((await signatureOf(host)).complete).toBe(true);
});

test('reports of a wrong length are dropped, in the middle of a signature too', async () => {
  const host = await plugged();
  await host.status('idle');
  await asked(host);
  await host.pad.command('sign');
  await host.stage('signing');
  for (const size of [1, 3, 6, 8, 40]) await host.pad.command(`junk ${size}`);
  await host.pad.command('tap akkoord');
  expect((await signatureOf(host)).complete).toBe(true);
});

test.each([
  ['stuck', 'until its picture is given up'],
  ['hung', 'until it is reset'],
])('a pad that hangs (%s) is freed', async (how) => {
  const host = await plugged();
  await host.status('idle');
  await host.pad.command(how);
  await asked(host);
  await signAndAgree(host);
  expect((await signatureOf(host)).complete).toBe(true);
});

test('a pad that hangs for ever fails in time, and is made anew', async () => {
  const host = await plugged();
  await host.status('idle');
  await host.pad.command('dead');
  host.task('a', SIGN);
  expect(await host.end()).toMatchObject({ outcome: 'failed', reason: 'timeout' });
  expect((await host.status('error')).detail).toContain('also after a reset');
});

test('a double tap on a button counts once', async () => {
  const host = await plugged();
  await host.status('idle');
  await asked(host);
  await host.pad.command('double opnieuw');
  await host.stage('again');
  await signAndAgree(host);
  expect((await signatureOf(host)).complete).toBe(true);
  const again = host.mail.all.filter(
    (message) => message.type === 'taskStage' && message.stage.name === 'again',
  );
  expect(again).toHaveLength(1);
});

test('a command that the pad refuses is sent again with its whole picture', async () => {
  const host = await plugged({ model: '540' });
  await host.status('idle');
  host.task('a', SIGN);
  await host.stage('preparing');
  await host.stage('preparing');
  await host.pad.command('error 04');
  await host.stage('waitingForPerson');
  await signAndAgree(host);
  expect((await signatureOf(host)).complete).toBe(true);
});

test('a pad that lost its settings gets a whole set-up with the next task', async () => {
  const host = await plugged();
  await host.status('idle');
  await host.pad.command('forget');
  await asked(host);
  await host.pad.command('sign');
  await host.stage('signing');
  await host.pad.command('drop 2');
  await host.pad.command('tap akkoord');
  // Numbers on its reports: without the set-up nobody would know of the two that were lost.
  expect((await signatureOf(host)).complete).toBe(false);
});

test('a pad with ink on while nobody signs is set up again', async () => {
  const host = await plugged({ clock: fastClock(8) });
  await host.status('idle');
  const idle = host.pad.screen();
  const cleared = new Promise<void>((resolve) => {
    const stop = host.pad.onScreen(() => {
      if (!idle?.equals(host.pad.screen() ?? Buffer.alloc(0))) return;
      stop();
      resolve();
    });
  });
  await host.pad.command('forget');
  expect(idle?.equals(host.pad.screen() ?? Buffer.alloc(0))).toBe(false);
  await cleared;
});

test('a device that is no signature pad is refused', async () => {
  const host = await plugged({ before: ['hide 03'] });
  expect((await host.status('error')).reason).toBe('failure');
});

test('a pad that answers nothing ends the task at its deadline', async () => {
  const host = await plugged();
  await host.status('idle');
  await asked(host);
  await host.pad.command('stall');
  host.host.handle({ type: 'cancelTask', role: 'signature-pad', taskId: 'a' });
  expect(await host.end()).toEqual({ outcome: 'cancelled', by: 'clerk' });
  host.task('b', SIGN, 500);
  expect(await host.end()).toMatchObject({ outcome: 'failed' });
});

test('a pen that goes without a word is lifted after 250 ms', () => {
  const clock = manualClock();
  const { take } = createPenTracker(clock);
  const down = { near: true, down: true, pressure: 0, x: 1, y: 1 };
  expect(take(down)).toBe('down');
  clock.advance(250);
  expect(take(down)).toBe('move');
  clock.advance(251);
  expect(take(down)).toBe('down');
  expect(take({ ...down, down: false })).toBe('up');
});

test('numbers of reports go round, and start anew when the pen comes back', () => {
  const clock = manualClock();
  const tracker = createPenTracker(clock);
  const at = (sequence: number, near = true) =>
    tracker.take({ near, down: near, pressure: 9, x: 1, y: 1, sequence });
  expect([at(0xfffe), at(0xffff), at(0), at(0)]).toEqual(['down', 'move', 'move', 'none']);
  at(1, false);
  at(900);
  expect(tracker.hasLost).toBe(false);
  at(902);
  expect(tracker.hasLost).toBe(true);
});

test('fifty times unplugged, while its picture comes or while there is ink: never a signature, always back', async () => {
  const host = await plugged({ before: ['pace 4000'], clock: fastClock(8) });
  await host.status('idle');
  for (let round = 0; round < 50; round += 1) {
    host.task(`t${round}`, SIGN);
    if (round % 2 === 0) await host.stage('preparing');
    else {
      await host.stage('waitingForPerson');
      await host.pad.command('sign');
      await host.stage('signing');
    }
    await host.pad.command('unplug');
    expect(await host.end()).toMatchObject({ outcome: 'failed', reason: 'offline' });
    await host.status('gone');
    await host.pad.command('replug');
    await host.status('idle');
  }
  await asked(host, 'last');
  await signAndAgree(host);
  expect((await signatureOf(host)).complete).toBe(true);
});

test('the trace of a signature holds no place, no force and no picture', async () => {
  const host = await plugged();
  await host.status('idle');
  await asked(host);
  await signAndAgree(host);
  expect((await signatureOf(host)).complete).toBe(true);
  const entries = host.host.session('signature-pad')?.trace('main')?.entries() ?? [];
  const pens = entries.filter(({ direction, bytes }) => direction === 'received' && bytes[0] === 0x34);
  expect(pens.length).toBeGreaterThan(50);
  expect(pens.every(({ bytes }) => bytes.subarray(2, 9).every((byte) => byte === 0))).toBe(true);
  const blocks = entries.filter(({ direction, bytes }) => direction === 'sent' && bytes[0] === 0x26);
  expect(blocks.length).toBeGreaterThan(10);
  expect(blocks.every(({ bytes }) => bytes.subarray(3).every((byte) => byte === 0))).toBe(true);
});
