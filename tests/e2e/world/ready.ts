import type { Page } from 'playwright/test';
import type { App } from './app.ts';
import {
  addProduct,
  callNext,
  fillPassport,
  finish,
  nextStep,
  payCard,
  showPassport,
  takeTicket,
} from './desk.ts';
import { type Account, CLERK, logIn } from './staff.ts';
import type { Town } from './town.ts';
import { visit } from '../../../renderer/i18n/nl/visit.ts';

/** Button of the dispenser for passports. */
export const PASSPORTS = 1;

/** Opens the counter window of an application that was just started, and logs in. */
export async function clerkAtWork(page: Page, app: App, account: Account = CLERK): Promise<void> {
  await page.goto(app.counterUrl);
  await logIn(page, account);
}

/**
 * Ticket, call, document and a new passport filled in, up to and with paying by card; only "klaar" is left. `whenCalled`: what
 * else is done before the document is laid down.
 */
export async function helpWithPassport(
  page: Page,
  town: Town,
  bsn?: string,
  whenCalled: () => Promise<void> = async () => undefined,
): Promise<string> {
  const number = await takeTicket(town, PASSPORTS);
  await callNext(page, number);
  await whenCalled();
  await showPassport(page, town, bsn);
  await addProduct(page, 'pasp', 'Paspoort');
  await fillPassport(page);
  await nextStep(page, visit.steps.payment);
  await payCard(page);
  return number;
}

/** A whole visit for a passport. Gives the receipt number. */
export async function wholePassport(page: Page, town: Town, bsn?: string): Promise<string> {
  await helpWithPassport(page, town, bsn);
  return finish(page);
}
