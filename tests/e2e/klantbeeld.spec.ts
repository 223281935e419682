import { klantbeeld } from '../../renderer/i18n/nl/klantbeeld.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { callNext } from './world/desk.ts';
import { ask } from './world/door.ts';
import { practiceLogIn } from './world/practice.ts';
import { expect, test } from './world/test.ts';

test('who is identified is known from every channel, and as last known when the network is away', async ({
  page,
  practiceApp,
}) => {
  await page.goto(practiceApp.counterUrl);
  await practiceLogIn(page, 'Medewerker');
  await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group: 'P' });
  const { persons } = await ask(page, 'practice.state', {});
  const [adult] = persons;
  if (!adult) throw new Error('nobody to practise with');
  await callNext(page, 'P001');
  await ask(page, 'practice.layDocument', { personId: adult.personId });
  const region = page.getByRole('region', { name: klantbeeld.title });
  await expect(region.getByText('Afdeling Vergunningen')).toBeVisible({ timeout: 20_000 });
  await expect(region.getByText('Rijbewijs aanvragen')).toBeVisible();
  for (const kanaal of ['telefoon', 'chat', 'webformulier', 'e-mail', 'balie', 'post'])
    await expect(region.getByText(new RegExp(`^${kanaal} ·`))).toHaveCount(1);
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `test-results/screens/${width}-klantbeeld.png`, animations: 'disabled' });
    await expectFits(page, 'klantbeeld');
  }
  await expectAccessible(page, 'klantbeeld');

  await region
    .getByRole('button', { name: /^Stand van zaak/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  const zaak = page.getByRole('dialog', { name: klantbeeld.zaak.title });
  await expect(zaak.getByText(klantbeeld.zaak.due)).toBeVisible();
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({
      path: `test-results/screens/${width}-stand-van-zaak.png`,
      animations: 'disabled',
    });
  }
  await expectAccessible(page, 'stand van zaak');
  await zaak.getByRole('button', { name: klantbeeld.zaak.print }).focus();
  await page.keyboard.press('Enter');
  const paper = async (): Promise<string> => JSON.stringify(await ask(page, 'practice.state', {}));
  await expect.poll(paper).toContain('Stand van uw zaak');
  await page.keyboard.press('Escape');
  await expect(zaak).toBeHidden();

  await ask(page, 'practice.setNetwork', { network: 'away' });
  await page.reload();
  await expect(region.getByText(/Niet te verversen; dit is de stand van/)).toHaveCount(3, {
    timeout: 30_000,
  });
  await expect(region.getByText('Rijbewijs aanvragen')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/1366-klantbeeld-weg.png', animations: 'disabled' });
});
