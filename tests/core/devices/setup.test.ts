import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mergeBindings } from '../../../electron/core/devices/index.ts';
import type { DeviceBinding } from '../../../shared/contract/device-protocol.ts';
import type { CallInput } from '../../../shared/contract/index.ts';
import { type DevicesUnderTest, openDevices } from './bench.ts';

const binding = (role: DeviceBinding['role'], host = '192.0.2.1'): DeviceBinding => ({
  role,
  driver: 'escpos',
  endpoints: { main: { kind: 'tcp', host, port: 9100 } },
  settings: {},
});

async function run<
  N extends 'devices.setup' | 'devices.try' | 'devices.saveTrace' | 'devices.bind' | 'devices.unbind',
>({ devices, context, ids }: DevicesUnderTest, name: N, input: Omit<CallInput<N>, 'commandId'>) {
  const handler = devices.handlers[name];
  return handler.run({ ...input, commandId: ids.uuid() } as never, context);
}

test('what is bound here goes before the configuration, which stays and counts again', async () => {
  const bench = openDevices({ bound: ['receipt-printer'] });
  const printer = binding('receipt-printer');
  expect(await run(bench, 'devices.bind', { binding: printer })).toEqual({ ok: true, value: { done: true } });
  expect(bench.link.sent.at(-1)).toEqual({ type: 'configure', bindings: [printer] });
  expect(bench.audited.at(-1)).toBe('devices.bind device receipt-printer escpos');
  const looking = run(bench, 'devices.setup', {});
  answerDiscover(bench);
  expect(await looking).toMatchObject({
    value: { bound: [{ binding: printer, source: 'workstation', replaces: true }] },
  });
  expect(await run(bench, 'devices.unbind', { role: 'receipt-printer' })).toMatchObject({ ok: true });
  expect(bench.link.sent.at(-1)).toMatchObject({ type: 'configure', bindings: [{ driver: 'test' }] });
  expect(await run(bench, 'devices.unbind', { role: 'receipt-printer' })).toMatchObject({
    error: { code: 'notFound' },
  });
});

test('a role that was bound here works from that moment on', async () => {
  const bench = openDevices({ bound: [] });
  expect(bench.devices.isBound('receipt-printer')).toBe(false);
  await run(bench, 'devices.bind', { binding: binding('receipt-printer') });
  expect(bench.devices.isBound('receipt-printer')).toBe(true);
  expect(bench.local.read()).toHaveLength(1);
});

test('each role is bound once, to the last that was chosen', async () => {
  const bench = openDevices({ bound: [] });
  await run(bench, 'devices.bind', { binding: binding('receipt-printer', '192.0.2.1') });
  await run(bench, 'devices.bind', { binding: binding('receipt-printer', '192.0.2.2') });
  expect(bench.local.read()).toEqual([binding('receipt-printer', '192.0.2.2')]);
  expect(mergeBindings([binding('camera')], bench.local.read()).map(({ role }) => role)).toEqual([
    'camera',
    'receipt-printer',
  ]);
});

function answerDiscover(bench: DevicesUnderTest) {
  const asked = bench.link.sent.at(-1);
  if (asked?.type !== 'discover') throw new Error('nobody looked');
  bench.link.say({ type: 'discovered', requestId: asked.requestId, found: [], drivers: [] });
}

test('while the device process is away nothing is found, and that is told', async () => {
  const bench = openDevices();
  bench.link.down = true;
  expect(await run(bench, 'devices.setup', {})).toMatchObject({
    value: { found: null, process: { running: false } },
  });
  expect(await run(bench, 'devices.try', { binding: binding('camera') })).toMatchObject({
    error: { code: 'devicesAway' },
  });
});

test('a trial is told as it ended, and keeps nothing', async () => {
  const bench = openDevices();
  const trying = run(bench, 'devices.try', { binding: binding('receipt-printer') });
  const asked = bench.link.sent.at(-1);
  if (asked?.type !== 'try') throw new Error('nothing was tried');
  bench.link.say({
    type: 'tried',
    role: 'receipt-printer',
    requestId: asked.requestId,
    ok: false,
    reason: 'inUse',
    detail: 'in use',
  });
  expect(await trying).toEqual({
    ok: true,
    value: { ok: false, identity: null, reason: 'inUse', detail: 'in use' },
  });
  expect(bench.local.read()).toEqual([]);
});

test('a trace is written on demand to a file that says what it is of, and that is audited', async () => {
  const bench = openDevices();
  const saving = run(bench, 'devices.saveTrace', { role: 'receipt-printer' });
  const asked = bench.link.sent.at(-1);
  if (asked?.type !== 'trace') throw new Error('nothing was asked');
  const line = {
    at: '2026-11-23T09:00:00.000Z',
    endpoint: 'main',
    connection: 1,
    direction: 'sent',
    hex: '1b40',
  } as const;
  bench.link.say({ type: 'traced', role: 'receipt-printer', requestId: asked.requestId, lines: [line] });
  const saved = await saving;
  if (!saved.ok || !('file' in saved.value)) throw new Error('not saved');
  expect(saved.value).toMatchObject({
    lines: 1,
    file: expect.stringMatching(/traces.receipt-printer-\d{8}T\d{6}Z\.jsonl$/),
  });
  expect(
    readFileSync(saved.value.file, 'utf8')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as unknown),
  ).toEqual([{ trace: 1, role: 'receipt-printer', driver: 'test', settings: {} }, line]);
  expect(bench.audited.at(-1)).toContain('devices.saveTrace device receipt-printer');
  expect(await run(bench, 'devices.saveTrace', { role: 'camera' })).toMatchObject({
    error: { code: 'notFound' },
  });
});

test('something plugged in or out is told to the windows', () => {
  const bench = openDevices();
  const before = bench.published.length;
  bench.link.say({ type: 'plugged' });
  expect(bench.published.slice(before)).toEqual(['devices.changed']);
});
