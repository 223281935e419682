import { expect, type Locator, type Page } from 'playwright/test';
import { practice } from '../../../renderer/i18n/nl/practice.ts';
import { session } from '../../../renderer/i18n/nl/session.ts';
import { expectAtWork } from './staff.ts';

/** One click on a practice account. */
export async function practiceLogIn(page: Page, name: string): Promise<void> {
  const accounts = page.getByRole('region', { name: session.login.practice });
  await accounts.getByRole('button', { name }).click();
  await expectAtWork(page);
}

/** The link to the window of the second counter, from the practice panel of the first. */
export async function secondCounterUrl(page: Page): Promise<string> {
  const panel = await openPractice(page);
  await panel.getByRole('button', { name: practice.secondCounter }).click();
  const link = panel.getByRole('link', { name: practice.openSecond.replace('{{number}}', '2') });
  const url = (await link.getAttribute('href')) ?? '';
  await page.keyboard.press('Escape');
  return url;
}

/** F10. */
export async function openPractice(page: Page): Promise<Locator> {
  await page.keyboard.press('F10');
  const panel = page.getByRole('dialog', { name: practice.title });
  await expect(panel).toBeVisible();
  return panel;
}
