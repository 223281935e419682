import path from 'node:path';
import { shell } from '../../renderer/i18n/nl/shell.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { objectOf } from '../../electron/practice/json.ts';
import { createChance } from '../faults/chance.ts';
import { createClerk, type Promised } from '../faults/clerk.ts';
import { zaakNumbers } from './world/central.ts';
import { finish, PERSON } from './world/desk.ts';
import { call } from './world/door.ts';
import { keyLatencies } from './world/latency.ts';
import { clerkAtWork, helpWithPassport } from './world/ready.ts';
import { expectAtWork } from './world/staff.ts';
import { expect, type Page, test } from './world/test.ts';
import type { Town } from './world/town.ts';

const VISITS = 80;
/** The longest wait between two attempts, and the sending of a day. */
const DRAINED_WITHIN_MS = 240_000;
/**
 * What a person takes for at once is 100 ms (RAIL); a quarter of a second is a hitch. The central systems, the counter and its
 * browser share the cores of one machine here, with another test beside them: one key in ten may wait for those.
 */
const AT_ONCE_MS = 100;
const HITCH_MS = 250;

/** A whole visit for a passport by hand; how long each key took to be seen, in milliseconds. */
async function helpAndMeasure(page: Page, town: Town): Promise<readonly number[]> {
  const latencies: number[] = [];
  await helpWithPassport(page, town, PERSON.bsn, async () => {
    latencies.push(...(await keyLatencies(page, page.getByLabel(visit.identify.bsn))));
  });
  await finish(page);
  return latencies;
}

test('a whole day without the central systems: all arrives once afterwards, and the clerk works on meanwhile', async ({
  page,
  town,
  started,
  complaints,
}) => {
  test.setTimeout(600_000);
  await clerkAtWork(page, started.current());
  town.practice.faults.set('all', { down: true });
  const offline = await helpAndMeasure(page, town);
  // The sheet of styles that stands in for a window has no icon.
  complaints.allow(/favicon\.ico/);
  // No window looks on: it would fill in a form of its own beside the calls.
  const counter = page.url();
  await page.goto(
    await page
      .locator('link[rel=stylesheet]')
      .first()
      .evaluate((link: HTMLLinkElement) => link.href),
  );
  const clerk = createClerk((name, input) => call(page, name, input), createChance(26), {
    sendsMessages: false,
  });
  const promised: Promised[] = [];
  while (promised.length < VISITS - 1)
    promised.push(await (promised.length % 6 === 5 ? clerk.question() : clerk.visit(1)));
  const zaken = new Set(promised.flatMap((each) => each.zaken));

  await page.goto(counter);
  await expectAtWork(page);

  const status = page.getByRole('contentinfo');
  await expect(status).toContainText(shell.sync.offline);
  const waiting = async (): Promise<number> =>
    Number(/(\d+) te verzenden/.exec((await status.textContent()) ?? '')?.[1] ?? 0);
  const badge = [await waiting()];
  expect(badge[0]).toBeGreaterThan(zaken.size + VISITS);
  expect(town.practice.inspect().klantcontacten).toHaveLength(0);
  await page.screenshot({ path: path.join('test-results', 'screens', '1366-dag-zonder-verbinding.png') });

  town.practice.faults.clear();
  await expect.poll(waiting, { timeout: DRAINED_WITHIN_MS, intervals: [20] }).toBeLessThan(badge[0] ?? 0);
  badge.push(await waiting());
  const sending = await helpAndMeasure(page, town);
  badge.push(await waiting());
  await expect(page.getByRole('button', { name: shell.sync.online, exact: true })).toBeVisible({
    timeout: DRAINED_WITHIN_MS,
  });
  expect(await waiting()).toBe(0);
  const today = page.getByRole('complementary', { name: shell.asideRegion });
  await expect(today.getByText(visit.aside.sync.queued)).toHaveCount(0);

  const snapshot = town.practice.inspect();
  const arrived = zaakNumbers(snapshot);
  expect(arrived).toHaveLength(zaken.size + 2);
  expect([...zaken].filter((number) => !arrived.includes(number))).toEqual([]);
  expect(snapshot.klantcontacten).toHaveLength(VISITS + 1);
  const visits = new Set(snapshot.klantcontacten.map(({ metadata }) => objectOf(metadata)['bezoek']));
  expect(promised.filter(({ visitId }) => !visits.has(visitId))).toEqual([]);
  expect(visits.size).toBe(VISITS + 1);

  const key = { offline: share(offline, 0.5), sending: share(sending, 0.5), most: share(sending, 0.9) };
  console.log(JSON.stringify({ visits: VISITS, zaken: zaken.size + 2, badge, keyMs: key }));
  expect(key.sending).toBeLessThan(AT_ONCE_MS);
  expect(key.most).toBeLessThan(HITCH_MS);
});

/** What that share of the numbers stays under. */
function share(numbers: readonly number[], part: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * part)] ?? Number.NaN;
}
