import path from 'node:path';
import { devices } from '../../renderer/i18n/nl/devices.ts';
import { practice } from '../../renderer/i18n/nl/practice.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { addProduct, expectStep, PERSON } from './world/desk.ts';
import { openPractice, practiceLogIn } from './world/practice.ts';
import { expect, type Page, test } from './world/test.ts';

const FOLDER = path.join('test-results', 'screens');
const { onPad } = visit.signature;

/** A visitor with a product, at its signature; the pad asks by itself. */
async function atSignature(page: Page): Promise<void> {
  await page.getByLabel(visit.identify.bsn, { exact: true }).fill(PERSON.bsn);
  await page.keyboard.press('Enter');
  await expect(page.getByText(visit.header.noPerson)).toBeHidden();
  await addProduct(page, 'verh', 'Verhuizing');
  await page.getByRole('button', { name: new RegExp(`^${visit.steps.kind.signature}`) }).click();
  await expectStep(page, visit.steps.kind.signature);
}

/** What the visitor does at the pad. */
const visitor = (page: Page, what: 'sign' | 'accept' | 'again' | 'cancel') =>
  page
    .getByRole('group', { name: practice.pad.hand })
    .getByRole('button', { name: practice.pad[what] })
    .click();

test('the visitor signs on the pad; without it the visit goes on on the screen', async ({
  page,
  practiceApp,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  let shots = 0;
  const look = async (name: string): Promise<void> => {
    shots += 1;
    await page.screenshot({
      path: path.join(FOLDER, `pad-${String(shots).padStart(2, '0')}-${name}.png`),
      animations: 'disabled',
    });
    await expectFits(page, name);
    await expectAccessible(page, name);
  };
  await page.goto(practiceApp.counterUrl);
  await practiceLogIn(page, 'Medewerker');
  const status = page.locator('footer');
  for (const role of ['document-reader', 'signature-pad'] as const)
    await expect(status).toContainText(`${devices.role[role]}: ${devices.word.idle}`, { timeout: 20_000 });
  await page.keyboard.press('Shift+F2');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: visit.identify.title })).toBeVisible();
  await atSignature(page);

  await expect(page.getByText(onPad.stage.waitingForPerson)).toBeVisible({ timeout: 20_000 });
  await look('pad-wacht');
  await visitor(page, 'sign');
  await expect(page.getByText(onPad.stage.signing)).toBeVisible();
  await visitor(page, 'again');
  await expect(page.getByText(onPad.stage.again)).toBeVisible();
  await visitor(page, 'sign');
  await expect(page.getByText(onPad.stage.signing)).toBeVisible();
  await page.waitForFunction((name) => {
    const image = document.querySelector<HTMLImageElement>(`section[aria-label="${name}"] img`);
    return image !== null && image.complete && image.naturalWidth > 300;
  }, practice.pad.title);
  await look('pad-tekent');
  await visitor(page, 'accept');
  await expect(page.getByText(visit.signature.kept)).toBeVisible();
  await expect(page.getByAltText(visit.signature.alt)).toBeVisible();
  await look('pad-bewaard');

  await page.getByRole('button', { name: visit.signature.again, exact: true }).click();
  await expect(page.getByText(onPad.stage.waitingForPerson)).toBeVisible();
  await visitor(page, 'cancel');
  await expect(page.getByText(onPad.refused)).toBeVisible();
  await look('pad-geannuleerd');

  await page.getByRole('button', { name: onPad.ask }).click();
  await expect(page.getByText(onPad.stage.waitingForPerson)).toBeVisible();
  let panel = await openPractice(page);
  const cable = panel.getByRole('checkbox', {
    name: practice.pluggedIn.replace('{{device}}', devices.role['signature-pad']),
  });
  await cable.focus();
  await page.keyboard.press('Space');
  await expect(status).toContainText(`${devices.role['signature-pad']}: ${devices.word.gone}`);
  await page.keyboard.press('Escape');
  await expect(page.getByText(onPad.failed.replace('{{reason}}', devices.reason.offline))).toBeVisible();
  await expect(page.getByRole('button', { name: onPad.notReady })).toBeDisabled();
  await look('pad-los');
  const canvas = page.getByRole('img', { name: visit.signature.pad });
  const box = await canvas.boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 30, { steps: 8 });
  await page.mouse.move(box.x + 260, box.y + 80, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('button', { name: visit.signature.agree }).click();
  await expect(page.getByText(visit.signature.kept)).toBeVisible();

  panel = await openPractice(page);
  await cable.focus();
  await page.keyboard.press('Space');
  await expect(status).toContainText(`${devices.role['signature-pad']}: ${devices.word.idle}`, {
    timeout: 20_000,
  });
  await look('oefenpaneel-met-pad');
});
