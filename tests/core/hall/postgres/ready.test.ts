import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { BSN, passport } from '../../../helpers/core-persons.ts';
import { SMALL_JPEG } from '../../../helpers/core-transactions.ts';
import { postgresOfFile, until } from './hall-bench.ts';
import { workstation } from './workstation.ts';

const cluster = postgresOfFile();
const command = () => ({ commandId: randomUUID() });
type Workstation = Awaited<ReturnType<typeof workstation>>;

/** Somebody asks for a passport at this PC, and for word by e-mail when it is ready. */
async function asked({ must }: Workstation): Promise<string> {
  await must('hall.startWithoutTicket', { ...command(), group: 'P' });
  const visit = await must('visits.current', {});
  if (!visit) throw new Error('no visit was started');
  const { visitId } = visit;
  const text = passport(BSN.prefixed, { withBsn: true }).join('\n');
  await must('visits.identify', { ...command(), visitId, by: { kind: 'mrz', text } });
  const { transactions } = await must('visits.addProduct', {
    ...command(),
    visitId,
    productId: 'paspoort',
  });
  const transactionId = transactions[0]?.transactionId ?? '';
  const checked = ['identiteit', 'oudeDocumenten', 'aanvraagstation'];
  const checklist = { kind: 'checklist', checked } as const;
  await must('transactions.saveStep', { ...command(), transactionId, index: 0, data: checklist });
  const photo = { transactionId, index: 2, mime: 'image/jpeg', base64: SMALL_JPEG } as const;
  await must('transactions.attach', { ...command(), ...photo });
  const { zaken } = await must('transactions.commit', {
    ...command(),
    visitId,
    outcome: 'pickUpNeeded',
    payment: { method: 'card' },
    message: { to: [{ channel: 'email', address: 'bezoeker@example.nl' }], webFormOf: null },
  });
  return zaken[0]?.zaakIdentificatie ?? '';
}

const waits = async ({ must }: Workstation) =>
  (await must('messages.waiting', {})).map(({ zaakIdentificatie }) => zaakIdentificatie);

test('what is ready is said at another PC; the PC that knows who asked for word lets it go, also when it heard late', async () => {
  const server = await cluster().hall();
  const here = await workstation(1, server);
  const elsewhere = await workstation(2, server);
  const zaak = await asked(here);
  const tell = (zaakIdentificatie: string) =>
    elsewhere.must('messages.readyElsewhere', { ...command(), zaakIdentificatie });
  expect(await tell(zaak)).toEqual({ told: true });
  await until(async () => (await waits(here)).length === 0);

  // Told while this PC did not listen: it reads it when word comes of something else.
  const late = await asked(here);
  const mark = `encode(sha256('ready ${late}'), 'hex')`;
  await cluster().admin(
    server.database,
    `INSERT INTO waarmee.hall_ready (zaak_mark, at) VALUES (${mark}, now() - interval '5 minutes'), ('long ago', now() - interval '121 days')`,
  );
  expect(await waits(here)).toEqual([late]);
  await tell('ZAAK-2026-0000000001');
  await until(async () => (await waits(here)).length === 0);
  const old = `SELECT count(*)::int AS n FROM waarmee.hall_ready WHERE zaak_mark = 'long ago'`;
  expect(await cluster().admin(server.database, old)).toEqual([{ n: 0 }]);
});
