import { expect, onTestFinished, test } from 'vitest';
import { createCentralCheck } from '../../../electron/core/central-check/index.ts';
import { createEvents } from '../../../electron/core/events.ts';
import type { PracticeCatalogue, Practice } from '../../../electron/practice/index.ts';
import { PRACTICE_CATALOGUE, startPractice } from '../../../electron/practice/index.ts';
import type { CatalogueWarning, CentralCheck } from '../../../shared/contract/central-check.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';
import { openGateway } from '../sync/gateway.ts';
import { centralConfig, context, personsFile } from '../sync/sync-scene.ts';
import { catalogueWith, products } from './check-scene.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const zaaktypen = new Set(products.map(({ zaaktype }) => zaaktype)).size;

const WITHOUT_RESULT = catalogueWith('BALIE-PASPOORT', (type) => ({
  ...type,
  resultaattypen: type.resultaattypen.filter(({ omschrijving }) => omschrijving !== 'Verleend'),
}));

/** A workstation in front of a catalogus that IT changes; `restart` is another run on the same file. */
async function scene(first: PracticeCatalogue) {
  const clock = createTestClock();
  let practice: Practice;
  const serve = async (catalogue: PracticeCatalogue) => {
    const started = await startPractice({
      databaseFile: ':memory:',
      personsFile,
      clock,
      port: 0,
      tls: false,
      catalogue,
    });
    onTestFinished(() => started.stop());
    practice = started;
  };
  await serve(first);
  const gateway = await openGateway(() => practice.origin);
  const start = (file?: string, random = 0.5) => {
    const store = openTestStore({ clock, ...(file && { file }) });
    const events = createEvents(store.afterCommit);
    const pushed: string[] = [];
    events.subscribe(({ name }) => pushed.push(name));
    const check = createCentralCheck({
      store,
      clock,
      log: createTestLog(),
      events,
      config: {
        central: centralConfig(gateway.origin, 4),
        municipality: { name: 'Oefengemeente', rsin: '002220647', gemeentecode: '0262' },
      },
      secrets: {
        read: (name) =>
          name === 'zgw'
            ? practice.credentials.zgwSecret
            : name === 'brp'
              ? practice.credentials.brpApiKey
              : practice.credentials.klantinteractiesToken,
      },
      authorities: [],
      products: () => products,
      random: () => random,
    });
    onTestFinished(() => check.stop());
    const ask = async <T>(name: 'central.check' | 'central.warning'): Promise<T> => {
      const answer = await check.handlers[name].run(
        {},
        {
          ...context,
          staff: { staffId: 'it', loginName: 'it', name: 'Ida Test', role: 'administrator', active: true },
        },
      );
      if (!answer.ok) throw new Error(name);
      return answer.value as T;
    };
    const warning = () => ask<CatalogueWarning>('central.warning');
    return {
      pushed,
      warning,
      byHand: () => ask<CentralCheck>('central.check'),
      findings: async () =>
        (await warning()).products.flatMap(({ productId, findings }) =>
          findings.map(({ what, from }) => [productId, what, ...(from ? [from] : [])].join(': ')),
        ),
      /** Lets time pass, quarter by quarter, each check to its end; gives how many requests were made. */
      async pass(ms: number) {
        const before = gateway.seen.length;
        for (let left = ms; left > 0; left -= 15 * MINUTE) {
          await clock.advance(Math.min(left, 15 * MINUTE));
          await check.idle();
        }
        return gateway.seen.length - before;
      },
      async restart() {
        await check.stop();
        await store.close();
        return start(store.file);
      },
    };
  };
  return { clock, gateway, serve, start };
}

test('a product that cannot be finished is told some minutes after the start, and is still told after a restart', async () => {
  const { start } = await scene(WITHOUT_RESULT);
  const desk = start();
  expect(await desk.pass(2 * MINUTE)).toBe(0);
  await desk.pass(10 * MINUTE);
  const told = ['paspoort-ophalen: Het zaaktype BALIE-PASPOORT heeft geen resultaattype "Verleend".'];
  expect(await desk.findings()).toEqual(told);
  expect(desk.pushed).toEqual(['central.changed']);
  const after = await desk.restart();
  expect(await after.findings()).toEqual(told);
  expect((await after.warning()).at).toBe('2026-11-23T09:12:00.000Z');
});

test('the warning goes when IT has mended the catalogus, without a restart', async () => {
  const { serve, start } = await scene(WITHOUT_RESULT);
  const desk = start();
  await desk.pass(15 * MINUTE);
  expect(await desk.findings()).toHaveLength(1);
  await serve(PRACTICE_CATALOGUE);
  await desk.pass(2 * HOUR);
  expect(await desk.findings()).toEqual([]);
  expect((await desk.warning()).at).not.toBeNull();
  expect(desk.pushed).toEqual(['central.changed', 'central.changed']);
});

test('the check by hand sets and ends the warning too', async () => {
  const { serve, start } = await scene(WITHOUT_RESULT);
  const desk = start();
  await desk.byHand();
  expect(await desk.findings()).toHaveLength(1);
  await serve(PRACTICE_CATALOGUE);
  await desk.byHand();
  expect(await desk.findings()).toEqual([]);
});

test('once a day, and of a zaaktype that did not change one list and one etag are asked', async () => {
  const { gateway, start } = await scene(PRACTICE_CATALOGUE);
  const desk = start();
  expect(await desk.pass(15 * MINUTE)).toBeGreaterThan(2 * zaaktypen);
  expect(await desk.pass(22 * HOUR)).toBe(0);
  expect(await desk.pass(3 * HOUR)).toBe(2 * zaaktypen);
  expect(gateway.seen.slice(-2 * zaaktypen).filter(({ headers }) => headers['if-none-match'])).toHaveLength(
    zaaktypen,
  );
  expect(gateway.seen.every(({ method }) => method === 'GET')).toBe(true);
  // A restart does not ask again what was looked at today.
  const after = await desk.restart();
  expect(await after.pass(3 * HOUR)).toBe(0);
  expect(await after.pass(22 * HOUR)).toBe(2 * zaaktypen);
  expect(gateway.flaws()).toEqual([]);
});

test('the computers of a municipality do not ask in the same minute', async () => {
  const { start } = await scene(PRACTICE_CATALOGUE);
  const early = start(undefined, 0);
  expect(await early.pass(4 * MINUTE)).toBeGreaterThan(0);
  const late = start(undefined, 0.99);
  expect(await late.pass(14 * MINUTE)).toBe(0);
  expect(await late.pass(MINUTE)).toBeGreaterThan(0);
});

test('a catalogus that is away changes nothing, and is asked again within the hour', async () => {
  const { gateway, start } = await scene(WITHOUT_RESULT);
  const desk = start();
  await desk.pass(15 * MINUTE);
  const before = await desk.warning();
  gateway.judge = () => 'dropBefore';
  expect(await desk.pass(2 * HOUR)).toBeLessThan(10);
  expect(await desk.warning()).toEqual(before);
  gateway.judge = () => 'pass';
  await desk.pass(HOUR);
  const after = await desk.warning();
  expect(after.at).not.toBe(before.at);
  expect(after.products).toEqual(before.products);
});

test('a catalogus that refuses this workstation is a warning by itself', async () => {
  const { gateway, start } = await scene(PRACTICE_CATALOGUE);
  gateway.judge = () => ({ status: 403, body: '{"code":"permission_denied","status":403}' });
  const desk = start();
  await desk.pass(15 * MINUTE);
  const { catalogue, products: lacking } = await desk.warning();
  expect(catalogue.map(({ what }) => what)).toEqual([
    'De client "waarmee-oefenen" mist een recht: scope catalogi.lezen.',
  ]);
  expect(lacking).toEqual([]);
});

test.each([
  [
    '2026-12-23',
    ['verhuizing: Het zaaktype BALIE-VERHUIZING geldt nog tot 2026-12-23, en daarna niet meer.: 2026-12-23'],
  ],
  ['2026-12-24', []],
])('a zaaktype that ends on %s, seen on 23 November', async (eindeGeldigheid, told) => {
  const { start } = await scene(catalogueWith('BALIE-VERHUIZING', (type) => ({ ...type, eindeGeldigheid })));
  const desk = start();
  await desk.pass(15 * MINUTE);
  expect(await desk.findings()).toEqual(told);
});
