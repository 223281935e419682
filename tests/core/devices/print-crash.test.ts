import { expect, test } from 'vitest';
import { aReceipt, keptDocument, list, openDevices } from './bench.ts';

test('killed between sending and the answer: after the restart the paper is unknown and never sent by itself', async () => {
  const first = openDevices();
  const jobId = first.devices.print(aReceipt());
  await first.store.close();

  const second = openDevices({ file: first.store.file, run: 1 });
  expect(second.devices.jobState(jobId)).toBe('unknown');
  expect((await list(second)).jobs).toMatchObject([{ jobId, state: 'unknown' }]);
  second.link.show('receipt-printer', { state: 'gone' });
  second.link.show('receipt-printer');
  await second.clock.advance(600_000);
  expect(second.link.prints()).toHaveLength(0);
  expect(second.log.lines.map((line) => line.event)).toContain('devices.printInterrupted');
});

test('killed before sending: a fresh paper is printed after the restart', async () => {
  const first = openDevices();
  first.link.show('receipt-printer', { state: 'gone' });
  const jobId = first.devices.print(aReceipt());
  await first.store.close();

  const second = openDevices({ file: first.store.file, run: 1 });
  expect(second.link.prints().map((command) => command.jobId)).toEqual([jobId]);
});

test('killed before sending and started hours later: the paper is offered, not printed', async () => {
  const first = openDevices();
  first.link.show('receipt-printer', { state: 'gone' });
  const jobId = first.devices.print(aReceipt());
  await first.store.close();

  first.clock.jumpTo('2026-11-23T13:00:00.000Z');
  const second = openDevices({ file: first.store.file, clock: first.clock, run: 1 });
  expect(second.link.prints()).toHaveLength(0);
  expect((await list(second)).jobs).toMatchObject([{ jobId, state: 'waiting' }]);
});

test('a fresh paper that waits over a restart becomes old news in its own time', async () => {
  const first = openDevices();
  first.link.show('receipt-printer', { state: 'gone' });
  first.devices.print(aReceipt());
  await first.clock.advance(100_000);
  await first.stop();
  const second = openDevices({ file: first.store.file, clock: first.clock, link: first.link, run: 1 });
  const before = second.published.length;
  await second.clock.advance(79_000);
  expect(second.published).toHaveLength(before);
  await second.clock.advance(1_000);
  expect(second.published).toHaveLength(before + 1);
  expect((await list(second)).jobs).toHaveLength(1);
});

test('settled papers are forgotten after the retention time, others stay', async () => {
  const first = openDevices();
  const done = first.devices.print(aReceipt('een'));
  first.link.answer('confirmed');
  const open = first.devices.print(aReceipt('twee'));
  first.link.answer('unknown');
  await first.stop();
  first.clock.jumpTo('2026-12-24T09:00:00.000Z');
  const second = openDevices({ file: first.store.file, clock: first.clock, run: 1 });
  expect(second.devices.jobState(done)).toBeUndefined();
  expect(second.devices.jobState(open)).toBe('unknown');
  expect(keptDocument(second, open)).not.toBeNull();
});
