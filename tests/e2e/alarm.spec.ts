import path from 'node:path';
import { alarms } from '../../renderer/i18n/nl/alarms.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { openWindow, practiceLogIn, secondCounterUrl } from './world/practice.ts';
import { expect, test } from './world/test.ts';

test('a silent call for help reaches the other counter, also behind a lock, and the answer comes back', async ({
  browser,
  practiceApp,
  complaints,
}) => {
  const open = () => openWindow(browser, complaints);
  const [first, second] = [await open(), await open()];
  await first.goto(practiceApp.counterUrl);
  await practiceLogIn(first, 'Medewerker');
  const secondUrl = await secondCounterUrl(first);
  await first.keyboard.press('Shift+F12');
  await expect(first.getByText(alarms.nobodyReached)).toBeVisible();

  await second.goto(secondUrl);
  await practiceLogIn(second, 'Teamleider');
  const asks = second.getByText(/^Balie 1 .* vraagt om hulp$/);
  await expect(asks).toBeVisible();
  await second.keyboard.press('Control+L');
  await expect(second.getByRole('textbox')).toBeFocused();
  await expect(asks).toBeVisible();
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await second.setViewportSize({ width, height });
    await second.screenshot({ path: path.join('test-results', 'screens', `${width}-hulp-gevraagd.png`) });
    await expectFits(second, 'hulp gevraagd');
    await expectAccessible(second, 'hulp gevraagd');
  }
  await second.keyboard.press('F12');
  await expect(first.getByText('Teamleider Oefening komt eraan.')).toBeVisible();
  await first.screenshot({ path: path.join('test-results', 'screens', '1366-hulp-vrager.png') });
  await expectFits(first, 'hulp van wie vraagt');
  await expectAccessible(first, 'hulp van wie vraagt');
  await first.getByRole('button', { name: alarms.end }).press('Enter');
  await expect(asks).toBeHidden();
});
