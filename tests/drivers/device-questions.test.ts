import { symlinkSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { Clock } from '../../drivers/clock.ts';
import { createDeviceHost } from '../../drivers/device-host.ts';
import { PRESS_MS } from '../../drivers/simulators/button-box.ts';
import type { SimulatorKind } from '../../drivers/simulators/simulator.ts';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { entriesToReplay, readTraceFile } from '../../drivers/trace-file.ts';
import { openReplay } from '../../drivers/transport/replay.ts';
import { DeviceBinding, type DeviceRole } from '../../shared/contract/device-protocol.ts';
import { traceFile } from '../../shared/domain/trace-file.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { createMailbox, startHost, ticket } from './helpers/host.ts';
import { manualClock } from './helpers/manual-clock.ts';
import { scratchLink } from './helpers/scratch.ts';
import { CODE_NL, PASSPORT_NL } from './helpers/specimens.ts';

async function startDevice(
  role: Extract<SimulatorKind, DeviceRole>,
  driver: string,
  place: { tcp: number } | { link: string } = { tcp: 0 },
) {
  const simulator = await startSimulator(role, place);
  onTestFinished(() => simulator.stop());
  const test = startHost(role, driver, simulator.endpoints);
  onTestFinished(() => test.stop());
  await test.status('idle');
  return { ...test, simulator };
}

const check = (role: DeviceRole, level: 'internal' | 'external' | 'interactive') =>
  ({ type: 'checkHealth', role, requestId: level, level }) as const;

test('the three grades of a printer: known, asked, and a page on paper that is nobody’s job', async () => {
  const { host, message, simulator, count } = await startDevice('receipt-printer', 'escpos');
  host.handle(check('receipt-printer', 'internal'));
  expect(await message('health')).toMatchObject({ ok: true, code: 'connected' });
  host.handle(check('receipt-printer', 'external'));
  expect(await message('health')).toMatchObject({ ok: true, code: 'answers' });
  host.handle(check('receipt-printer', 'interactive'));
  expect(await message('health')).toMatchObject({ ok: true, code: 'printed' });
  expect(simulator.printed().at(-1)).toMatch(/Proefafdruk[\s\S]*€ é è ë[\s\S]*links +rechts/);
  expect(count('printed')).toBe(0);
});

async function startDispenser(clock?: Clock) {
  const simulator = await startSimulator('ticket-dispenser', { tcp: 0 });
  onTestFinished(() => simulator.stop());
  const settings = { buttons: 3 };
  const test = startHost('ticket-dispenser', 'escpos-numato', simulator.endpoints, {
    settings,
    ...(clock && { clock }),
  });
  onTestFinished(() => test.stop());
  await test.status('idle');
  return { ...test, simulator };
}

test('a person presses each button of a dispenser: asked on paper, told in their order, and nobody draws a number', async () => {
  const { host, message, simulator, count } = await startDispenser();
  host.handle(check('ticket-dispenser', 'interactive'));
  await expect
    .poll(() => simulator.printed().at(-1))
    .toMatch(/Druk nu op elke knop \(1 t\/m 3\), één keer\./);
  for (const button of [2, 2, 3, 1]) {
    await simulator.command(`press ${button}`);
    // Down, and up again.
    await new Promise((resolve) => setTimeout(resolve, PRESS_MS + 100));
  }
  expect(await message('health')).toMatchObject({
    ok: true,
    code: 'buttonsPressed',
    buttons: { pressed: [2, 3, 1], missing: [] },
  });
  expect(count('buttonPressed')).toBe(0);
  await simulator.command('press 1');
  expect(await message('buttonPressed')).toMatchObject({ button: 1 });
});

test('a button that did not come by the deadline is told', async () => {
  const { host, message, simulator } = await startDispenser(fastClock(20));
  host.handle(check('ticket-dispenser', 'interactive'));
  await simulator.command('hold 3');
  expect(await message('health')).toMatchObject({
    ok: false,
    code: 'buttonsMissing',
    buttons: { pressed: [3], missing: [1, 2] },
  });
});

test('buttons that go during their test end it with the reason; a ticket that does not come ends it too', async () => {
  const { host, message, simulator, status } = await startDispenser(fastClock(5));
  host.handle(check('ticket-dispenser', 'interactive'));
  await expect.poll(() => simulator.printed()).toHaveLength(1);
  await status('idle');
  await simulator.command('unplug buttons');
  expect(await message('health')).toMatchObject({
    ok: false,
    code: 'failed',
    detail: expect.stringContaining('offline'),
  });
  await simulator.command('replug buttons');
  await status('idle');
  await simulator.command('paper out');
  await status('idle', ({ conditions }) => conditions.includes('paperOut'));
  host.handle({ ...check('ticket-dispenser', 'interactive'), requestId: 'again' });
  const health = await message('health');
  expect(health).toMatchObject({ ok: false });
  expect(health.buttons).toBeUndefined();
});

test('a test of the reader takes the document: nobody else gets it, and only its form is told', async () => {
  const { host, message, simulator, mail } = await startDevice('document-reader', 'elyctis');
  host.handle(check('document-reader', 'interactive'));
  await simulator.command(`scan ${PASSPORT_NL.join(' ')}`);
  expect(await message('health')).toEqual({
    type: 'health',
    role: 'document-reader',
    requestId: 'interactive',
    ok: true,
    code: 'documentRead',
    detail: '2 x 44',
  });
  expect(JSON.stringify(mail.all)).not.toContain('BRUIJN');
});

test('a scanner that is tried takes one code, and tells neither the number nor the visit', async () => {
  const { host, message, simulator, mail, count } = await startDevice('code-scanner', 'honeywell-scanner');
  host.handle(check('code-scanner', 'interactive'));
  await simulator.command(`code ${CODE_NL}`);
  expect(await message('health')).toMatchObject({ ok: true, code: 'documentRead', detail: 'BSN' });
  expect(count('codeScanned')).toBe(0);
  expect(JSON.stringify(mail.all)).not.toContain(CODE_NL);
});

test('a device that is away is not connected in every grade, with the reason', async () => {
  const nowhere = { main: { kind: 'serial', path: '/dev/not-there', baudRate: 9600 } } as const;
  const { host, message, status, stop } = startHost('receipt-printer', 'escpos', nowhere);
  await status('gone');
  for (const level of ['internal', 'external', 'interactive'] as const) {
    host.handle(check('receipt-printer', level));
    expect(await message('health')).toMatchObject({
      ok: false,
      code: 'notConnected',
      detail: expect.stringContaining('noHardware'),
    });
  }
  await stop();
});

test('a trial says who answers and leaves the role as it was', async () => {
  const { host, message, simulator, status } = await startDevice('document-reader', 'elyctis');
  const binding = DeviceBinding.parse({
    role: 'document-reader',
    driver: 'elyctis',
    endpoints: simulator.endpoints,
  });
  host.handle({ type: 'try', requestId: 't', binding });
  expect(await message('tried')).toMatchObject({ ok: true, identity: 'ID BOX Scanner OCR 5.04.01' });
  await status('idle');
});

test('a trial of the wrong driver, a wrong setting and a dead address say why', async () => {
  const mail = createMailbox();
  const host = createDeviceHost({ send: mail.push });
  const tried = () =>
    mail.next((message): message is Extract<typeof message, { type: 'tried' }> => message.type === 'tried');
  const main = { kind: 'tcp', host: '127.0.0.1', port: 1 } as const;
  const role = 'receipt-printer';
  host.handle({
    type: 'try',
    requestId: '1',
    binding: { role, driver: 'elyctis', endpoints: { main }, settings: {} },
  });
  expect(await tried()).toMatchObject({ ok: false, reason: 'illegal' });
  host.handle({
    type: 'try',
    requestId: '2',
    binding: { role, driver: 'escpos', endpoints: { main }, settings: { columns: 'veel' } },
  });
  expect(await tried()).toMatchObject({
    ok: false,
    reason: 'illegal',
    detail: expect.stringContaining('settings.columns'),
  });
  host.handle({
    type: 'try',
    requestId: '3',
    binding: { role, driver: 'escpos', endpoints: { main }, settings: {} },
  });
  expect(await tried()).toMatchObject({ ok: false, reason: 'offline' });
  await host.stop();
});

test('what passed over the line is told without what was on paper, and plays back to the driver', async () => {
  const { host, message, print, stop } = await startDevice('receipt-printer', 'escpos');
  print('j', ticket('GEHEIM'));
  await message('printed');
  host.handle({ type: 'trace', role: 'receipt-printer', requestId: 't' });
  const { lines } = await message('traced');
  await stop();
  expect(lines.some(({ redacted }) => redacted)).toBe(true);
  expect(lines.map(({ hex }) => Buffer.from(hex, 'hex').toString('latin1')).join('')).not.toContain('GEHEIM');
  const header = { trace: 1, role: 'receipt-printer', driver: 'escpos', settings: {} } as const;
  const read = readTraceFile(traceFile(header, lines));
  expect(read.header).toEqual(header);
  const played = entriesToReplay(read.lines).get('main') ?? [];
  const replay = startHost(
    'receipt-printer',
    'escpos',
    { main: { kind: 'tcp', host: 'x', port: 1 } },
    {
      openTransport: async () => openReplay(played),
    },
  );
  await replay.status('idle');
  await replay.stop();
});

test('a trace file that is none names its line', () => {
  expect(() => readTraceFile('{"trace":2}')).toThrow('line 1');
  const header = '{"trace":1,"role":"camera","driver":"x","settings":{}}';
  expect(() => readTraceFile(`${header}\n{"at":"x"}`)).toThrow('line 2');
});

test('each connection is recorded apart', async () => {
  const { host, message, simulator, status } = await startDevice('document-reader', 'elyctis');
  await simulator.command('unplug');
  await status('gone');
  await simulator.command('replug');
  await status('idle');
  host.handle({ type: 'trace', role: 'document-reader', requestId: 't' });
  const { lines } = await message('traced');
  expect(new Set(lines.map(({ connection }) => connection))).toEqual(new Set([1, 2]));
  expect(
    entriesToReplay(lines)
      .get('main')
      ?.every(({ connection }) => connection === 2),
  ).toBe(true);
});

test('a device that comes back at its path is opened at once, not at the end of the back-off', async () => {
  const scratch = scratchLink();
  onTestFinished(scratch.remove);
  const simulator = await startSimulator('document-reader', { link: `${scratch.link}-real` });
  onTestFinished(() => simulator.stop());
  const clock = manualClock();
  const { status, stop } = startHost(
    'document-reader',
    'elyctis',
    { main: { kind: 'serial', path: scratch.link, baudRate: 9600 } },
    { clock },
  );
  onTestFinished(stop);
  for (const wait of [500, 1000, 2000, 5000]) {
    await status('gone');
    clock.advance(wait);
  }
  await status('gone');
  // By the clock the next attempt would come after ten seconds.
  const plugged = clock.now().getTime();
  symlinkSync(`${scratch.link}-real`, scratch.link);
  const opened = status('idle');
  const passing = setInterval(() => clock.advance(50), 10);
  await opened;
  clearInterval(passing);
  expect(clock.now().getTime() - plugged).toBeLessThan(2000);
});

test('a look around tells what there is, the drivers, and for a while what changes', async () => {
  const mail = createMailbox();
  const changed: (() => void)[] = [];
  const clock = manualClock();
  const host = createDeviceHost({
    send: mail.push,
    clock,
    listPlugged: async (kind) =>
      kind === 'serial' ? [{ path: '/dev/full', vendorId: '2b78', productId: '0005' }] : [],
    plugWatch: {
      certain: true,
      onChange: (listener) => {
        changed.push(listener);
        return () => changed.splice(changed.indexOf(listener), 1);
      },
    },
  });
  host.handle({ type: 'discover', requestId: 'd' });
  const answer = await mail.next(
    (message): message is Extract<typeof message, { type: 'discovered' }> => message.type === 'discovered',
  );
  expect(answer.found).toMatchObject([{ path: '/dev/full', fits: [{ driver: 'elyctis' }] }]);
  const printer = answer.drivers.find(({ name }) => name === 'escpos');
  expect(printer).toMatchObject({
    role: 'receipt-printer',
    endpoints: [{ name: 'main', kinds: ['serial', 'printer'] }],
  });
  expect(printer?.settings.find(({ name }) => name === 'profile')).toMatchObject({ kind: 'choice' });
  changed[0]?.();
  expect(mail.all.at(-1)).toEqual({ type: 'plugged' });
  clock.advance(120_000);
  expect(changed).toHaveLength(0);
  await host.stop();
});
