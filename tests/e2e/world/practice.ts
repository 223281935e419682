import { type Browser, expect, type Locator, type Page } from 'playwright/test';
import { practice } from '../../../renderer/i18n/nl/practice.ts';
import { session } from '../../../renderer/i18n/nl/session.ts';
import { visit } from '../../../renderer/i18n/nl/visit.ts';
import { callNext } from './desk.ts';
import { ask } from './door.ts';
import { expectAtWork } from './staff.ts';
import type { Complaints } from './test.ts';

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

/** The window of somebody else, of whom complaints are heard too. */
export async function openWindow(browser: Browser, complaints: Complaints): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  complaints.watch(context);
  return context.newPage();
}

/** A clerk at work calls the first visitor of a group, who is not identified yet. */
export async function practiceVisitor(
  page: Page,
  { counterUrl }: { readonly counterUrl: string },
  group: string,
): Promise<void> {
  await page.goto(counterUrl);
  await practiceLogIn(page, 'Medewerker');
  await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group });
  await callNext(page, `${group}001`);
  // Before the visit is there its keys do nothing.
  await expect(page.getByRole('heading', { name: visit.identify.title })).toBeVisible();
}

/** Lays the document of the first person on the reader. */
export async function layFirstDocument(page: Page): Promise<void> {
  const { persons } = await ask(page, 'practice.state', {});
  await ask(page, 'practice.layDocument', { personId: persons[0]?.personId ?? '' });
}
