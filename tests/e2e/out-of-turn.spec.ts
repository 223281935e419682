import { hall } from '../../renderer/i18n/nl/hall.ts';
import { expectAccessible, shoot } from './world/checks.ts';
import { takeTicket } from './world/desk.ts';
import { pressButton } from './world/keyboard.ts';
import { clerkAtWork, PASSPORTS } from './world/ready.ts';
import { expect, type Page, test } from './world/test.ts';

/** Opens the list of who wait and chooses this number, which is the last of it. */
async function chooseLast(page: Page, number: string) {
  await page.keyboard.press('Control+F2');
  await expect(page.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: hall.choose.titleOf.replace('{{number}}', number) });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await pressButton(page, page.getByRole('dialog').getByRole('button', { name: new RegExp(label) }));
  await page.getByRole('option', { name: option, exact: true }).press('Enter');
}

test('one who waits gets priority, is taken out and back, and is called before his turn, all by keyboard', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await takeTicket(town, PASSPORTS);
  const number = await takeTicket(town, PASSPORTS + 1);
  const waiting = page.getByRole('list', { name: hall.waitingList });
  await expect(waiting).toContainText(number);

  await page.keyboard.press('Control+F2');
  await expect(page.getByRole('option').first()).toBeFocused();
  await expectAccessible(page, 'wie wacht');
  await shoot(page, 'wie-wacht');
  await page.keyboard.press('Escape');

  const dialog = await chooseLast(page, number);
  await choose(page, hall.choose.what, hall.choose.priority);
  await pressButton(page, dialog.getByRole('button', { name: hall.choose.do.priority, exact: true }));
  await expect(waiting.getByRole('listitem').filter({ hasText: number })).toContainText(hall.priority);

  await chooseLast(page, number);
  await choose(page, hall.choose.what, hall.choose.cancel);
  await pressButton(page, dialog.getByRole('button', { name: hall.choose.do.cancel, exact: true }));
  await expect(waiting).not.toContainText(number);
  await shoot(page, 'uit-de-rij');
  await page.keyboard.press('Control+Z');
  await expect(waiting).toContainText(number);

  await chooseLast(page, number);
  await choose(page, hall.choose.why, hall.choose.callWhy.belongsTogether);
  await expectAccessible(page, 'kiezen');
  await shoot(page, 'kiezen');
  await pressButton(page, dialog.getByRole('button', { name: hall.choose.do.call, exact: true }));
  await expect(page.getByRole('region', { name: hall.atCounter })).toContainText(number);
});
