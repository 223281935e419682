import { devices } from '../../renderer/i18n/nl/devices.ts';
import { practice } from '../../renderer/i18n/nl/practice.ts';
import { session } from '../../renderer/i18n/nl/session.ts';
import { shell } from '../../renderer/i18n/nl/shell.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { callNext } from './world/desk.ts';
import { openPractice, practiceLogIn } from './world/practice.ts';
import { expect, test } from './world/test.ts';

test('practice mode says so, has accounts to click, and its panel works the simulated devices', async ({
  page,
  practiceApp,
}) => {
  await page.goto(practiceApp.counterUrl);
  await expect(page.getByText(session.practiceNote)).toBeVisible();
  await expectAccessible(page, 'aanmelden in de oefenmodus');
  await expectFits(page, 'aanmelden in de oefenmodus');
  await practiceLogIn(page, 'Medewerker');
  await expect(page.getByRole('banner')).toContainText(shell.practice);

  let panel = await openPractice(page);
  await expectAccessible(page, 'oefenpaneel');
  await expectFits(page, 'oefenpaneel');
  const status = page.locator('footer').filter({ hasText: shell.help });
  const printed = panel.getByRole('region', { name: practice.printed });
  await expect(printed).toContainText(practice.nothingPrinted);
  await panel.getByRole('button', { name: 'Rijbewijs', exact: true }).click();
  // The paper is a picture; who cannot see it hears its text.
  await expect(printed.getByRole('img', { name: /Uw nummer\s+R001/ })).toBeVisible();

  await panel
    .getByRole('group', { name: new RegExp(devices.role['receipt-printer']) })
    .or(panel.getByRole('radiogroup', { name: new RegExp(devices.role['receipt-printer']) }))
    .getByText(practice.paper.out, { exact: true })
    .click();
  await expect(status).toContainText(`${devices.role['receipt-printer']}: ${devices.word.paperOut}`);
  await panel
    .getByRole('radiogroup', { name: new RegExp(devices.role['receipt-printer']) })
    .getByText(practice.paper.ok, { exact: true })
    .click();
  await expect(status).toContainText(`${devices.role['receipt-printer']}: ${devices.word.idle}`);

  const cable = panel.getByRole('checkbox', {
    name: practice.pluggedIn.replace('{{device}}', devices.role['document-reader']),
  });
  await cable.focus();
  await page.keyboard.press('Space');
  await expect(status).toContainText(`${devices.role['document-reader']}: ${devices.word.gone}`);
  await page.keyboard.press('Space');
  await expect(status).toContainText(`${devices.role['document-reader']}: ${devices.word.idle}`, {
    timeout: 20_000,
  });

  const network = panel.getByRole('radiogroup', { name: practice.network });
  await network.getByText(practice.unreliable).click();
  await expect(network.getByRole('radio', { name: practice.unreliable })).toBeChecked();
  await expectFits(page, 'netwerk hapert');
  await network.getByText(practice.away).click();
  await page.keyboard.press('Escape');
  await callNext(page, 'R001');
  panel = await openPractice(page);
  await panel.getByRole('region', { name: practice.reader }).getByRole('button').first().click();
  await expect(panel).toBeHidden();
  await expect(page.getByText(visit.person.notVerified)).toBeVisible();
  await expectAccessible(page, 'niet geverifieerd');

  // The same document turned over: the scanner reads the number in its code.
  await expect(page.getByText(visit.person.noBsn)).toBeVisible();
  panel = await openPractice(page);
  await panel
    .getByRole('button', { name: new RegExp(practice.scanCodeOf.split(' {{')[0]!) })
    .first()
    .click();
  await expect(panel).toBeHidden();
  await expect(page.getByText(visit.person.bsnOfDocument)).toBeVisible();
  await expectFits(page, 'BSN van het document');
});
