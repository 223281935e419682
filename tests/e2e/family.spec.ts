import { hall } from '../../renderer/i18n/nl/hall.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { CHECK_IN_TEXTS } from '../../renderer/kiosk/check-in-texts.ts';
import { PARTY_TEXTS } from '../../renderer/kiosk/party-texts.ts';
import { expectAccessible, shoot } from './world/checks.ts';
import { pressButton } from './world/keyboard.ts';
import { practiceLogIn } from './world/practice.ts';
import { expect, test } from './world/test.ts';

const KIOSK = [
  [1920, 1080],
  [1080, 1920],
] as const;

test('a family says at the kiosk how many they are, and the clerk says what else they need', async ({
  page,
  context,
  practiceApp,
}) => {
  await page.goto(practiceApp.counterUrl);
  await practiceLogIn(page, 'Medewerker');
  const kiosk = await context.newPage();
  await kiosk.goto(await practiceApp.kioskUrl);
  await kiosk.getByRole('button', { name: 'Paspoort' }).click();
  await expect(kiosk.getByText('een nieuwe pasfoto')).toBeVisible();
  await shoot(kiosk, 'zuil-personen', KIOSK);
  await expectAccessible(kiosk, 'zuil-personen');
  await kiosk.getByRole('button', { name: 'العربية' }).click();
  await expect(kiosk.getByRole('button', { name: CHECK_IN_TEXTS.ar.back })).toBeVisible();
  await shoot(kiosk, 'zuil-personen-ar', KIOSK);
  await expectAccessible(kiosk, 'zuil-personen-ar');
  await kiosk.getByRole('group', { name: PARTY_TEXTS.ar.howMany }).getByRole('button', { name: '3' }).click();
  await expect(kiosk.getByText('P001')).toBeVisible();

  await page.bringToFront();
  const waiting = page.getByRole('list', { name: hall.waitingList });
  await expect(waiting).toContainText('3 personen');
  await page.keyboard.press('F2');
  const here = page.getByRole('region', { name: hall.atCounter });
  await expect(here).toContainText('3 personen');
  await page.keyboard.press('Control+F7');
  const dialog = page.getByRole('dialog', { name: hall.party.title.replace('{{number}}', 'P001') });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Rijbewijs' }).press('Space');
  await shoot(page, 'personen');
  await expectAccessible(page, 'personen');
  await pressButton(page, dialog.getByRole('button', { name: hall.party.save }));
  await expect(here).toContainText(hall.party.also.replace('{{groups}}', 'Rijbewijs'));
  await shoot(page, 'gezin-aan-balie');
  await expectAccessible(page, 'gezin-aan-balie');

  await page.keyboard.press('Control+F7');
  await shoot(page, 'gezin-splitsen');
  await expectAccessible(page, 'gezin-splitsen');
  await pressButton(page, dialog.getByRole('button', { name: hall.party.split.do }));
  await expect(here).toContainText('2 personen');
  await expect(waiting).toContainText(hall.party.cameWith.replace('{{number}}', 'P001'));
  await expect(waiting).toContainText('R001');
  await shoot(page, 'gezin-gesplitst');

  await page.keyboard.press('Control+F7');
  await dialog.getByRole('checkbox', { name: 'Verhuizen' }).press('Space');
  await pressButton(page, dialog.getByRole('button', { name: hall.party.save }));
  await expect(here).toContainText(hall.party.also.replace('{{groups}}', 'Verhuizen'));
  await expect(dialog).toBeHidden();
  await page.keyboard.press('F9');
  const finish = page.getByRole('dialog', { name: visit.finish.title });
  await finish.getByLabel(visit.finish.noteNeeded).fill('Uitleg gegeven.');
  const sendOn = visit.remaining.sendOn.replace('{{name}}', 'Verhuizen');
  await finish.getByRole('radio', { name: sendOn }).press('Space');
  await shoot(page, 'gezin-verder');
  await expectAccessible(page, 'gezin-verder');
  await page.keyboard.press('F9');
  await expect(waiting).toContainText('P001');
  await expect(waiting).toContainText('Verhuizen');
  await expect(here).toHaveCount(0);
});
