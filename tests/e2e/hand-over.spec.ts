import { handOver } from '../../renderer/i18n/nl/hand-over.ts';
import { klantbeeld } from '../../renderer/i18n/nl/klantbeeld.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, shoot } from './world/checks.ts';
import { ask } from './world/door.ts';
import { layFirstDocument, practiceVisitor } from './world/practice.ts';
import { expect, test } from './world/test.ts';

test('what is handed over reaches the department, and a complaint is a contact of its own', async ({
  page,
  practiceApp,
}) => {
  await practiceVisitor(page, practiceApp, 'O');
  await layFirstDocument(page);
  await expect(page.getByRole('region', { name: klantbeeld.title })).toContainText('Vergunningen');

  await page.keyboard.press('F9');
  const sheet = page.getByRole('dialog', { name: visit.finish.title });
  await sheet.getByText(visit.finish.handedOver, { exact: true }).click();
  await sheet.getByRole('button', { name: new RegExp(handOver.target) }).click();
  await page.getByRole('option', { name: /Afdeling Vergunningen/ }).click();
  await sheet.getByLabel('Om welke vergunning gaat het?').fill('Dakkapel');
  await sheet.getByText(handOver.callBack).click();
  await sheet.getByLabel(handOver.phone).fill('06 1234 5678');
  await sheet.getByText(handOver.signalKind.klacht, { exact: true }).click();
  await sheet.getByLabel(handOver.signalText).fill('De lift is al weken stuk.');
  await shoot(page, 'overdragen');
  await expectAccessible(page, 'overdragen');
  await page.keyboard.press('F9');
  await expect(sheet).toBeHidden();
  await expect
    .poll(async () => (await ask(page, 'sync.status', {})).items.length, { timeout: 20_000 })
    .toBe(0);
  expect(await ask(page, 'sync.status', {})).toMatchObject({ parked: 0, queued: 0 });
});
