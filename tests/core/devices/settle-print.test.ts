import { expect, test } from 'vitest';
import { aReceipt, keptDocument, list, openDevices, settle } from './bench.ts';

function unknownPaper() {
  const bench = openDevices();
  const jobId = bench.devices.print(aReceipt());
  bench.link.answer('unknown');
  return { bench, jobId };
}

test('"it came out": the paper is confirmed, the document wiped, the list empty', async () => {
  const { bench, jobId } = unknownPaper();
  expect(settle(bench, jobId, 'printed')).toEqual({ ok: true, value: { done: true } });
  expect(bench.devices.jobState(jobId)).toBe('confirmed');
  expect(keptDocument(bench, jobId)).toBeNull();
  expect((await list(bench)).jobs).toEqual([]);
  expect(bench.audited).toEqual([`devices.printed printJob ${jobId} B1-20261123-0001`]);
});

test('"print again": a new job with the same paper, linked to the old one, which is wiped', () => {
  const { bench, jobId } = unknownPaper();
  settle(bench, jobId, 'printAgain');
  const [, again] = bench.link.prints();
  expect(again).toMatchObject({ document: aReceipt().document, role: 'receipt-printer' });
  expect(again?.jobId).not.toBe(jobId);
  expect(keptDocument(bench, jobId)).toBeNull();
  expect(bench.devices.jobState(jobId)).toBe('printing');
  bench.link.answer('confirmed');
  expect(bench.devices.jobState(jobId)).toBe('confirmed');
  const link = bench.store.db.prepare('SELECT reprint_of FROM print_job WHERE job_id = ?').pluck();
  expect(link.get(again?.jobId)).toBe(jobId);
});

test('the first id still stands for the paper after it was printed again', () => {
  const { bench, jobId } = unknownPaper();
  settle(bench, jobId, 'printAgain');
  bench.link.answer('unknown');
  settle(bench, jobId, 'printAgain');
  bench.link.answer('unknown');
  expect(settle(bench, jobId, 'printed').ok).toBe(true);
  expect(bench.link.prints()).toHaveLength(3);
  expect(bench.devices.jobState(jobId)).toBe('confirmed');
});

test('"drop": nothing is printed any more, the document is wiped', async () => {
  const { bench, jobId } = unknownPaper();
  settle(bench, jobId, 'drop');
  expect(bench.devices.jobState(jobId)).toBe('cancelled');
  expect(keptDocument(bench, jobId)).toBeNull();
  expect((await list(bench)).jobs).toEqual([]);
});

test('an old paper is printed when the clerk says so', async () => {
  const bench = openDevices();
  bench.link.show('receipt-printer', { state: 'gone' });
  const jobId = bench.devices.print(aReceipt());
  await bench.clock.advance(3_600_000);
  bench.link.show('receipt-printer');
  settle(bench, jobId, 'printAgain');
  expect(bench.link.prints()).toHaveLength(1);
  expect((await list(bench)).jobs).toEqual([]);
});

test('an old paper that is dropped never comes', async () => {
  const bench = openDevices();
  bench.link.show('receipt-printer', { state: 'gone' });
  const jobId = bench.devices.print(aReceipt());
  await bench.clock.advance(3_600_000);
  settle(bench, jobId, 'drop');
  bench.link.show('receipt-printer');
  expect(bench.link.prints()).toHaveLength(0);
  expect(bench.devices.jobState(jobId)).toBe('cancelled');
});

test('two answers about one paper: the second is refused and prints nothing', () => {
  const { bench, jobId } = unknownPaper();
  settle(bench, jobId, 'printed');
  expect(settle(bench, jobId, 'printAgain')).toMatchObject({
    ok: false,
    error: { code: 'notFound', field: 'jobId' },
  });
  expect(bench.link.prints()).toHaveLength(1);
});

test('a late answer of the printer does not change what the clerk said', () => {
  const { bench, jobId } = unknownPaper();
  settle(bench, jobId, 'drop');
  bench.link.answer('confirmed');
  expect(bench.devices.jobState(jobId)).toBe('cancelled');
});

test('a paper that is being printed or unknown to us cannot be settled', () => {
  const bench = openDevices();
  const jobId = bench.devices.print(aReceipt());
  expect(settle(bench, jobId, 'printAgain')).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
  expect(settle(bench, 'nergens', 'drop')).toMatchObject({ ok: false, error: { code: 'notFound' } });
  expect(bench.link.prints()).toHaveLength(1);
  expect(bench.audited).toEqual([]);
});
