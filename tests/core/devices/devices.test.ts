import { expect, test } from 'vitest';
import type { CommittedVisit } from '../../../electron/core/records.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { type DevicesUnderTest, openDevices } from './bench.ts';
import { paspoort } from '../sync/visits.ts';

async function check({ devices, context }: DevicesUnderTest): Promise<Result<unknown>> {
  return devices.handlers['devices.check'].run({ role: 'receipt-printer', level: 'external' }, context);
}

test('a check asks the device itself and gives its answer', async () => {
  const bench = openDevices();
  const answer = check(bench);
  const [command] = bench.link.sent;
  if (command?.type !== 'checkHealth') throw new Error('nothing was asked');
  expect(command).toMatchObject({ role: 'receipt-printer', level: 'external' });
  const other = {
    type: 'health',
    role: 'receipt-printer',
    requestId: 'een ander',
    ok: false,
    code: 'failed',
    detail: 'x',
  } as const;
  bench.link.say(other);
  bench.link.say({ ...other, requestId: command.requestId, ok: true, code: 'answers', detail: 'TM-T88' });
  expect(await answer).toEqual({ ok: true, value: { ok: true, code: 'answers', detail: 'TM-T88' } });
});

test('a device that does not answer gives an answer for people after eight seconds', async () => {
  const bench = openDevices();
  const answer = check(bench);
  await bench.clock.advance(8_000);
  expect(await answer).toMatchObject({
    ok: true,
    value: { ok: false, code: 'noAnswer' },
  });
});

test('a check while the device process is away says so at once', async () => {
  const bench = openDevices();
  bench.link.down = true;
  expect(await check(bench)).toMatchObject({
    ok: true,
    value: { ok: false, code: 'processDown' },
  });
});

test('a document on the reader is told to who listens, until he stops', () => {
  const bench = openDevices();
  const read: unknown[] = [];
  const stopReads = bench.devices.onDocumentRead((lines) => read.push(lines));
  const stopRefusals = bench.devices.onDocumentUnreadable((why) => read.push(why));
  const lines = [
    'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
    'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
  ];
  bench.link.say({ type: 'documentRead', role: 'document-reader', lines });
  bench.link.say({ type: 'documentUnreadable', role: 'document-reader', why: 'checkDigit' });
  stopReads();
  stopRefusals();
  bench.link.say({ type: 'documentRead', role: 'document-reader', lines });
  expect(read).toEqual([lines, 'checkDigit']);
});

test('a changed device is told to the windows, and to the hall: who can be called here depends on it', () => {
  const bench = openDevices();
  const before = bench.published.length;
  bench.link.show('document-reader', { state: 'gone', reason: 'noHardware' });
  expect(bench.published.slice(before)).toEqual(['hall.changed', 'devices.changed']);
});

const visit: CommittedVisit = {
  visitId: 'bezoek-1',
  committedAt: '2026-11-23T09:12:00.000Z',
  startedAt: '2026-11-23T09:00:00.000Z',
  day: '2026-11-23',
  receiptNumber: 'B1-20261123-0007',
  referentienummer: '1000000007',
  workstation: 'B1',
  counter: 3,
  ticketNumber: 'A001',
  clerk: { staffId: 'medewerker-1', loginName: 'balie', name: 'Balie' },
  person: null,
  outcome: 'inOneGo',
  note: '',
  payment: { method: 'cash', totalCents: 1763 },
  transactions: [],
};

test('a receipt is printed once per visit, and not without a printer', () => {
  const bench = openDevices();
  const first = bench.store.atomically(() => bench.devices.printReceipt(visit, 235));
  expect(bench.devices.printReceipt(visit, 235)).toEqual(first);
  expect(bench.link.prints()).toHaveLength(1);
  expect(openDevices({ bound: [] }).devices.printReceipt(visit, 235)).toBeNull();
});

test('a receipt that waits for paper gets the zaak number as it was corrected; one that came out, and what others wait for, does not', () => {
  const bench = openDevices();
  const pickUp = paspoort(41, 'pickUp');
  const { zaakIdentificatie: was } = pickUp;
  const [mine, others] = ['bezoek-1', 'bezoek-2'].map((visitId) =>
    bench.devices.printReceipt({ ...visit, visitId, transactions: [pickUp] }, 0),
  );
  bench.devices.correctReceipt('bezoek-1', was, 'ZAAK-TE-LAAT');
  bench.devices.correctReceipt('bezoek-3', was, 'ZAAK-ZONDER-BON');
  const third = bench.devices.printReceipt({ ...visit, visitId: 'bezoek-3', transactions: [pickUp] }, 0);
  bench.devices.correctReceipt('bezoek-3', was, 'ZAAK-2026-0000000412');
  for (let paper = 0; paper < 3; paper += 1) bench.link.answer('confirmed');
  const papers = new Map(bench.link.prints().map(({ jobId, document }) => [jobId, JSON.stringify(document)]));
  expect(papers.get(mine?.jobId ?? '')).toContain(was);
  expect(papers.get(others?.jobId ?? '')).toContain(was);
  expect(papers.get(third?.jobId ?? '')).toContain('"ZAAK-2026-0000000412"');
  expect(papers.get(third?.jobId ?? '')).not.toContain(was);
});
