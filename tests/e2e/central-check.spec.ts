import { spawn } from 'node:child_process';
import { central } from '../../renderer/i18n/nl/central.ts';
import { shell } from '../../renderer/i18n/nl/shell.ts';
import { REPOSITORY } from './world/app.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { clerkAtWork } from './world/ready.ts';
import { ADMINISTRATOR, chooseFromMenu } from './world/staff.ts';
import { expect, test } from './world/test.ts';
import type { Town } from './world/town.ts';

/** `npm run check:central`, as IT runs it beside a counter that works. */
function checkCentral(town: Town): Promise<{ readonly code: number | null; readonly text: string }> {
  const args = ['out/main/serve.js', '--check-central', '--config', town.configFile, '--data', town.dataDir];
  const child = spawn(process.execPath, args, { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })));
}

test('IT checks the central systems from a terminal and in the window', async ({ page, town, started }) => {
  const good = await checkCentral(town);
  expect(good.text).toContain('Alles is in orde.');
  expect(good.code).toBe(0);
  town.practice.faults.set('documenten', { chances: { serverError: 1 } });
  const bad = await checkCentral(town);
  expect(bad.text).toContain('De server heeft een storing (503).');
  expect(bad.code).toBe(1);

  await clerkAtWork(page, started.current(), ADMINISTRATOR);
  await chooseFromMenu(page, shell.menu.central);
  await page.getByRole('button', { name: central.start }).click();
  const systems = page.getByRole('region', { name: central.systems });
  await expect(systems.getByText('De server heeft een storing (503).')).toBeVisible();
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `test-results/screens/${width}-controle.png`, animations: 'disabled' });
    await expectFits(page, 'the check');
  }
  await expectAccessible(page, 'the check');
  town.practice.faults.clear();
  await page.getByRole('button', { name: central.again }).click();
  await expect(page.getByText('Alles is in orde')).toBeVisible();
});
