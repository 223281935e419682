import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { shell } from '../../renderer/i18n/nl/shell.ts';
import { statistics } from '../../renderer/i18n/nl/statistics.ts';
import { expectAccessible, shoot } from './world/checks.ts';
import { ask, call } from './world/door.ts';
import { clerkAtWork } from './world/ready.ts';
import { ADMINISTRATOR, chooseFromMenu, logIn } from './world/staff.ts';
import { expect, type Page, test } from './world/test.ts';

const command = () => ({ commandId: crypto.randomUUID() });

/** Some visitors who come, are called and do not appear, or are still waiting. */
async function morning(page: Page): Promise<void> {
  for (const group of ['P', 'R', 'U', 'P', 'V', 'R'] as const)
    await ask(page, 'hall.issueTicket', { ...command(), group });
  for (let turn = 0; turn < 3; turn += 1) {
    const ticket = await ask(page, 'hall.callNext', command());
    await ask(page, 'hall.noShow', { ...command(), ticketId: ticket?.ticketId ?? '' });
  }
}

test('the figures of the hall, by keyboard', async ({ page, started }) => {
  await clerkAtWork(page, started.current());
  await morning(page);
  await call(page, 'session.logout', {});
  await page.reload();
  await logIn(page, ADMINISTRATOR);
  await chooseFromMenu(page, shell.menu.statistics);
  const dialog = page.getByRole('dialog', { name: statistics.title });
  await expect(dialog.getByRole('row', { name: /^Iedereen 6 / })).toBeVisible();
  await shoot(page, 'cijfers-groep');
  await expectAccessible(page, 'groep');
  await dialog.getByRole('button', { name: /Per groep/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('rowheader', { name: / tot \d+ uur$/ })).toHaveCount(1);
  await shoot(page, 'cijfers-uur');
  await expectAccessible(page, 'uur');
  for (const [button, ending, begin] of [
    [statistics.csv, /\.csv$/, '\uFEFF"Verdeling"'],
    [statistics.xlsx, /\.xlsx$/, 'PK'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: button }).press('Enter'),
    ]);
    expect(download.suggestedFilename()).toMatch(ending);
    expect((await readFile(await download.path(), 'utf8')).startsWith(begin)).toBe(true);
    await download.saveAs(path.join('test-results', 'screens', download.suggestedFilename()));
  }
});
