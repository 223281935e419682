import path from 'node:path';
import { hall } from '../../renderer/i18n/nl/hall.ts';
import { PARTY_TEXTS } from '../../renderer/kiosk/party-texts.ts';
import { KIOSK_TEXTS } from '../../renderer/kiosk/texts.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { ask } from './world/door.ts';
import { practiceLogIn } from './world/practice.ts';
import { expect, test } from './world/test.ts';

test('while the ticket printer is out, counter and kiosk go on with the roll, and stop by themselves', async ({
  page,
  context,
  practiceApp,
}) => {
  const shot = (name: string) => path.join('test-results', 'screens', `${name}.png`);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(practiceApp.counterUrl);
  await practiceLogIn(page, 'Medewerker');
  await page.keyboard.press('Shift+F3');
  const dialog = page.getByRole('dialog', { name: hall.issueTitle });
  await dialog.getByLabel(hall.rollNext).fill('nul');
  await dialog.getByRole('button', { name: hall.rollSave }).click();
  await expect(dialog.getByText(hall.rollWrong)).toBeVisible();
  await dialog.getByLabel(hall.rollNext).fill('417');
  await dialog.getByRole('button', { name: hall.rollSave }).click();
  await expect(page.getByText(hall.rollSaved.replace('{{next}}', '417'))).toBeVisible();
  await expect(dialog.getByText(hall.rollWrong)).toBeHidden();
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: shot(`${width}-rol-instellen`) });
    await expectFits(page, `${width}-rol-instellen`);
    await expectAccessible(page, `${width}-rol-instellen`);
  }
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1366, height: 768 });

  await ask(page, 'practice.setPaper', { role: 'ticket-dispenser', paper: 'out' });
  const inUse = (next: number) =>
    page.getByText(hall.rollInUse.replace('{{next}}', String(next).padStart(3, '0')));
  await expect(inUse(417)).toBeVisible({ timeout: 15_000 });
  const kiosk = await context.newPage();
  await kiosk.setViewportSize({ width: 1080, height: 1920 });
  await kiosk.goto(await practiceApp.kioskUrl);
  await kiosk.getByRole('button', { name: 'Rijbewijs' }).click();
  await kiosk.getByRole('button', { name: PARTY_TEXTS.nl.take }).click();
  await expect(kiosk.getByText('417', { exact: true })).toBeVisible();
  await expect(kiosk.getByText(KIOSK_TEXTS.nl.fromRoll)).toBeVisible();
  await kiosk.screenshot({ path: shot('1080-zuil-rol') });
  await expectAccessible(kiosk, 'zuil-rol');
  await page.bringToFront();
  await expect(inUse(418)).toBeVisible();
  await page.screenshot({ path: shot('1366-rol') });
  await expectFits(page, '1366-rol');
  await expectAccessible(page, '1366-rol');

  await ask(page, 'practice.setPaper', { role: 'ticket-dispenser', paper: 'ok' });
  await expect(inUse(418)).toBeHidden({ timeout: 15_000 });
  const ticket = await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group: 'R' });
  expect(ticket.number).toBe('R001');
});
