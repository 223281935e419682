import type { Page } from 'playwright/test';
import type { App } from './app.ts';
import {
  addProduct,
  callNext,
  fillExtract,
  finish,
  nextStep,
  payCard,
  showPassport,
  takeTicket,
} from './desk.ts';
import { call, ask } from './door.ts';
import { type Account, ADMINISTRATOR, CLERK, expectAtWork, logIn, SECOND_CLERK } from './staff.ts';
import type { Town } from './town.ts';
import { visit } from '../../../renderer/i18n/nl/visit.ts';

/** Button of the dispenser for extracts. */
export const EXTRACTS = 3;

/** Opens the counter window of a new workstation with its accounts made, and a clerk at work. */
export async function clerkAtWork(page: Page, app: App): Promise<void> {
  await page.goto(app.counterUrl);
  await page.getByRole('main').waitFor();
  await ask(page, 'session.setUp', ADMINISTRATOR);
  for (const clerk of [CLERK, SECOND_CLERK])
    await ask(page, 'staff.add', { ...clerk, role: 'clerk', commandId: crypto.randomUUID() });
  await call(page, 'session.logout', {});
  await page.reload();
  await logIn(page, CLERK);
}

/** Opens the window of an application that was started again, and logs in. */
export async function backAtWork(page: Page, app: App, account: Account = CLERK): Promise<void> {
  await page.goto(app.counterUrl);
  await logIn(page, account);
  await expectAtWork(page);
}

/** Ticket, call, passport and an extract filled in, up to and with paying by card; only "klaar" is left. */
export async function helpWithExtract(page: Page, town: Town): Promise<string> {
  const number = await takeTicket(town, EXTRACTS);
  await callNext(page, number);
  await showPassport(page, town);
  await addProduct(page, 'uittr', 'Uittreksel uit de BRP');
  await fillExtract(page);
  await nextStep(page, visit.steps.payment);
  await payCard(page);
  return number;
}

/** A whole visit with an extract. Gives the receipt number. */
export async function wholeExtract(page: Page, town: Town): Promise<string> {
  await helpWithExtract(page, town);
  return finish(page);
}
