import { devices } from '../../renderer/i18n/nl/devices.ts';
import { hall } from '../../renderer/i18n/nl/hall.ts';
import { shell } from '../../renderer/i18n/nl/shell.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { counts, countsOfPassports } from './world/central.ts';
import { expectAccessible } from './world/checks.ts';
import {
  addProduct,
  callNext,
  fillPassport,
  finish,
  nextStep,
  payCard,
  PERSON,
  showPassport,
  takeTicket,
} from './world/desk.ts';
import { clerkAtWork, helpWithPassport, PASSPORTS, wholePassport } from './world/ready.ts';
import { expect, type Page, test } from './world/test.ts';

/** Of the window while nothing answers it. */
const NOBODY_ANSWERS =
  /ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE|ERR_NETWORK|ERR_SOCKET|ERR_FAILED|403/;
const ARRIVES_WITHIN_MS = 60_000;

test.beforeEach(({ complaints }) => complaints.allow(NOBODY_ANSWERS));

test('a power cut in the middle of a visit loses neither the draft, nor the photo, nor the visitor', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  const number = await takeTicket(town, PASSPORTS);
  await callNext(page, number);
  await showPassport(page, town);
  await addProduct(page, 'pasp', 'Paspoort');
  await fillPassport(page);
  await expect(page.getByText(visit.steps.saved, { exact: true })).toBeVisible();
  await started.current().kill();
  await expect(page.getByRole('alertdialog', { name: shell.lost.title })).toBeVisible();
  await expectAccessible(page, 'geen verbinding');

  await clerkAtWork(page, await started.start());
  await expect(page.getByRole('region', { name: hall.atCounter })).toContainText(number);
  await expect(page.getByText(PERSON.name).first()).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${visit.steps.kind.photo}`) }).click();
  await expect(page.getByText(visit.photo.kept)).toBeVisible();
  await expect(page.getByAltText(visit.photo.photoAlt)).toHaveJSProperty('complete', true);
  await nextStep(page, visit.steps.kind.form);
  await expect(page.getByLabel('Telefoonnummer')).toHaveValue('06 12345678');
  await nextStep(page, visit.steps.kind.note);
  await nextStep(page, visit.steps.payment);
  await payCard(page);
  await finish(page);
  await expectDelivered(page, 1);
  expect(counts(town.practice.inspect())).toEqual(countsOfPassports(1));
});

test('a power cut right after klaar loses nothing, and prints no receipt twice unseen', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  // The printer takes the receipt but says nothing back: nobody knows whether it came out.
  await town.printer.command('mute');
  await helpWithPassport(page, town);
  const receipt = await finish(page);
  await started.current().kill();
  const printed = town.printer.printed().length;
  await town.printer.command('unmute');

  await clerkAtWork(page, await started.start());
  await expectDelivered(page, 1);
  expect(counts(town.practice.inspect())).toEqual(countsOfPassports(1));
  await page.keyboard.press('Shift+F7');
  const panel = page.getByRole('dialog', { name: devices.title });
  await expect(panel).toContainText(receipt);
  await expect(panel).toContainText(devices.job.question.receipt);
  await expectAccessible(page, 'vraag over de bon');
  expect(town.printer.printed()).toHaveLength(printed);
  await panel.getByRole('button', { name: devices.job.printAgain }).click();
  await expect.poll(() => town.printer.printed().length).toBe(printed + 1);
  expect(town.printer.printed().at(-1)).toContain(receipt);
});

test('power cuts at many moments of the sending lose and double nothing', async ({ page, town, started }) => {
  test.setTimeout(180_000);
  await clerkAtWork(page, started.current());
  town.practice.faults.set('all', { latencyMs: 60 });
  await wholePassport(page, town);

  let before = '';
  for (let cuts = 0; cuts < 4; cuts += 1) {
    // The next cut comes as soon as the central side has something new, in the middle of what follows on it.
    await expect
      .poll(() => JSON.stringify(counts(town.practice.inspect())), {
        intervals: [5],
        timeout: ARRIVES_WITHIN_MS,
      })
      .not.toBe(before);
    await started.current().kill();
    before = JSON.stringify(counts(town.practice.inspect()));
    await started.start();
  }
  town.practice.faults.clear();
  await clerkAtWork(page, started.current());
  await expectDelivered(page, 1);
  expect(counts(town.practice.inspect())).toEqual(countsOfPassports(1));
});

async function expectDelivered(page: Page, visits: number): Promise<void> {
  const today = page.getByRole('complementary', { name: shell.asideRegion });
  const patience = { timeout: ARRIVES_WITHIN_MS };
  await expect(today.getByText(visit.aside.sync.done)).toHaveCount(visits, patience);
  await expect(page.getByRole('button', { name: shell.sync.online, exact: true })).toBeVisible(patience);
}
