import { expect, test } from 'vitest';
import { createDevices, noDevices } from '../../../electron/core/devices/index.ts';
import { createEvents } from '../../../electron/core/events.ts';
import { aReceipt, list, openDevices } from './bench.ts';

test('without a device process a paper waits, grows old and is offered to the clerk', async () => {
  const bench = openDevices();
  bench.devices.stop();
  const { store, clock, ids, log, config, local, hall } = bench;
  const events = createEvents(store.afterCommit);
  const issue = hall.selfService.issue;
  const devices = createDevices({
    store,
    clock,
    ids,
    log,
    events,
    link: noDevices,
    config,
    local,
    traceDir: 'nowhere',
    issue,
    onRoll: () => false,
    logoFile: null,
  });
  const jobId = devices.print(aReceipt());
  expect(devices.jobState(jobId)).toBe('waiting');
  await clock.advance(180_000);
  expect(await list({ ...bench, devices })).toMatchObject({
    devices: [],
    jobs: [{ jobId, state: 'waiting' }],
  });
  const check = await devices.handlers['devices.check'].run(
    { role: 'receipt-printer', level: 'external' },
    bench.context,
  );
  expect(check).toMatchObject({ ok: true, value: { ok: false } });
  devices.stop();
});
