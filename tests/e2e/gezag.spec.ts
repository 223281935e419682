import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, shoot } from './world/checks.ts';
import { addProduct, callNext, nextStep, showPassport, takeTicket, tickAll } from './world/desk.ts';
import { pressButton } from './world/keyboard.ts';
import { clerkAtWork, PASSPORTS } from './world/ready.ts';
import { expect, test } from './world/test.ts';

const CHILD = '999996484';

test('the passport of a child asks the BRP who has gezag; with the BRP away the work goes on', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await callNext(page, await takeTicket(town, PASSPORTS));
  await showPassport(page, town, CHILD);
  town.practice.faults.set('brp', { down: true });
  await addProduct(page, 'pasp', 'Paspoort');
  await tickAll(page);
  await nextStep(page, visit.steps.kind.consent);
  await expect(page.getByText(visit.consent.gezagQuestion.failed)).toBeVisible();
  await shoot(page, 'gezag-niet-gevraagd');
  await expectAccessible(page, 'gezag niet gevraagd');

  town.practice.faults.clear();
  const askAgain = page.getByRole('button', { name: visit.consent.askGezag });
  await expect(async () => {
    await pressButton(page, askAgain);
    await expect(page.getByText(visit.consent.gezag.GezamenlijkOuderlijkGezag)).toBeVisible({
      timeout: 3000,
    });
  }).toPass({ timeout: 60_000 });
  const jane = visit.consent.offer.replace('{{name}}', 'Jane Rosetta Braam');
  await pressButton(page, page.getByRole('button', { name: jane }));
  await shoot(page, 'gezag');
  await expectAccessible(page, 'gezag');
});
