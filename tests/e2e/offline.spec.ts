import { shell } from '../../renderer/i18n/nl/shell.ts';
import { sync } from '../../renderer/i18n/nl/sync.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { counts, countsOfPassports, zaakNumbers } from './world/central.ts';
import { expectAccessible } from './world/checks.ts';
import { OTHERS, PERSON } from './world/desk.ts';
import { clerkAtWork, wholePassport } from './world/ready.ts';
import { expect, test } from './world/test.ts';

/** The waits between two attempts grow, with chance, to half a minute in such a test. */
const COMES_BACK_MS = 75_000;

test('three visits without the central systems arrive once each when those are back', async ({
  page,
  town,
  started,
}) => {
  test.setTimeout(180_000);
  await clerkAtWork(page, started.current());
  town.practice.faults.set('all', { down: true });
  for (const bsn of [PERSON.bsn, ...OTHERS]) await wholePassport(page, town, bsn);

  const status = page.getByRole('contentinfo');
  await expect(status).toContainText(shell.sync.offline);
  // Of each visit a zaak, a klantcontact and the check of the person.
  await expect(status).toContainText('9 te verzenden');
  const today = page.getByRole('complementary', { name: shell.asideRegion });
  await expect(today.getByText(visit.aside.sync.queued)).toHaveCount(3);
  expect(counts(town.practice.inspect())).toEqual(countsOfPassports(0));
  await page.keyboard.press('Shift+F8');
  const panel = page.getByRole('dialog', { name: sync.title });
  await expect(panel).toContainText(sync.offline);
  await expectAccessible(page, 'verzending zonder verbinding');
  await page.keyboard.press('Escape');

  town.practice.faults.clear();
  await expect(today.getByText(visit.aside.sync.done)).toHaveCount(3, { timeout: COMES_BACK_MS });
  await expect(page.getByRole('button', { name: shell.sync.online, exact: true })).toBeVisible({
    timeout: COMES_BACK_MS,
  });
  expect(counts(town.practice.inspect())).toEqual(countsOfPassports(3));
  expect(new Set(zaakNumbers(town.practice.inspect())).size).toBe(3);
});

test('with only the BRP away the document is enough, and the person is checked later by itself', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  town.practice.faults.set('brp', { down: true });
  await wholePassport(page, town);
  const today = page.getByRole('complementary', { name: shell.asideRegion });
  await expect(today).toContainText(visit.aside.verification.notVerified);
  await expect(today.getByText(visit.aside.sync.done)).toHaveCount(1);
  // The klantcontact follows its zaak.
  await expect.poll(() => counts(town.practice.inspect())).toEqual(countsOfPassports(1));

  town.practice.faults.clear();
  await expect(today.getByText(visit.aside.verification.verified, { exact: false })).toBeVisible({
    timeout: COMES_BACK_MS,
  });
  await expect(today).not.toContainText(visit.aside.verification.notVerified);
  expect(counts(town.practice.inspect())).toEqual(countsOfPassports(1));
});
