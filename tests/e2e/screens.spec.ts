import { visit } from '../../renderer/i18n/nl/visit.ts';
import { shoot } from './world/checks.ts';
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

const DISPLAY = [[1920, 1080]] as const;

test('every screen of a visit fits its window, large and small', async ({ page, context, town, started }) => {
  let shots = 0;
  const shootNext = async (
    name: string,
    shown: Page = page,
    sizes?: readonly (readonly [number, number])[],
  ): Promise<void> => {
    shots += 1;
    await shoot(shown, `${String(shots).padStart(2, '0')}-${name}`, sizes);
  };
  await page.goto(started.current().counterUrl);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await shootNext('inrichten');
  await clerkAtWork(page, started.current());
  await shootNext('leeg');
  for (const group of ['R', 'U', 'U', 'P', 'V', 'O', 'P', 'P', 'P', 'R', 'R', 'U'] as const)
    await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group });
  const display = await context.newPage();
  await display.goto(started.current().displayUrl);
  await expect(display.getByText('Welkom')).toBeVisible();
  await shootNext('scherm-leeg', display, DISPLAY);
  await page.bringToFront();
  await shootNext('wachtrij');
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { name: visit.identify.title })).toBeVisible();
  await shootNext('identificeren');
  await shootNext('scherm-oproep', display, DISPLAY);
  await page.bringToFront();
  await showPassport(page, town);
  await shootNext('product-kiezen');
  await addProduct(page, 'pasp', 'Paspoort');
  await tickAll(page);
  await shootNext('meegebracht');
  await nextStep(page, visit.steps.kind.photo);
  await expect(page.getByLabel(visit.photo.live)).toHaveJSProperty('paused', false);
  await shootNext('camera');
  await takePhoto(page);
  await shootNext('foto');
  await nextStep(page, visit.steps.kind.form);
  await shootNext('gegevens');
  await page.keyboard.press('F9');
  await expect(page.getByRole('dialog', { name: visit.finish.title })).toBeVisible();
  await shootNext('nog-niet-klaar');
  await page.keyboard.press('Escape');
  await nextStep(page, visit.steps.kind.note);
  await nextStep(page, visit.steps.payment);
  await expectStep(page, visit.steps.payment);
  await payCash(page, '100', '16,15');
  await shootNext('betalen');
  await finish(page, () => shootNext('afronden'));
  await shootNext('klaar');
  for (const [key, name] of [
    ['F1', 'hulp'],
    ['Shift+F7', 'apparaten'],
    ['Shift+F8', 'verzending'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await shootNext(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('textbox')).toBeFocused();
  await shootNext('vergrendeld');
});
