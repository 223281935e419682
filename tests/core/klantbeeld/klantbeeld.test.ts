import { onTestFinished, expect, test } from 'vitest';
import type { ZaakStatus } from '../../../shared/contract/zaken.ts';
import { createCentralHealth, readProcessingLog } from '../../../electron/core/central/index.ts';
import type { CallContext } from '../../../electron/core/handlers.ts';
import {
  createKlantbeeldReader,
  createKlantbeeldSweep,
  klantbeeldHandlers,
  zaakHandlers,
} from '../../../electron/core/klantbeeld/index.ts';
import { startPractice } from '../../../electron/practice/index.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { testClerk } from '../../helpers/core-desk.ts';
import { openTestStore } from '../../helpers/store.ts';
import { openGateway } from '../sync/gateway.ts';
import { centralConfig, personsFile } from '../sync/sync-scene.ts';

const BSN = '999990512';
const audited: string[] = [];
const context: CallContext = {
  caller: { audience: 'counter', client: 'test', counter: 1 },
  staff: testClerk,
  at: new Date('2026-11-23T09:00:00Z'),
  audit: (action, _type, id, detail) => void audited.push(`${action} ${id} ${detail}`),
};

/** A counter with somebody in front of it of whom the central systems know a lot. */
async function scene(
  change: { readonly findByBsn?: boolean; readonly bsn?: string | null; readonly rsin?: string } = {},
) {
  const clock = createTestClock();
  const practice = await startPractice({
    databaseFile: ':memory:',
    personsFile,
    clock,
    port: 0,
    tls: false,
    history: BSN,
  });
  onTestFinished(() => practice.stop());
  const gateway = await openGateway(() => practice.origin);
  const store = openTestStore({ clock });
  const { credentials } = practice;
  const secrets: Readonly<Record<string, string>> = {
    zgw: credentials.zgwSecret,
    klantinteracties: credentials.klantinteractiesToken,
  };
  const central = centralConfig(gateway.origin, 4);
  const reader = createKlantbeeldReader({
    config: {
      municipality: { name: 'Voorbeeldstad', rsin: change.rsin ?? '002220647', gemeentecode: '9999' },
      central: {
        ...central,
        klantinteracties: { ...central.klantinteracties, findByBsn: change.findByBsn ?? true },
      },
    },
    secrets: { read: (name) => secrets[name] },
    clock,
    health: createCentralHealth(clock),
  });
  onTestFinished(() => reader.stop());
  const bsn = change.bsn === undefined ? BSN : change.bsn;
  const handlers = klantbeeldHandlers({
    store,
    clock,
    reader,
    bsnOf: (visitId) => (visitId === 'v1' ? bsn : undefined),
  });
  const zaken = (visitId = 'v1') => handlers['klantbeeld.zaken'].run({ visitId }, context);
  const contacten = (visitId = 'v1') => handlers['klantbeeld.contacten'].run({ visitId }, context);
  const taken = (visitId = 'v1') => handlers['klantbeeld.taken'].run({ visitId }, context);
  const printed: ZaakStatus[] = [];
  const zaak = zaakHandlers({
    store,
    clock,
    ids: createTestIds(),
    reader,
    print: (told) => printed.push(told) > 0,
    isOpenVisit: (visitId) => visitId === 'v1',
  });
  const status = (zaakIdentificatie: string, visitId: string | null = 'v1') =>
    zaak['zaken.status'].run({ zaakIdentificatie, visitId }, context);
  const print = (zaakIdentificatie: string) =>
    zaak['zaken.printStatus'].run({ commandId: 'c1', zaakIdentificatie }, context);
  return { practice, gateway, clock, store, zaken, contacten, taken, status, print, printed };
}

test('zaken: the open one first, with its status and term; then the closed one', async () => {
  const { zaken, gateway } = await scene();
  expect(await zaken()).toEqual({
    ok: true,
    value: {
      at: '2026-11-23T09:00:00.000Z',
      live: true,
      more: false,
      items: [
        {
          zaakIdentificatie: 'ZAAK-2026-0000000001',
          omschrijving: 'Rijbewijs aanvragen',
          startedOn: '2026-11-19',
          endedOn: null,
          status: 'Ontvangen',
          dueOn: '2026-12-17',
        },
        {
          zaakIdentificatie: 'ZAAK-2026-0000000002',
          omschrijving: 'Uittreksel uit de basisregistratie personen',
          startedOn: '2026-08-23',
          endedOn: '2026-08-24',
          status: null,
          dueOn: '2026-09-20',
        },
      ],
    },
  });
  expect(gateway.flaws()).toEqual([]);
  expect(gateway.seen.filter(({ path }) => path.includes(BSN) || path.includes('expand'))).toEqual([]);
  expect(audited).toContain('klantbeeld.read v1 zaken');
});

test('contacts over all channels, newest first, once each, and by itself the task that is not done', async () => {
  const { contacten, taken, gateway } = await scene();
  const [answer, tasks] = await Promise.all([contacten(), taken()]);
  if (!answer.ok) throw new Error(answer.error.code);
  expect(answer.value.items.map(({ kanaal, at }) => `${kanaal} ${at?.slice(0, 10)}`)).toEqual([
    'telefoon 2026-11-21',
    'chat 2026-11-14',
    'webformulier 2026-11-02',
    'e-mail 2026-10-06',
    'balie 2026-08-23',
    'post 2026-06-16',
  ]);
  expect(tasks).toEqual({ ok: true, value: { at: '2026-11-23T09:00:00.000Z', live: true, ...TASKS } });
  expect(audited).toContain('klantbeeld.read v1 taken');
  expect(gateway.flaws()).toEqual([]);
  // Klantinteracties has no _zoek: the partij is asked by number, once for both, and nothing else is.
  const withNumber = gateway.seen.filter(({ path }) => path.includes(BSN)).map(({ path }) => path);
  expect(withNumber).toEqual([expect.stringMatching(/^\/klantinteracties\/api\/v1\/partijen\?/)]);
});

const TASKS = {
  more: false,
  items: [
    {
      handeling: 'Contact opnemen met betrokkene',
      toelichting: 'Vraagt om te bellen over de parkeervergunning, na 13.00 uur.',
      assignedTo: 'Afdeling Vergunningen',
      since: '2026-11-23T09:00:00.000Z',
    },
  ],
};

test('tasks that fail while the contacts answer are as they were last known, also after that', async () => {
  const { contacten, taken, gateway, clock } = await scene();
  gateway.judge = ({ path }) => (path.includes('/internetaken/') ? { status: 500, body: '' } : 'pass');
  expect(await taken()).toMatchObject({ ok: false, error: { code: 'centralUnavailable' } });
  expect(await contacten()).toMatchObject({ ok: true, value: { live: true } });
  gateway.judge = () => 'pass';
  await taken();
  await clock.advance(60_000);
  for (const fails of [/\/internetaken\//, /\/klantcontacten/]) {
    gateway.judge = ({ path }) => (fails.test(path) ? { status: 500, body: '' } : 'pass');
    await contacten();
    expect(await taken()).toEqual({
      ok: true,
      value: { at: '2026-11-23T09:00:00.000Z', live: false, ...TASKS },
    });
  }
});

test('a municipality that wants no number in an address sees the contacts about the zaken alone', async () => {
  const { contacten, gateway } = await scene({ findByBsn: false });
  const answer = await contacten();
  expect(answer.ok && answer.value.items.map(({ kanaal }) => kanaal)).toEqual(['telefoon']);
  expect(gateway.seen.filter(({ path }) => path.includes(BSN))).toEqual([]);
});

test('each source fails by itself; what it told before is shown with its time', async () => {
  const { zaken, contacten, practice, clock } = await scene();
  await zaken();
  await clock.advance(60_000);
  practice.faults.set('zaken', { down: true });
  expect(await zaken()).toMatchObject({
    ok: true,
    value: { at: '2026-11-23T09:00:00.000Z', live: false, items: [{}, {}] },
  });
  const answer = await contacten();
  expect(answer).toMatchObject({ ok: true, value: { live: true, more: true } });
  expect(answer.ok && answer.value.items).toHaveLength(6);
});

test('a source that told nothing yet is missing, and says so', async () => {
  const { zaken, contacten, practice } = await scene();
  practice.faults.set('klantinteracties', { down: true });
  expect(await contacten()).toMatchObject({ ok: false, error: { code: 'centralUnavailable' } });
  expect(await zaken()).toMatchObject({ ok: true });
});

test('what was kept goes after the days of retention', async () => {
  const { zaken, practice, store, clock } = await scene();
  await zaken();
  const sweep = createKlantbeeldSweep(store, 30);
  const after = (days: number) => sweep.removeBatch(new Date(clock.now().getTime() + days * 86_400_000));
  expect(after(30)).toBe(0);
  expect(after(31)).toBe(1);
  practice.faults.set('zaken', { down: true });
  expect(await zaken()).toMatchObject({ ok: false, error: { code: 'centralUnavailable' } });
});

test('without a visit, or without a number, nobody is asked about', async () => {
  const { zaken, gateway } = await scene({ bsn: null });
  expect(await zaken('v2')).toMatchObject({ ok: false, error: { code: 'noVisit' } });
  expect(await zaken()).toMatchObject({ ok: false, error: { code: 'notFound' } });
  expect(gateway.seen).toEqual([]);
});

const OPEN = 'ZAAK-2026-0000000001';
const CLOSED = 'ZAAK-2026-0000000002';

test('any zaak by its number: type, status with its moment, term; of a closed one the result', async () => {
  const { status, gateway } = await scene();
  expect(await status(` ${OPEN}`)).toEqual({
    ok: true,
    value: {
      at: '2026-11-23T09:00:00.000Z',
      live: true,
      partial: false,
      zaakIdentificatie: OPEN,
      zaaktype: 'Rijbewijs aanvragen',
      omschrijving: 'Rijbewijs aanvragen',
      registeredOn: '2026-11-23',
      startedOn: '2026-11-19',
      endedOn: null,
      status: { name: 'Ontvangen', text: '', since: '2026-11-19T09:00:00.000Z' },
      plannedOn: null,
      dueOn: '2026-12-17',
      result: null,
      department: null,
    },
  });
  expect(await status(CLOSED)).toMatchObject({
    value: { endedOn: '2026-08-24', status: { name: 'Afgerond' }, result: 'Verleend' },
  });
  expect(audited).toContain(`zaken.read ${OPEN} undefined`);
  expect(await status('ZAAK-2026-0000000099')).toMatchObject({ error: { code: 'notFound' } });
  expect(gateway.flaws()).toEqual([]);
});

test.each(['999990512', 'geen nummer', '', 'ZAAK'])(
  'what is no zaak number is not asked, least of all a burgerservicenummer: "%s"',
  async (typed) => {
    const { status, gateway } = await scene();
    expect(await status(typed)).toMatchObject({
      error: { code: 'invalidInput', field: 'zaakIdentificatie' },
    });
    expect(gateway.seen).toEqual([]);
  },
);

test('with the zaaksysteem away a zaak is as it was told before, and that can be printed; others are missing', async () => {
  const { status, print, printed, practice, clock, store } = await scene();
  expect(print(OPEN)).toMatchObject({ error: { code: 'notFound' } });
  await status(OPEN);
  await clock.advance(60_000);
  practice.faults.set('zaken', { down: true });
  expect(await status(OPEN)).toMatchObject({
    value: { at: '2026-11-23T09:00:00.000Z', live: false, dueOn: '2026-12-17' },
  });
  expect(await status(CLOSED)).toMatchObject({ error: { code: 'centralUnavailable' } });
  expect(print(OPEN)).toEqual({ ok: true, value: { done: true } });
  expect(printed).toMatchObject([{ zaakIdentificatie: OPEN, live: false }]);
  const sweep = createKlantbeeldSweep(store, 30);
  expect(sweep.removeBatch(new Date(clock.now().getTime() + 31 * 86_400_000))).toBe(1);
  expect(print(OPEN)).toMatchObject({ error: { code: 'notFound' } });
});

test('a look is logged: who, when, why, and whose zaak it is, also when it is of another than the visitor', async () => {
  const { status, practice, clock, store, gateway } = await scene({ bsn: null });
  const shown = await status(OPEN);
  expect(JSON.stringify(shown)).not.toContain(BSN);
  await clock.advance(60_000);
  practice.faults.set('zaken', { down: true });
  await status(OPEN, null);
  await status(CLOSED, 'of another counter');
  practice.faults.clear();
  await clock.advance(60_000);
  await status('ZAAK-2026-0000000099');
  gateway.judge = ({ path }) => (path.includes('=initiator') ? { status: 500, body: '' } : 'pass');
  expect(await status(CLOSED)).toMatchObject({ value: { partial: false } });
  const by = {
    activity: 'zaak.raadplegen',
    purpose: 'balie: stand van een zaak',
    staffId: testClerk.staffId,
    visitId: 'v1',
  };
  expect(readProcessingLog(store, { from: '0000', before: '9999', about: null })).toMatchObject([
    { ...by, zaakIdentificatie: OPEN, subject: BSN, outcome: 'shown', startedAt: '2026-11-23T09:00:00.000Z' },
    { ...by, zaakIdentificatie: OPEN, subject: BSN, outcome: 'shown', visitId: null },
    {
      ...by,
      zaakIdentificatie: CLOSED,
      subject: null,
      outcome: expect.stringMatching(/^(UND_ERR|ECONN)/),
      visitId: null,
    },
    { ...by, zaakIdentificatie: 'ZAAK-2026-0000000099', subject: null, outcome: 'nobody' },
    { ...by, zaakIdentificatie: CLOSED, subject: null, outcome: 'shown' },
  ]);
  expect(readProcessingLog(store, { from: '0000', before: '9999', about: BSN })).toHaveLength(2);
});

test('with the catalogus away the rest of a zaak is told, and that it is not all', async () => {
  const { status, practice } = await scene();
  practice.faults.set('catalogi', { down: true });
  expect(await status(OPEN)).toMatchObject({
    value: { partial: true, zaaktype: null, status: null, dueOn: '2026-12-17' },
  });
});

test('a zaak of another organisation is found too, unless two have the number', async () => {
  const { status, gateway, practice } = await scene({ rsin: '123443210' });
  expect(await status(OPEN)).toMatchObject({ value: { zaakIdentificatie: OPEN } });
  const zaken = practice.inspect().zaken.filter(({ identificatie }) => identificatie === OPEN);
  gateway.judge = ({ path }) =>
    path.includes('/zaken?')
      ? { status: 200, body: JSON.stringify({ next: null, results: [...zaken, ...zaken] }) }
      : 'pass';
  expect(await status(OPEN)).toMatchObject({ error: { code: 'notFound' } });
});
