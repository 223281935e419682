import { hall } from '../../renderer/i18n/nl/hall.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import {
  addProduct,
  callNext,
  expectStep,
  nextStep,
  PERSON,
  showPassport,
  takePhoto,
  takeTicket,
  tickAll,
} from './world/desk.ts';
import { ask } from './world/door.ts';
import { clerkAtWork, PASSPORTS } from './world/ready.ts';
import { expect, test } from './world/test.ts';

const HALF_A_BIRTH_DATE = '999990482';

test('every person to practise with, whatever is special about them, fits the screen and is readable for all', async ({
  page,
  town,
  started,
}) => {
  test.setTimeout(180_000);
  await clerkAtWork(page, started.current());
  for (const { bsn, name, note } of town.practice.testPersons()) {
    await ask(page, 'hall.startWithoutTicket', { commandId: crypto.randomUUID(), group: 'P' });
    await showPassport(page, town, bsn);
    // The BRP can't be searched with half a date of birth: the document has to do.
    const shown = bsn === HALF_A_BIRTH_DATE ? visit.person.notVerified : name;
    await expect(page.getByText(shown, { exact: true }).first()).toBeVisible();
    await expectFits(page, note);
    await expectAccessible(page, note);
    await page.keyboard.press('Shift+F9');
    const sure = page.getByRole('alertdialog', { name: visit.cancel.title });
    await sure.getByRole('button', { name: visit.cancel.confirm }).click();
    await expect(page.getByRole('heading', { name: visit.empty.title })).toBeVisible();
  }
});

test('a visitor who is put back and called again finds the visit as it was', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  const number = await takeTicket(town, PASSPORTS);
  await callNext(page, number);
  await showPassport(page, town);
  await addProduct(page, 'pasp', 'Paspoort');
  await tickAll(page);
  await nextStep(page, visit.steps.kind.photo);
  await takePhoto(page);
  await page.keyboard.press('F6');
  await expect(page.getByRole('heading', { name: visit.empty.title })).toBeVisible();
  await expect(page.getByText(PERSON.name)).toBeHidden();
  await expect(page.getByRole('region', { name: hall.atCounter })).toBeHidden();
  await callNext(page, number);
  await expect(page.getByText(PERSON.name, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${visit.steps.kind.photo}`) }).click();
  await expectStep(page, visit.steps.kind.photo);
  await expect(page.getByText(visit.photo.kept)).toBeVisible();
});
