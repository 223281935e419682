import path from 'node:path';
import { sync } from '../../renderer/i18n/nl/sync.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { ask } from './world/door.ts';
import { clerkAtWork, wholePassport } from './world/ready.ts';
import { SECOND_CLERK } from './world/staff.ts';
import { expect, test } from './world/test.ts';

test('what a central system refuses is read, given to a colleague and sent again', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  town.practice.faults.set('zaken', { chances: { badRequest: 1 } });
  await wholePassport(page, town);
  await expect.poll(async () => (await ask(page, 'sync.status', {})).parked, { timeout: 20_000 }).toBe(1);

  await page.keyboard.press('Shift+F8');
  const panel = page.getByRole('dialog', { name: sync.title });
  const item = panel.getByRole('listitem').filter({ hasText: sync.state.parked });
  await item.getByRole('button', { name: sync.inspect.open }).press('Enter');
  await expect(item).toContainText(`${sync.inspect.question}: `);
  await expect(item).toContainText(`${sync.inspect.answer}: 400`);
  await item.getByRole('button', { name: new RegExp(sync.inspect.colleague) }).press('Enter');
  await page.getByRole('option', { name: SECOND_CLERK.name }).press('Enter');
  await expect(item).toContainText(sync.assigned.replace('{{name}}', SECOND_CLERK.name));
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: path.join('test-results', 'screens', `${width}-staat-stil.png`) });
    await expectFits(page, `staat stil ${width}`);
  }
  await expectAccessible(page, 'staat stil');

  town.practice.faults.clear();
  await item.getByRole('button', { name: sync.retry }).press('Enter');
  await expect(panel.getByText(sync.noItems)).toBeVisible({ timeout: 30_000 });
  expect(town.practice.inspect().zaken).toHaveLength(1);
});
