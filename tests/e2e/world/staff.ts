import { expect, type Page } from 'playwright/test';
import { admin } from '../../../renderer/i18n/nl/admin.ts';
import { session } from '../../../renderer/i18n/nl/session.ts';
import { shell } from '../../../renderer/i18n/nl/shell.ts';
import { common } from '../../../renderer/i18n/nl/common.ts';
import { pressButton, tabTo, typeIn } from './keyboard.ts';

/** An account of the tests; nobody real. */
export interface Account {
  readonly name: string;
  readonly loginName: string;
  readonly passphrase: string;
}

export const ADMINISTRATOR: Account = {
  name: 'Beheerder Voorbeeld',
  loginName: 'beheer',
  passphrase: 'een lange wachtzin voor beheer',
};
export const CLERK: Account = {
  name: 'Balie Voorbeeld',
  loginName: 'balie.voorbeeld',
  passphrase: 'een lange wachtzin voor de balie',
};
export const SECOND_CLERK: Account = {
  name: 'Tweede Voorbeeld',
  loginName: 'tweede.voorbeeld',
  passphrase: 'een lange wachtzin voor de tweede',
};

/** Fills in the set-up screen of a new workstation, by keyboard. */
export async function setUp(page: Page, { name, loginName, passphrase }: Account): Promise<void> {
  await expect(page.getByRole('heading', { name: session.setUp.title })).toBeVisible();
  await typeIn(page, page.getByLabel(session.name, { exact: true }), name);
  await typeIn(page, page.getByLabel(session.loginName), loginName);
  await typeIn(page, page.getByLabel(session.passphrase, { exact: true }), passphrase);
  await typeIn(page, page.getByLabel(session.passphraseAgain), passphrase);
  await page.keyboard.press('Enter');
  await expectAtWork(page);
}

/** Chooses from the user menu by its first letters. */
export async function chooseFromMenu(page: Page, item: string): Promise<void> {
  await page.keyboard.press('Alt+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type(item);
  await expect(page.getByRole('menuitem', { name: item })).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Adds an account on the staff panel; a clerk, which the form proposes. */
export async function addClerk(
  page: Page,
  { name, loginName, passphrase }: Account,
  look: (screen: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await chooseFromMenu(page, shell.menu.staff);
  const panel = page.getByRole('dialog', { name: admin.staff.title });
  await expect(panel.getByText(ADMINISTRATOR.name)).toBeVisible();
  await look('medewerkers');
  await pressButton(page, panel.getByRole('button', { name: admin.staff.add }));
  await look('medewerker toevoegen');
  await typeIn(page, panel.getByLabel(session.name, { exact: true }), name);
  await typeIn(page, panel.getByLabel(session.loginName), loginName);
  await typeIn(page, panel.getByLabel(session.passphrase), passphrase);
  await tabTo(page, panel.getByRole('button', { name: common.save }));
  await page.keyboard.press('Enter');
  await expect(panel.getByText(name)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
}

/** Logs in on the login screen, by keyboard. */
export async function logIn(page: Page, { loginName, passphrase }: Account): Promise<void> {
  await expect(page.getByRole('heading', { name: session.login.title })).toBeVisible();
  await typeIn(page, page.getByLabel(session.loginName), loginName);
  await typeIn(page, page.getByLabel(session.passphrase), passphrase);
  await page.keyboard.press('Enter');
  await expectAtWork(page);
}

/** The counter itself is on the screen. */
export async function expectAtWork(page: Page): Promise<void> {
  await expect(page.getByRole('main', { name: shell.visitRegion })).toBeVisible();
}
