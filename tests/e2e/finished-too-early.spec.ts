import path from 'node:path';
import { hall } from '../../renderer/i18n/nl/hall.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, shoot } from './world/checks.ts';
import { ask } from './world/door.ts';
import { layFirstDocument, practiceVisitor } from './world/practice.ts';
import { expect, test } from './world/test.ts';

test('a visit that was finished too early goes on with the same person, by key, and ends again', async ({
  page,
  practiceApp,
}) => {
  await practiceVisitor(page, practiceApp, 'O');
  await layFirstDocument(page);
  await expect.poll(async () => (await ask(page, 'visits.current', {}))?.person?.fullName).toBeTruthy();
  const before = await ask(page, 'visits.current', {});

  const sheet = page.getByRole('dialog', { name: visit.finish.title });
  const finish = async (note: string) => {
    await page.keyboard.press('F9');
    await sheet.getByLabel(visit.finish.noteNeeded).fill(note);
    await page.keyboard.press('F9');
    await expect(sheet).toBeHidden();
  };
  await finish('Vraag over de openingstijden beantwoord.');
  const undo = page.getByRole('button', {
    name: new RegExp(hall.undoOf.finished.replace('{{number}}', 'O001')),
  });
  await expect(undo).toBeVisible();
  await shoot(page, 'te-vroeg-klaar');
  await page.keyboard.press('Control+Z');
  await expect(page.getByText(hall.goesOn)).toBeVisible();
  await expect(page.getByRole('region', { name: hall.atCounter })).toContainText('O001');
  const after = await ask(page, 'visits.current', {});
  expect(after).toMatchObject({ number: 'O001', person: { fullName: before?.person?.fullName } });
  expect(after?.visitId).not.toBe(before?.visitId);
  await page.screenshot({ path: path.join('test-results', 'screens', '1366-toch-verder.png') });
  await expectAccessible(page, 'toch verder');

  await finish('Nog een vraag beantwoord.');
  await expect
    .poll(async () => (await ask(page, 'sync.status', {})).items.length, { timeout: 20_000 })
    .toBe(0);
  expect(await ask(page, 'visits.finished', {})).toHaveLength(2);
});
