import path from 'node:path';
import { overview } from '../../renderer/i18n/nl/overview.ts';
import { session } from '../../renderer/i18n/nl/session.ts';
import { shell } from '../../renderer/i18n/nl/shell.ts';
import { expectAccessible, expectFits, shoot } from './world/checks.ts';
import { ask } from './world/door.ts';
import { openWindow, practiceLogIn, secondCounterUrl } from './world/practice.ts';
import { chooseFromMenu } from './world/staff.ts';
import { expect, test } from './world/test.ts';

test('the team lead sees both counters and who waits, and logs out the one that was left open', async ({
  browser,
  practiceApp,
  complaints,
}) => {
  const open = () => openWindow(browser, complaints);
  const [lead, clerk] = [await open(), await open()];
  await lead.goto(practiceApp.counterUrl);
  await practiceLogIn(lead, 'Teamleider');
  await clerk.goto(await secondCounterUrl(lead));
  await practiceLogIn(clerk, 'Medewerker');
  const give = (group: string) => ask(lead, 'hall.issueTicket', { commandId: crypto.randomUUID(), group });
  for (const group of ['P', 'P', 'R', 'U']) await give(group);
  await clerk.keyboard.press('F2');

  await chooseFromMenu(lead, shell.menu.overview);
  const counters = lead.getByRole('region', { name: overview.counters });
  await expect(counters.getByRole('row', { name: /^2 helpt P001/ })).toBeVisible();
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await lead.setViewportSize({ width, height });
    await lead.screenshot({ path: path.join('test-results', 'screens', `${width}-overzicht.png`) });
    await expectFits(lead, 'overzicht');
    await expectAccessible(lead, 'overzicht');
  }
  // However many wait, the counters stay in sight; the list of who wait scrolls by key.
  await Promise.all(Array.from({ length: 60 }, (_, each) => give(each % 2 === 0 ? 'P' : 'R')));
  const waiters = lead.getByRole('list', { name: /^Wie wacht er, en hoe lang \(63\)/ });
  await expect(waiters.getByRole('listitem')).toHaveCount(63);
  await shoot(lead, 'overzicht-vol');
  await waiters.focus();
  await lead.keyboard.press('End');
  await expect(waiters.getByRole('listitem').last()).toBeInViewport();
  await expect(counters).toBeInViewport();
  await counters.getByRole('button', { name: /Werk van balie 2/ }).press('Enter');
  const work = lead.getByRole('dialog', { name: /Werk van balie 2/ });
  await work.getByRole('radio', { name: /^gesloten/ }).press('Space');
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await lead.setViewportSize({ width, height });
    await lead.screenshot({ path: path.join('test-results', 'screens', `${width}-werk-van-balie.png`) });
    await expectAccessible(lead, 'werk van een balie');
  }
  await work.getByRole('button', { name: overview.save }).press('Enter');
  await expect(counters.getByRole('row', { name: /^2 helpt P001.*gesloten/ })).toBeVisible();
  await lead.screenshot({ path: path.join('test-results', 'screens', '1920-overzicht-gesloten.png') });
  await counters.getByRole('button', { name: /afmelden aan balie 2/ }).press('Enter');
  const question = lead.getByRole('alertdialog');
  await question.getByRole('button', { name: overview.logOut }).press('Enter');
  await expect(clerk.getByRole('region', { name: session.login.practice })).toBeVisible();
  await expect(counters.getByRole('row', { name: /^2 helpt P001/ })).toBeVisible();
  await lead.getByRole('button', { name: overview.closeDay }).press('Enter');
  await expect(question).toContainText('63 bezoekers wachten nog.');
  await lead.setViewportSize({ width: 1366, height: 768 });
  await lead.screenshot({ path: path.join('test-results', 'screens', '1366-dag-afsluiten.png') });
  await expectAccessible(lead, 'dag afsluiten');
  await question.getByRole('button', { name: overview.closeDay }).press('Enter');
  await expect(
    lead.getByText('De dag is afgesloten. 63 nummers zijn uit de wachtrij gehaald.'),
  ).toBeVisible();
  await expect(counters.getByRole('row', { name: /^2 helpt P001/ })).toBeVisible();
});
