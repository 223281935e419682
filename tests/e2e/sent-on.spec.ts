import { hall } from '../../renderer/i18n/nl/hall.ts';
import { expectAccessible, shoot } from './world/checks.ts';
import { callNext, takeTicket } from './world/desk.ts';
import { pressButton } from './world/keyboard.ts';
import { ask } from './world/door.ts';
import { openWindow, practiceLogIn, secondCounterUrl } from './world/practice.ts';
import { clerkAtWork, PASSPORTS } from './world/ready.ts';
import { CLERK } from './world/staff.ts';
import { expect, type Page, test } from './world/test.ts';

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await pressButton(page, page.getByRole('button', { name: new RegExp(label) }));
  await page.getByRole('option', { name: option }).press('Enter');
}

test('a visitor is held and goes on, and is sent on with a note and taken back, all by keyboard', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  const number = await takeTicket(town, PASSPORTS);
  await callNext(page, number);
  await page.keyboard.press('Control+F6');
  const title = hall.sendOn.title.replace('{{number}}', number);
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByLabel(hall.sendOn.note).fill('vult eerst het formulier in');
  await shoot(page, 'parkeren');
  await page.keyboard.press('Enter');
  const held = page.getByRole('region', { name: hall.held });
  await expect(held).toContainText(number);
  await expect(held).toContainText(CLERK.name);
  await expect(page.getByRole('region', { name: hall.atCounter })).toHaveCount(0);
  await shoot(page, 'geparkeerd');
  await expectAccessible(page, 'geparkeerd');
  const takeOut = hall.cancelHeldNumber.replace('{{number}}', number);
  await pressButton(page, held.getByRole('button', { name: takeOut }));
  await expectAccessible(page, 'geparkeerde weghalen');
  await shoot(page, 'geparkeerde-weghalen');
  await pressButton(
    page,
    page.getByRole('dialog', { name: takeOut }).getByRole('button', { name: hall.choose.do.cancel }),
  );
  await expect(held).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(held).toContainText(number);
  await pressButton(
    page,
    held.getByRole('button', { name: hall.resumeNumber.replace('{{number}}', number) }),
  );
  const here = page.getByRole('region', { name: hall.atCounter });
  await expect(here).toContainText(number);
  await expect(here).toContainText('vult eerst het formulier in');

  await page.keyboard.press('Control+F6');
  // After each choice the next field is one Tab away.
  const where = dialog.getByRole('button', { name: new RegExp(hall.sendOn.where) });
  await expect(where).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(where).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('7');
  await expect(dialog.getByRole('status')).toContainText(hall.sendOn.empty.replace('{{counter}}', '7'));
  await shoot(page, 'doorsturen-lege-balie');
  await expectAccessible(page, 'doorsturen naar lege balie');
  await choose(page, hall.sendOn.where, /Rijbewijs/);
  await choose(page, hall.sendOn.when, hall.sendOn.later.replace('{{count}}', '10'));
  await expectAccessible(page, 'doorsturen');
  await shoot(page, 'doorsturen');
  await pressButton(page, dialog.getByRole('button', { name: hall.sendOn.do }));
  const waiting = page.getByRole('list', { name: hall.waitingList });
  await expect(waiting).toContainText(number);
  await expect(waiting).toContainText('Rijbewijs');
  await expect(waiting).toContainText('niet voor');
  await shoot(page, 'doorgestuurd');
  await page.keyboard.press('Control+Z');
  await expect(here).toContainText(number);
});

test('a visitor is sent on to a colleague by name, and any counter calls him once she is gone', async ({
  browser,
  practiceApp,
  complaints,
}) => {
  const open = () => openWindow(browser, complaints);
  const [clerk, colleague] = [await open(), await open()];
  await clerk.goto(practiceApp.counterUrl);
  await practiceLogIn(clerk, 'Medewerker');
  await colleague.goto(await secondCounterUrl(clerk));
  await practiceLogIn(colleague, 'Teamleider');
  await ask(clerk, 'hall.issueTicket', { commandId: crypto.randomUUID(), group: 'P' });
  await callNext(clerk, 'P001');

  await clerk.keyboard.press('Control+F6');
  const name = 'Teamleider Oefening';
  const to = hall.sendOn.colleague.replace('{{name}}', name).replace('{{counter}}', '2');
  await choose(clerk, hall.sendOn.where, to);
  await shoot(clerk, 'naar-collega');
  await expectAccessible(clerk, 'naar collega');
  await pressButton(clerk, clerk.getByRole('dialog').getByRole('button', { name: hall.sendOn.do }));
  const waiting = clerk.getByRole('list', { name: hall.waitingList });
  await expect(waiting).toContainText(hall.sentToColleague.replace('{{name}}', name));
  await expect(clerk.getByText(hall.nobodyForYou)).toBeVisible();

  await expect(colleague.getByText(hall.why.sentHere)).toBeVisible();
  await ask(colleague, 'session.logout', {});
  await expect(clerk.getByRole('button', { name: hall.callNext })).toBeEnabled();
  await clerk.keyboard.press('Shift+F1');
  const dialog = clerk.getByRole('dialog', { name: hall.whyTitle });
  await expect(dialog).toContainText(hall.awayColleague.replace('{{name}}', name));
  await shoot(clerk, 'collega-is-weg');
  await clerk.keyboard.press('Escape');
  await callNext(clerk, 'P001');
});
