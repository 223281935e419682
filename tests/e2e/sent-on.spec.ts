import path from 'node:path';
import { hall } from '../../renderer/i18n/nl/hall.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { callNext, takeTicket } from './world/desk.ts';
import { pressButton } from './world/keyboard.ts';
import { clerkAtWork, PASSPORTS } from './world/ready.ts';
import { CLERK } from './world/staff.ts';
import { expect, type Page, test } from './world/test.ts';

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await pressButton(page, page.getByRole('button', { name: new RegExp(label) }));
  await page.getByRole('option', { name: option }).press('Enter');
}

async function shoot(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: path.join('test-results', 'screens', `${width}-${name}.png`) });
    await expectFits(page, `${name} ${width}`);
  }
}

test('a visitor is held and goes on, and is sent on with a note and taken back, all by keyboard', async ({
  page,
  town,
  started,
}) => {
  test.setTimeout(120_000);
  await clerkAtWork(page, started.current());
  const number = await takeTicket(town, PASSPORTS);
  await callNext(page, number);
  await page.keyboard.press('Control+F6');
  const title = hall.sendOn.title.replace('{{number}}', number);
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByLabel(hall.sendOn.note).fill('vult eerst het formulier in');
  await shoot(page, 'parkeren');
  await page.keyboard.press('Enter');
  const held = page.getByRole('region', { name: hall.held });
  await expect(held).toContainText(number);
  await expect(held).toContainText(CLERK.name);
  await expect(page.getByRole('region', { name: hall.atCounter })).toHaveCount(0);
  await shoot(page, 'geparkeerd');
  await expectAccessible(page, 'geparkeerd');
  const takeOut = hall.cancelHeldNumber.replace('{{number}}', number);
  await pressButton(page, held.getByRole('button', { name: takeOut }));
  await expectAccessible(page, 'geparkeerde weghalen');
  await shoot(page, 'geparkeerde-weghalen');
  await pressButton(
    page,
    page.getByRole('dialog', { name: takeOut }).getByRole('button', { name: hall.choose.do.cancel }),
  );
  await expect(held).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(held).toContainText(number);
  await pressButton(
    page,
    held.getByRole('button', { name: hall.resumeNumber.replace('{{number}}', number) }),
  );
  const here = page.getByRole('region', { name: hall.atCounter });
  await expect(here).toContainText(number);
  await expect(here).toContainText('vult eerst het formulier in');

  await page.keyboard.press('Control+F6');
  await choose(page, hall.sendOn.where, /Rijbewijs/);
  await choose(page, hall.sendOn.when, hall.sendOn.later.replace('{{count}}', '10'));
  await expectAccessible(page, 'doorsturen');
  await shoot(page, 'doorsturen');
  await pressButton(page, dialog.getByRole('button', { name: hall.sendOn.do }));
  const waiting = page.getByRole('list', { name: hall.waitingList });
  await expect(waiting).toContainText(number);
  await expect(waiting).toContainText('Rijbewijs');
  await expect(waiting).toContainText('niet voor');
  await shoot(page, 'doorgestuurd');
  await page.keyboard.press('Control+Z');
  await expect(here).toContainText(number);
});
