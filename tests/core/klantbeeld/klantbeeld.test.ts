import { onTestFinished, expect, test } from 'vitest';
import { createCentralHealth } from '../../../electron/core/central/index.ts';
import type { CallContext } from '../../../electron/core/handlers.ts';
import {
  createKlantbeeldReader,
  createKlantbeeldSweep,
  klantbeeldHandlers,
} from '../../../electron/core/klantbeeld/index.ts';
import { startPractice } from '../../../electron/practice/index.ts';
import { createTestClock } from '../../helpers/clock.ts';
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
async function scene(change: { readonly findByBsn?: boolean; readonly bsn?: string | null } = {}) {
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
  return { practice, gateway, clock, store, zaken, contacten };
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

test('contacts over all channels, newest first, once each, with the task that is not done', async () => {
  const { contacten, gateway } = await scene();
  const answer = await contacten();
  if (!answer.ok) throw new Error(answer.error.code);
  expect(answer.value.items.map(({ kanaal, at }) => `${kanaal} ${at?.slice(0, 10)}`)).toEqual([
    'telefoon 2026-11-21',
    'chat 2026-11-14',
    'webformulier 2026-11-02',
    'e-mail 2026-10-06',
    'balie 2026-08-23',
    'post 2026-06-16',
  ]);
  expect(answer.value.taken).toEqual([
    {
      handeling: 'Contact opnemen met betrokkene',
      toelichting: 'Vraagt om te bellen over de parkeervergunning, na 13.00 uur.',
      assignedTo: 'Afdeling Vergunningen',
      since: '2026-11-23T09:00:00.000Z',
    },
  ]);
  expect(gateway.flaws()).toEqual([]);
  // Klantinteracties has no _zoek: the partij is asked by number, and nothing else is.
  const withNumber = gateway.seen.filter(({ path }) => path.includes(BSN)).map(({ path }) => path);
  expect(withNumber).toEqual([expect.stringMatching(/^\/klantinteracties\/api\/v1\/partijen\?/)]);
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
