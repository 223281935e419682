import path from 'node:path';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectFits } from './world/checks.ts';
import {
  addProduct,
  expectStep,
  finish,
  nextStep,
  payCash,
  showPassport,
  takePhoto,
  tickAll,
} from './world/desk.ts';
import { ask } from './world/door.ts';
import { clerkAtWork } from './world/ready.ts';
import { expect, type Page, test } from './world/test.ts';

const FOLDER = path.join('test-results', 'screens');

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
] as const) {
  test(`every screen of a visit fits a window of ${width} by ${height}`, async ({
    page,
    context,
    town,
    started,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    let shots = 0;
    const shoot = async (name: string, of: Page = page): Promise<void> => {
      shots += 1;
      await of.screenshot({
        path: path.join(FOLDER, `${width}-${String(shots).padStart(2, '0')}-${name}.png`),
        animations: 'disabled',
      });
      await expectFits(of, name);
    };
    await page.goto(started.current().counterUrl);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await shoot('inrichten');
    await clerkAtWork(page, started.current());
    await shoot('leeg');
    for (const group of ['R', 'U', 'U', 'P', 'V', 'O', 'P', 'P', 'P', 'R', 'R', 'U'] as const)
      await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group });
    const display = await context.newPage();
    await display.setViewportSize({ width: 1920, height: 1080 });
    await display.goto(started.current().displayUrl);
    await expect(display.getByText('Welkom')).toBeVisible();
    await shoot('scherm-leeg', display);
    await page.bringToFront();
    await shoot('wachtrij');
    await page.keyboard.press('F2');
    await expect(page.getByRole('heading', { name: visit.identify.title })).toBeVisible();
    await shoot('identificeren');
    await shoot('scherm-oproep', display);
    await page.bringToFront();
    await showPassport(page, town);
    await shoot('product-kiezen');
    await addProduct(page, 'pasp', 'Paspoort');
    await tickAll(page);
    await shoot('meegebracht');
    await nextStep(page, visit.steps.kind.photo);
    await expect(page.getByLabel(visit.photo.live)).toHaveJSProperty('paused', false);
    await shoot('camera');
    await takePhoto(page);
    await shoot('foto');
    await nextStep(page, visit.steps.kind.form);
    await shoot('gegevens');
    await page.keyboard.press('F9');
    await expect(page.getByRole('dialog', { name: visit.finish.title })).toBeVisible();
    await shoot('nog-niet-klaar');
    await page.keyboard.press('Escape');
    await nextStep(page, visit.steps.kind.note);
    await nextStep(page, visit.steps.payment);
    await expectStep(page, visit.steps.payment);
    await payCash(page, '100', '16,15');
    await shoot('betalen');
    await finish(page, () => shoot('afronden'));
    await shoot('klaar');
    for (const [key, name] of [
      ['F1', 'hulp'],
      ['Shift+F7', 'apparaten'],
      ['Shift+F8', 'verzending'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await shoot(name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('textbox')).toBeFocused();
    await shoot('vergrendeld');
  });
}
