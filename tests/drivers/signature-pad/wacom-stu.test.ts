import { expect, test } from 'vitest';
import type { OpenTransport } from '../../../drivers/transport/open.ts';
import { openTransport } from '../../../drivers/transport/open.ts';
import { asked, plugged, SIGN, signAndAgree, signatureOf } from './pad-host.ts';

test.each([
  ['300', 'STU-300', '005F1234'],
  ['430', 'STU-430', '5FZQ012345'],
  ['500', 'STU-500', '005F1234'],
  ['520', 'STU-520A', '005F1234'],
  ['530', 'STU-530', '5FZQ012345'],
  ['540', 'STU-540', '5FZQ0123456X'],
])('a visitor signs on the STU-%s', async (model, name, serial) => {
  const host = await plugged({ model });
  expect((await host.status('idle')).identity).toBe(`${name}, firmware 1.17`);
  const idle = host.pad.screen();
  await asked(host);
  await signAndAgree(host);
  const { png, svg, padSerial, complete } = await signatureOf(host);
  expect({ padSerial, complete }).toEqual({ padSerial: serial, complete: true });
  expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect(svg).toMatch(/^<svg .*<path stroke-width="0\.\d+" d="M[\d. ]+Q/s);
  // Nothing of the visitor is left on the screen: the next task waits for it.
  host.task('b', SIGN);
  await host.stage('preparing');
  expect(host.pad.screen()?.equals(idle ?? Buffer.alloc(0))).toBe(true);
});

test('the whole screen is told in steps, and the device is busy meanwhile', async () => {
  const host = await plugged({ model: '540' });
  await host.status('idle');
  host.task('a', SIGN);
  await host.status('busy');
  await host.stage('waitingForPerson');
  const percents = host.mail.all.flatMap((message) =>
    message.type === 'taskStage' && message.stage.percent !== undefined ? [message.stage.percent] : [],
  );
  expect(percents[0]).toBe(0);
  expect(percents.at(-1)).toBe(100);
  expect(percents).toEqual(percents.toSorted((a, b) => a - b));
});

test('"opnieuw" clears the ink, and the next signature counts alone', async () => {
  const host = await plugged();
  await host.status('idle');
  await asked(host);
  const blank = host.pad.screen();
  await host.pad.command('sign');
  await host.stage('signing');
  await host.pad.command('tap opnieuw');
  await host.stage('again');
  await host.pad.command('sign 100');
  await host.stage('signing');
  await host.pad.command('tap akkoord');
  const { svg } = await signatureOf(host);
  expect(svg.match(/M/g)?.length).toBeLessThan(60);
  expect(blank?.equals(host.pad.screen() ?? Buffer.alloc(0))).toBe(false);
});

test('the visitor cancels on the pad; the clerk cancels in the window', async () => {
  const host = await plugged();
  await host.status('idle');
  await asked(host, 'a');
  await host.pad.command('tap annuleren');
  expect(await host.end()).toEqual({ outcome: 'cancelled', by: 'visitor' });
  await asked(host, 'b');
  host.host.handle({ type: 'cancelTask', role: 'signature-pad', taskId: 'b' });
  expect(await host.end()).toEqual({ outcome: 'cancelled', by: 'clerk' });
});

test('a touch is no signature: the visitor is asked again', async () => {
  const host = await plugged();
  await host.status('idle');
  await asked(host);
  await host.pad.command('dot');
  await host.stage('signing');
  await host.pad.command('tap akkoord');
  await host.stage('again');
  await signAndAgree(host);
  expect((await signatureOf(host)).complete).toBe(true);
});

test('what the clerk presses in the window counts too', async () => {
  const host = await plugged();
  await host.status('idle');
  await asked(host);
  const steer = (which: 'accept' | 'again') =>
    host.host.handle({ type: 'steerTask', role: 'signature-pad', taskId: 'a', steer: which });
  steer('accept');
  await host.stage('again');
  await signAndAgree(host);
  expect((await signatureOf(host)).complete).toBe(true);
});

test('lost samples are marked, in whatever way they went', async () => {
  const host = await plugged();
  await host.status('idle');
  for (const [taskId, trouble] of [
    ['a', 'drop 3'],
    ['b', 'swap'],
  ] as const) {
    await asked(host, taskId);
    await host.pad.command('sign 400');
    await host.stage('signing');
    await host.pad.command(trouble);
    await host.pad.command('tap akkoord');
    expect((await signatureOf(host)).complete).toBe(false);
  }
});

test('the backlight is written only when it differs: it wears out', async () => {
  const same = await plugged({ model: '540', settings: { backlight: 1 } });
  await same.status('idle');
  expect(await same.pad.command('flash')).toBe('0');
  const other = await plugged({ model: '540', settings: { backlight: 3 } });
  await other.status('idle');
  expect(await other.pad.command('flash')).toBe('1');
});

test('a pad that takes only 16 bits per pixel gets its picture so', async () => {
  const host = await plugged({ before: ['encodings 4'] });
  await host.status('idle');
  await asked(host);
  await signAndAgree(host);
  expect((await signatureOf(host)).complete).toBe(true);
});

const onUsb =
  (productId: string): OpenTransport =>
  async (...args) => ({
    ...(await openTransport(...args)),
    usb: { vendorId: '056a', productId, serialNumber: 'USB-1' },
  });

test('a 430 that tells nothing of itself is known by its USB product', async () => {
  const before = ['hide 08', 'hide 09', 'hide 0a', 'hide 0b'];
  const host = await plugged({ before, openTransport: onUsb('00a4') });
  expect((await host.status('idle')).identity).toBe('STU-430');
  await asked(host);
  await signAndAgree(host);
  expect((await signatureOf(host)).padSerial).toBe('USB-1');
});

test.each([
  ['a pad that does not say which it is', { before: ['hide 08'] }, 'set its model'],
  ['a pad without known sizes', { model: '530', before: ['hide 09'] }, 'does not tell its sizes'],
  [
    'another device of Wacom',
    { before: ['hide 08'], openTransport: onUsb('0357') },
    'is no STU signature pad',
  ],
  ['a pad that nobody knows', { before: ['name STU-999'] }, "'STU-999' is no STU pad"],
])('%s is refused, and told', async (_what, options, why) => {
  const host = await plugged(options);
  expect((await host.status('error')).detail).toContain(why);
});

test('the model can be set for a pad that does not say which it is', async () => {
  const host = await plugged({ before: ['hide 08'], settings: { model: 'STU-430' } });
  expect((await host.status('idle')).identity).toBe('STU-430');
  host.host.handle({ type: 'checkHealth', role: 'signature-pad', requestId: '1', level: 'external' });
  expect(await host.message('health')).toMatchObject({ ok: true, detail: 'STU-430: ready' });
});
