import { messages } from '../../renderer/i18n/nl/messages.ts';
import { practice } from '../../renderer/i18n/nl/practice.ts';
import { shell } from '../../renderer/i18n/nl/shell.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, shoot } from './world/checks.ts';
import { addProduct, fillPassport, nextStep, payCash } from './world/desk.ts';
import { ask } from './world/door.ts';
import { layFirstDocument, openPractice, practiceVisitor } from './world/practice.ts';
import { expect, test } from './world/test.ts';

test('a visitor who asks for it gets a confirmation, and word when his passport is ready', async ({
  page,
  practiceApp,
}) => {
  test.slow();
  const look = async (screen: string): Promise<void> => {
    await shoot(page, screen);
    await expectAccessible(page, screen);
  };
  await practiceVisitor(page, practiceApp, 'P');
  await layFirstDocument(page);
  await expect(page.getByRole('region', { name: visit.header.label, exact: true })).not.toContainText(
    visit.header.noPerson,
  );
  await addProduct(page, 'paspoort', 'Paspoort');
  await fillPassport(page);
  await nextStep(page, visit.steps.payment);
  await payCash(page, '100', '16,15');

  await page.keyboard.press('F9');
  const sheet = page.getByRole('dialog', { name: visit.finish.title });
  const email = sheet.getByRole('checkbox', { name: messages.channel.email });
  await expect(email).not.toBeChecked();
  await email.focus();
  await page.keyboard.press('Space');
  await expect(sheet.getByLabel(messages.address.email)).toBeFocused();
  await page.keyboard.type('bezoeker');
  await sheet.getByText(messages.channel.sms, { exact: true }).click();
  await page.keyboard.type('06 1234 5678');
  await expect(sheet.getByText(messages.problem.noAt)).toBeVisible();
  await look('bericht-sturen');
  await sheet.getByLabel(messages.address.email).fill('bezoeker@example.nl');
  await page.keyboard.press('F9');
  await expect(sheet).toBeHidden();

  const sent = async (): Promise<(string | null)[]> =>
    (await ask(page, 'practice.state', {})).messages.map(({ subject, to }) => subject ?? to);
  await expect.poll(sent, { timeout: 20_000 }).toHaveLength(2);
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: /Medewerker/ }).click();
  await page.getByRole('menuitem', { name: shell.menu.ready }).click();
  const list = page.getByRole('dialog', { name: messages.ready.title });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('b•••@example.nl, •••78');
  await look('klaar-om-op-te-halen');
  await list.getByRole('button', { name: new RegExp(messages.ready.send) }).click();
  await expect(list).toContainText(messages.ready.none);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect.poll(sent, { timeout: 20_000 }).toHaveLength(4);
  expect(await sent()).toContain('Uw document ligt klaar');

  await expect(page.getByText('2 berichten over')).toBeHidden();
  const panel = await openPractice(page);
  const region = panel.getByRole('region', { name: practice.sent });
  await expect(region).toContainText('Paspoort ligt klaar bij Gemeente Oefenstad');
  await region.scrollIntoViewIfNeeded();
  await look('berichten-in-het-oefenpaneel');
});

test('who can not be helped now gets the link of the web form', async ({ page, practiceApp }) => {
  await practiceVisitor(page, practiceApp, 'V');
  await page.keyboard.press('F9');
  const sheet = page.getByRole('dialog', { name: visit.finish.title });
  await sheet.getByText(visit.finish.notPossible, { exact: true }).click();
  await sheet.getByText(messages.channel.sms, { exact: true }).click();
  await page.keyboard.type('0612345678');
  await sheet.getByRole('button', { name: new RegExp(messages.webForm.replace('?', '')) }).click();
  await page.getByRole('option', { name: 'Verhuizing doorgeven' }).click();
  await shoot(page, 'webformulier');
  await page.keyboard.press('F9');
  await expect(sheet).toBeHidden();
  await expect
    .poll(async () => (await ask(page, 'practice.state', {})).messages.map(({ text }) => text), {
      timeout: 20_000,
    })
    .toEqual([expect.stringContaining('https://www.oefenstad.example/verhuizen')]);
});
