import path from 'node:path';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { devices } from '../../renderer/i18n/nl/devices.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { ask } from './world/door.ts';
import { practiceLogIn } from './world/practice.ts';
import { expect, test } from './world/test.ts';

const SIZES = [
  [1366, 768],
  [1920, 1080],
] as const;

test('IT tests a device, saves its trace, and binds it anew by trying', async ({ page, practiceApp }) => {
  const shoot = async (name: string) => {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.screenshot({
        path: path.join('test-results', 'screens', `apparaten-${width}-${name}.png`),
        animations: 'disabled',
      });
      await expectFits(page, name);
    }
  };
  await page.goto(practiceApp.counterUrl);
  await practiceLogIn(page, 'Beheerder');
  await page.keyboard.press('Shift+F7');
  const dialog = page.getByRole('dialog');
  const reader = dialog.getByRole('listitem').filter({ hasText: devices.role['document-reader'] });
  await expect(reader).toContainText(devices.word.idle, { timeout: 20_000 });
  await expectAccessible(page, 'apparaten');
  await shoot('overzicht');

  await reader.getByRole('button', { name: devices.check.external }).click();
  await expect(reader.getByRole('status')).toContainText(devices.health.answers);
  const printer = dialog.getByRole('listitem').filter({ hasText: devices.role['receipt-printer'] });
  await printer.getByRole('button', { name: devices.trial.name['receipt-printer'] }).click();
  await expect(printer.getByRole('status')).toContainText(devices.health.printed, { timeout: 20_000 });
  await reader.getByRole('button', { name: devices.trace.save }).click();
  await expect(reader.getByText(/document-reader-\d{8}T\d{6}Z\.jsonl$/)).toBeVisible();
  await shoot('getest');

  const { bound } = await ask(page, 'devices.setup', {});
  const main = bound.find(({ binding }) => binding.role === 'document-reader')?.binding.endpoints['main'];
  if (main?.kind !== 'tcp') throw new Error('the practice reader has no address');
  await reader.getByRole('button', { name: devices.replace }).click();
  await page.getByLabel(devices.wizard.place).fill('127.0.0.1:1');
  await page.getByRole('button', { name: devices.wizard.try }).click();
  await expect(dialog.getByRole('status')).toContainText('Dit werkt niet');
  await page.getByLabel(devices.wizard.place).fill(`${main.host}:${main.port}`);
  await page.getByRole('button', { name: devices.wizard.try }).click();
  await expect(dialog.getByRole('status')).toContainText(devices.wizard.works, { timeout: 20_000 });
  await expectAccessible(page, 'apparaat instellen');
  await shoot('instellen');
  await page.getByRole('button', { name: devices.wizard.save }).click();
  await expect(reader).toContainText(devices.source.workstation);
  await expect(reader).toContainText(devices.word.idle, { timeout: 20_000 });
  await reader.getByRole('button', { name: devices.forget.configuration }).click();
  await expect(reader).toContainText(devices.source.configuration);
  await shoot('terug');
});

test('the states of six devices fit on one line of the status bar', async ({ page, practiceApp }) => {
  const camera = await startSimulator('camera', { tcp: 0 });
  try {
    await page.goto(practiceApp.counterUrl);
    await practiceLogIn(page, 'Beheerder');
    const binding = { role: 'camera', driver: 'vc0706', endpoints: camera.endpoints, settings: {} } as const;
    await ask(page, 'devices.bind', { commandId: crypto.randomUUID(), binding });
    const { bound } = await ask(page, 'devices.setup', {});
    expect(bound.length).toBeGreaterThanOrEqual(6);
    const bar = page.getByRole('contentinfo');
    for (const { binding } of bound)
      await expect(bar).toContainText(`${devices.role[binding.role]}: ${devices.word.idle}`, {
        timeout: 20_000,
      });
    await page.screenshot({ path: path.join('test-results', 'screens', '1366-statusbalk.png') });
    expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(40);
    await expectAccessible(page, 'statusbalk');
  } finally {
    await camera.stop();
  }
});
