import { card } from '../../renderer/i18n/nl/card.ts';
import { devices } from '../../renderer/i18n/nl/devices.ts';
import { practice } from '../../renderer/i18n/nl/practice.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { addProduct, callNext, fillExtract } from './world/desk.ts';
import { openPractice, practiceLogIn } from './world/practice.ts';
import { expect, test } from './world/test.ts';

test('a card payment: unplugged while the visitor pays it is unknown, the terminal tells, and it is paid once', async ({
  page,
  practiceApp,
}) => {
  await page.goto(practiceApp.counterUrl);
  await practiceLogIn(page, 'Medewerker');
  // A button pressed before the dispenser is ready gives no ticket.
  await expect(page.getByRole('contentinfo')).toContainText(
    `${devices.role['ticket-dispenser']}: ${devices.word.idle}`,
  );
  let panel = await openPractice(page);
  await panel.getByRole('button', { name: 'Uittreksels en akten', exact: true }).click();
  await expect(panel.getByRole('img', { name: /Uw nummer\s+U001/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await callNext(page, 'U001');
  panel = await openPractice(page);
  await panel.getByRole('region', { name: practice.reader }).getByRole('button').first().click();
  await expect(panel).toBeHidden();
  await addProduct(page, 'uittr', 'Uittreksel uit de BRP');
  await fillExtract(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('radiogroup', { name: visit.payment.method }).getByText(visit.payment.card).click();
  const start = page.getByRole('button', { name: /^Laat .* pinnen$/ });
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/houdt de pas voor de automaat/)).toBeVisible();
  await expectAccessible(page, 'pinnen');
  await expectFits(page, 'pinnen');

  panel = await openPractice(page);
  const cable = panel.getByRole('checkbox', { name: /Pinautomaat is aangesloten/ });
  await cable.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/niet zeker of/)).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page, 'onbekend of er gepind is');

  // The visitor did pay; nobody but the terminal knows.
  await page.getByRole('button', { name: practice.card.pay }).click();
  panel = await openPractice(page);
  await cable.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('contentinfo').getByText(/Pinautomaat: /)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(async () => {
    await page.getByRole('button', { name: card.ask }).click();
    await expect(page.getByText(/is gepind\.$/)).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText(visit.payment.nowFinish)).toBeVisible();
  await expect(start).toBeHidden();
});
