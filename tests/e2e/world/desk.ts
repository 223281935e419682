import { expect, type Page } from 'playwright/test';
import { hall } from '../../../renderer/i18n/nl/hall.ts';
import { visit } from '../../../renderer/i18n/nl/visit.ts';
import { pressButton, tabTo, typeIn } from './keyboard.ts';
import type { Town } from './town.ts';

/** A hook that looks at each screen passed. */
export type Look = (screen: string) => Promise<void>;
const DO_NOT_LOOK: Look = async () => undefined;

/** Barbara Goulouse of the official test persons: a Dutch adult without anything special. */
export const PERSON = {
  bsn: '999990512',
  name: 'Barbara Goulouse',
  geslachtsnaam: 'Goulouse',
  geboortedatum: '1993-12-26',
} as const;

/** Presses a button of the dispenser; gives the number on the paper that comes out. */
export async function takeTicket({ dispenser }: Town, button: number): Promise<string> {
  const before = dispenser.printed().length;
  await dispenser.command(`press ${button}`);
  await expect.poll(() => dispenser.printed().length, { timeout: 15_000 }).toBe(before + 1);
  const number = /^\s*([A-Z]\d{3})\s*$/m.exec(dispenser.printed().at(-1) ?? '')?.[1];
  if (number === undefined) throw new Error('the ticket has no number');
  return number;
}

/** F2; the number stands at the counter. */
export async function callNext(page: Page, number: string): Promise<void> {
  await expect(page.getByRole('button', { name: hall.callNext })).toBeEnabled();
  await page.keyboard.press('F2');
  await expect(page.getByRole('region', { name: hall.atCounter })).toContainText(number);
}

/** Other Dutch adults among the test persons. */
export const OTHERS = ['999990275', '999990688'] as const;

/** The visitor lays the passport on the reader until the window shows who it is. */
export async function showPassport(page: Page, town: Town, bsn: string = PERSON.bsn): Promise<void> {
  await expect(page.getByRole('heading', { name: visit.identify.title })).toBeVisible();
  await town.scan(bsn);
  const header = page.getByRole('region', { name: visit.header.label, exact: true });
  await expect(header).not.toContainText(visit.header.noPerson);
  await town.reader.command('remove');
}

/** F7, some letters, Enter: the product's first step is up. */
export async function addProduct(page: Page, letters: string, product: string): Promise<void> {
  const filter = page.getByLabel(visit.products.pick, { exact: true });
  await page.keyboard.press('F7');
  await expect(filter.last()).toBeFocused();
  await page.keyboard.type(letters);
  await expect(page.getByRole('option', { selected: true })).toContainText(product);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: stepsOf(product) })).toBeVisible();
}

/** Ctrl+Enter; the step with this name is up. */
export async function nextStep(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expectStep(page, name);
}

/** This step is the one up. */
export async function expectStep(page: Page, name: string): Promise<void> {
  await expect(
    page.getByRole('button', { name, exact: false }).and(page.locator('[aria-current=step]')),
  ).toBeVisible();
}

/** Ticks everything that is needed. */
export async function tickAll(page: Page): Promise<void> {
  const list = page.getByRole('group', { name: visit.checklist.label });
  await pressButton(page, list.getByRole('button', { name: visit.checklist.all }));
  await expect(list.getByRole('checkbox').first()).toBeChecked();
}

/** Takes the photo with the camera of the window. */
export async function takePhoto(page: Page): Promise<void> {
  const take = page.getByRole('button', { name: visit.photo.take });
  await expect(page.getByLabel(visit.photo.live)).toHaveJSProperty('paused', false);
  const kept = page.getByText(visit.photo.kept);
  // The test camera repeats itself, and a picture that equals the one before is refused: taken once more it differs.
  await expect(async () => {
    if (!(await kept.isVisible())) await pressButton(page, take);
    await expect(kept).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
}

/** Fills the steps of a passport, from its first step up to paying. */
export async function fillPassport(page: Page, look: Look = DO_NOT_LOOK): Promise<void> {
  await expectStep(page, visit.steps.kind.checklist);
  await tickAll(page);
  await look('meegebracht');
  await nextStep(page, visit.steps.kind.photo);
  await takePhoto(page);
  await look('pasfoto');
  await nextStep(page, visit.steps.kind.form);
  await typeIn(page, page.getByLabel('Telefoonnummer'), '06 12345678');
  await look('gegevens');
  await nextStep(page, visit.steps.kind.note);
  await look('notitie');
}

/** Fills the steps of an extract from the BRP, from its first step up to paying. */
export async function fillExtract(page: Page, look: Look = DO_NOT_LOOK): Promise<void> {
  await expectStep(page, visit.steps.kind.checklist);
  await tickAll(page);
  await nextStep(page, visit.steps.kind.form);
  await typeIn(page, page.getByLabel('Waarvoor is het uittreksel?'), 'woningcorporatie');
  await tabTo(page, page.getByRole('button', { name: /Taal/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type('Neder');
  await page.keyboard.press('Enter');
  await look('gegevens van het uittreksel');
  await nextStep(page, visit.steps.kind.document);
  await pressButton(page, page.getByRole('button', { name: visit.document.make }));
  await expect(page.getByText(/^Gereed:/)).toBeVisible();
  await look('document');
}

/** Takes cash on the payment sheet. `given` as typed, `change` as shown. */
export async function payCash(page: Page, given: string, change: string): Promise<void> {
  await tabTo(page, page.getByRole('radio', { name: visit.payment.card }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel(visit.payment.given)).toBeFocused();
  await page.keyboard.type(given);
  await expect(page.getByText(visit.payment.change)).toContainText(change);
}

/** Takes a card payment that the clerk saw approved. */
export async function payCard(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('radio', { name: visit.payment.card }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('checkbox', { name: /akkoord/ }));
  await page.keyboard.press('Space');
  await expect(page.getByText(visit.payment.nowFinish)).toBeVisible();
}

/** F9 and again F9: the visit is safe on this pc. Gives the receipt number. */
export async function finish(page: Page, look: Look = DO_NOT_LOOK): Promise<string> {
  await page.keyboard.press('F9');
  const sheet = page.getByRole('dialog', { name: visit.finish.title });
  await expect(sheet.getByRole('button', { name: visit.finish.confirm })).toBeEnabled();
  await look('afronden');
  await page.keyboard.press('F9');
  const done = page.getByRole('status', { name: visit.done.title });
  await expect(done).toContainText(visit.done.safe);
  const receipt = /B03-\d{8}-\d{4}/.exec((await done.textContent()) ?? '')?.[0];
  if (receipt === undefined) throw new Error('the finished visit shows no receipt number');
  return receipt;
}

function stepsOf(product: string): string {
  return visit.steps.label.replace('{{product}}', product);
}
