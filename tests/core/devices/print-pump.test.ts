import { expect, test } from 'vitest';
import { aReceipt, keptDocument, list, openDevices } from './bench.ts';

test('a paper goes to its printer at once and is noted as printing', async () => {
  const bench = openDevices();
  const jobId = bench.devices.print(aReceipt());
  expect(bench.link.prints()).toEqual([
    { type: 'print', role: 'receipt-printer', jobId, document: aReceipt().document, deadlineMs: 30_000 },
  ]);
  expect(bench.devices.jobState(jobId)).toBe('printing');
  expect((await list(bench)).jobs).toEqual([]);
  expect(bench.published).toContain('devices.changed');
});

test.each(['confirmed', 'probable'] as const)(
  'a %s paper is done and its document is wiped',
  async (outcome) => {
    const bench = openDevices();
    const jobId = bench.devices.print(aReceipt());
    bench.link.answer(outcome);
    expect(bench.devices.jobState(jobId)).toBe(outcome);
    expect(keptDocument(bench, jobId)).toBeNull();
    expect((await list(bench)).jobs).toEqual([]);
  },
);

test.each(['unknown', 'failed', 'cancelled'] as const)(
  'a paper that is %s asks for the clerk and is not sent again',
  async (outcome) => {
    const bench = openDevices();
    const jobId = bench.devices.print(aReceipt());
    bench.link.answer(outcome);
    bench.link.show('receipt-printer', { state: 'gone' });
    bench.link.show('receipt-printer');
    await bench.clock.advance(10 * 60_000);
    expect((await list(bench)).jobs).toEqual([
      {
        jobId,
        role: 'receipt-printer',
        kind: 'receipt',
        label: 'B1-20261123-0001',
        state: outcome,
        createdAt: '2026-11-23T09:00:00.000Z',
      },
    ]);
    expect(bench.link.prints()).toHaveLength(1);
  },
);

test('inside a store transaction only the row is written; a rollback takes it back', () => {
  const bench = openDevices();
  expect(() =>
    bench.store.atomically(() => {
      bench.devices.print(aReceipt());
      throw new Error('stroom weg');
    }),
  ).toThrow('stroom weg');
  expect(bench.link.prints()).toHaveLength(0);
  const jobId = bench.store.atomically(() => {
    const id = bench.devices.print(aReceipt());
    expect(bench.link.prints()).toHaveLength(0);
    return id;
  });
  expect(bench.link.prints().map((command) => command.jobId)).toEqual([jobId]);
});

test('one paper at a time, in order: the next leaves when the printer is idle again', () => {
  const bench = openDevices();
  const first = bench.devices.print(aReceipt('een'));
  bench.link.show('receipt-printer', { state: 'busy' });
  const second = bench.devices.print(aReceipt('twee'));
  bench.link.answer('confirmed');
  expect(bench.link.prints().map((command) => command.jobId)).toEqual([first]);
  bench.link.show('receipt-printer');
  expect(bench.link.prints().map((command) => command.jobId)).toEqual([first, second]);
});

test('a printer that does not tell that it was busy gets the next paper after its answer', () => {
  const bench = openDevices();
  bench.devices.print(aReceipt('een'));
  bench.devices.print(aReceipt('twee'));
  expect(bench.link.prints()).toHaveLength(1);
  bench.link.answer('probable');
  expect(bench.link.prints()).toHaveLength(2);
});

test.each([
  { state: 'gone' as const },
  { state: 'error' as const },
  { state: 'idle' as const, conditions: ['paperOut' as const] },
  { state: 'idle' as const, conditions: ['coverOpen' as const] },
])('with a printer that is %o the paper waits, and comes when it is well', (status) => {
  const bench = openDevices();
  bench.link.show('receipt-printer', status);
  const jobId = bench.devices.print(aReceipt());
  expect(bench.link.prints()).toHaveLength(0);
  expect(bench.devices.jobState(jobId)).toBe('waiting');
  bench.link.show('receipt-printer', { conditions: ['paperNearEnd'] });
  expect(bench.link.prints()).toHaveLength(1);
});

test('a dispenser without paper does not hold up the receipts', () => {
  const bench = openDevices();
  bench.link.show('ticket-dispenser', { conditions: ['paperOut'] });
  bench.devices.print({ ...aReceipt('A001'), role: 'ticket-dispenser', kind: 'ticket' });
  bench.devices.print(aReceipt());
  expect(bench.link.prints().map((command) => command.role)).toEqual(['receipt-printer']);
});

test('a command that the device process did not take was not printed: it waits on', () => {
  const bench = openDevices();
  bench.link.down = true;
  const jobId = bench.devices.print(aReceipt());
  expect(bench.devices.jobState(jobId)).toBe('waiting');
  bench.link.down = false;
  bench.link.show('receipt-printer');
  expect(bench.link.prints().map((command) => command.jobId)).toEqual([jobId]);
});

test('after three minutes a waiting paper is old news: shown to the clerk, not printed by itself', async () => {
  const bench = openDevices();
  bench.link.show('receipt-printer', { state: 'gone' });
  const jobId = bench.devices.print(aReceipt());
  await bench.clock.advance(179_000);
  expect((await list(bench)).jobs).toEqual([]);
  const before = bench.published.length;
  await bench.clock.advance(1_000);
  expect(bench.published.slice(before)).toContain('devices.changed');
  expect((await list(bench)).jobs).toMatchObject([{ jobId, state: 'waiting' }]);
  bench.link.show('receipt-printer');
  expect(bench.link.prints()).toHaveLength(0);
});

test('a printer that never answers makes the paper unknown; its late answer still counts', async () => {
  const bench = openDevices();
  const jobId = bench.devices.print(aReceipt());
  await bench.clock.advance(44_999);
  expect(bench.devices.jobState(jobId)).toBe('printing');
  await bench.clock.advance(1);
  expect(bench.devices.jobState(jobId)).toBe('unknown');
  bench.link.answer('confirmed');
  expect(bench.devices.jobState(jobId)).toBe('confirmed');
  expect((await list(bench)).jobs).toEqual([]);
});

test('an answer about a paper that nobody knows changes nothing', () => {
  const bench = openDevices();
  const before = bench.published.length;
  bench.link.say({ type: 'printed', role: 'receipt-printer', jobId: 'vreemd', outcome: 'confirmed' });
  expect(bench.published).toHaveLength(before);
});

test('the same paper is put in the queue once', () => {
  const bench = openDevices();
  const first = bench.devices.print({ ...aReceipt(), key: 'receipt/1' });
  expect(bench.devices.print({ ...aReceipt(), key: 'receipt/1' })).toBe(first);
  bench.link.answer('confirmed');
  expect(bench.devices.print({ ...aReceipt(), key: 'receipt/1' })).toBe(first);
  expect(bench.link.prints()).toHaveLength(1);
});
