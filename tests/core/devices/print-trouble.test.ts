import { expect, test } from 'vitest';
import { aReceipt, openDevices } from './bench.ts';

test('what a printer says while the disk is full is noted when there is room, and holds up no paper', async () => {
  const bench = openDevices();
  const first = bench.devices.print(aReceipt('een'));
  const second = bench.devices.print(aReceipt('twee'));
  bench.store.db.exec(
    "CREATE TRIGGER full BEFORE UPDATE ON print_job BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
  );
  bench.link.answer('confirmed');
  expect(bench.devices.jobState(first)).toBe('printing');
  expect(bench.log.lines).toContainEqual({
    level: 'error',
    event: 'devices.notNoted',
    fields: { error: 'SqliteError' },
  });
  bench.store.db.exec('DROP TRIGGER full');
  await bench.clock.advance(15_000);
  expect(bench.devices.jobState(first)).toBe('confirmed');
  expect(bench.link.prints().map(({ jobId }) => jobId)).toEqual([first, second]);
});
