import { shell } from '../../renderer/i18n/nl/shell.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import {
  addProduct,
  callNext,
  expectStep,
  fillExtract,
  fillPassport,
  finish,
  nextStep,
  payCash,
  PERSON,
  showPassport,
  takeTicket,
} from './world/desk.ts';
import { ADMINISTRATOR, addClerk, chooseFromMenu, CLERK, logIn, setUp } from './world/staff.ts';
import { euros, expectWholeVisit, TOTAL_CENTS, zaakNumbers } from './world/central.ts';
import { expect, test } from './world/test.ts';

test.use({ hasAccounts: false });

test('a whole visit by keyboard, from the first start to the zaken in the central systems', async ({
  page,
  context,
  town,
  started,
}) => {
  const { counterUrl, displayUrl } = started.current();
  const look = async (screen: string) => {
    await expectAccessible(page, screen);
    await expectFits(page, screen);
  };

  await page.goto(counterUrl);
  await look('inrichten');
  await setUp(page, ADMINISTRATOR);
  await look('leeg baliescherm');
  await addClerk(page, CLERK, look);
  await chooseFromMenu(page, shell.menu.logout);
  await look('aanmelden');
  await logIn(page, CLERK);

  const display = await context.newPage();
  await display.goto(displayUrl);
  await expect(display.getByText('Welkom')).toBeVisible();
  await expectAccessible(display, 'scherm zonder oproep');
  const number = await takeTicket(town, 1);
  await callNext(page, number);
  await expect(display.getByText(number, { exact: true })).toBeVisible();
  await expectAccessible(display, 'scherm met oproep');

  await page.bringToFront();
  await look('identificeren');
  await showPassport(page, town);
  await expect(page.getByText(PERSON.name, { exact: true })).toBeVisible();
  await look('product kiezen');
  await addProduct(page, 'pasp', 'Paspoort');
  await fillPassport(page, look);
  await addProduct(page, 'uittr', 'Uittreksel uit de BRP');
  await fillExtract(page, look);
  await nextStep(page, visit.steps.payment);
  await expectStep(page, visit.steps.payment);
  await look('betalen');
  await payCash(page, '150', '56,90');
  await look('contant');
  expect(await town.printer.command('state')).toContain('drawer pulses 0');
  const receipt = await finish(page, look);
  await look('klaar');
  await expect.poll(() => town.printer.command('state')).toContain('drawer pulses 1');
  await page.keyboard.press('Shift+F6');
  await expect.poll(() => town.printer.command('state')).toContain('drawer pulses 2');

  await expect.poll(() => town.printer.printed().length).toBe(1);
  const paper = town.printer.printed()[0] ?? '';
  expect(paper).toContain(receipt);
  expect(paper).toMatch(new RegExp(`Totaal .*${euros(TOTAL_CENTS)}`));
  expect(paper).not.toMatch(new RegExp(`${PERSON.bsn}|${PERSON.geslachtsnaam}|Barbara`, 'i'));

  const today = page.getByRole('complementary', { name: shell.asideRegion });
  await expect(today.getByText(visit.aside.sync.done)).toHaveCount(2);
  await expect(today).toContainText(visit.aside.receipt.confirmed);
  for (const zaak of zaakNumbers(town.practice.inspect())) {
    // The paper is narrower than the number.
    expect(paper.replaceAll(/\s/g, '')).toContain(zaak);
    await expect(today).toContainText(zaak);
  }
  await expect(page.getByRole('button', { name: shell.sync.online, exact: true })).toBeVisible();
  expectWholeVisit(town.practice.inspect(), { clerk: CLERK, receipt, number });
});
