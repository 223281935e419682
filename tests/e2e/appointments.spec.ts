import path from 'node:path';
import { agenda } from '../../renderer/i18n/nl/agenda.ts';
import { CHECK_IN_TEXTS } from '../../renderer/kiosk/check-in-texts.ts';
import { KIOSK_TEXTS } from '../../renderer/kiosk/texts.ts';
import { amsterdamDay } from '../../shared/domain/dates.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { ask } from './world/door.ts';
import { practiceLogIn } from './world/practice.ts';
import { expect, type Page, test } from './world/test.ts';

const shot = (page: Page, name: string) =>
  page.screenshot({ path: path.join('test-results', 'screens', `${name}.png`) });

/** The practice agenda has appointments around now, of today alone: just after midnight nobody is late for his. */
const SOMEBODY_LATE_MS = 25 * 60_000;

test('a visitor checks in at the kiosk by number, another at the counter by BSN, and both are called at their time', async ({
  page,
  context,
  practiceApp,
}) => {
  const isMidnight = amsterdamDay(new Date()) !== amsterdamDay(new Date(Date.now() - SOMEBODY_LATE_MS));
  const reason = 'just after midnight nobody of today can be late for an appointment';
  if (isMidnight) console.log(`skipped: ${reason}`);
  test.skip(isMidnight, reason);
  const nl = CHECK_IN_TEXTS.nl;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(practiceApp.counterUrl);
  await practiceLogIn(page, 'Medewerker');
  // Somebody without an appointment was first.
  await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group: 'O' });

  const kiosk = await context.newPage();
  await kiosk.setViewportSize({ width: 1080, height: 1920 });
  await kiosk.goto(await practiceApp.kioskUrl);
  await expect(kiosk.getByRole('button', { name: nl.appointment })).toBeVisible();
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
  ] as const) {
    await kiosk.setViewportSize({ width, height });
    await shot(kiosk, `${width}-zuil`);
    await expectFits(kiosk, `${width}-zuil`);
    await expectAccessible(kiosk, `${width}-zuil`);
  }
  await kiosk.getByRole('button', { name: nl.appointment }).click();
  for (const digit of '999999') await kiosk.getByRole('button', { name: digit, exact: true }).click();
  await kiosk.getByRole('button', { name: nl.checkIn }).click();
  await expect(kiosk.getByRole('alert')).toHaveText(nl.unknown);
  await shot(kiosk, 'zuil-afspraak');
  await expectAccessible(kiosk, 'zuil-afspraak');
  await expectFits(kiosk, 'zuil-afspraak');
  await kiosk.setViewportSize({ width: 1920, height: 1080 });
  await shot(kiosk, 'zuil-afspraak-1920');
  await expectFits(kiosk, 'zuil-afspraak-1920');
  for (const digit of '240002') await kiosk.getByRole('button', { name: digit, exact: true }).click();
  await kiosk.getByRole('button', { name: nl.checkIn }).click();
  await expect(kiosk.getByRole('heading', { name: KIOSK_TEXTS.nl.yourNumber })).toBeVisible();
  await expect(kiosk.getByText('R001')).toBeVisible();
  await kiosk.getByRole('button', { name: KIOSK_TEXTS.nl.ready }).click();
  // A reader types the code on the first page: the same number again, and no second one.
  await kiosk.keyboard.type('https://afspraken.test/a/240002');
  await kiosk.keyboard.press('Enter');
  await expect(kiosk.getByText('R001')).toBeVisible();

  await page.keyboard.press('Control+F3');
  const dialog = page.getByRole('dialog', { name: agenda.title });
  await expect(dialog.getByRole('option').nth(1)).toContainText('wacht: R001');
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await shot(page, `${width}-afspraken`);
    await expectFits(page, 'afspraken');
    await expectAccessible(page, 'afspraken');
  }
  await page.keyboard.type('999990512');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^P001 is aangemeld/)).toBeVisible();
  // By mistake: taken back from the keyboard, and done again.
  await expect(dialog.getByRole('option').first()).toContainText('wacht: P001');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog');
  await shot(page, '1920-afspraak-terug');
  await expectAccessible(page, 'afspraak-terug');
  await question.getByRole('button', { name: agenda.undo }).press('Enter');
  await expect(dialog.getByRole('option').first()).toContainText('te laat');
  await page.keyboard.type('240001');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^P002 is aangemeld/)).toBeVisible();
  await page.keyboard.press('Escape');
  await shot(page, '1920-wachtrij-afspraken');
  await expectAccessible(page, 'wachtrij-afspraken');

  // The one that is due goes before who was there first; who came too late for his is a walk-in.
  await page.keyboard.press('F2');
  await expect(page.getByText('R001 is opgeroepen.')).toBeVisible();
});
