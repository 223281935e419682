import path from 'node:path';
import { errors } from '../../renderer/i18n/nl/errors.ts';
import { session } from '../../renderer/i18n/nl/session.ts';
import { shell } from '../../renderer/i18n/nl/shell.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { addProduct, callNext, expectStep, PERSON, showPassport, takeTicket, tickAll } from './world/desk.ts';
import { call } from './world/door.ts';
import { typeIn } from './world/keyboard.ts';
import { clerkAtWork, PASSPORTS } from './world/ready.ts';
import { ADMINISTRATOR, CLERK, expectAtWork, logIn } from './world/staff.ts';
import { expect, type Page, test } from './world/test.ts';

const NEEDS_A_LOOK_MS = 20_000;
const PERSONAL = new RegExp(`${PERSON.geslachtsnaam}|Barbara|Slaghekstraat|0512|1993|NGB181439`, 'i');

test.use({ nodeArgs: ['--import', path.join(import.meta.dirname, 'world', 'clock-ahead.ts')] });

test('locking takes all personal data off the page, and unlocking brings the work back', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await callNext(page, await takeTicket(town, PASSPORTS));
  await showPassport(page, town);
  await addProduct(page, 'pasp', 'Paspoort');
  await tickAll(page);
  expect(await page.content()).toMatch(PERSONAL);

  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: session.locked.title })).toBeVisible();
  expect(await page.content()).not.toMatch(PERSONAL);
  expect(await page.title()).not.toMatch(PERSONAL);
  await expectAccessible(page, 'vergrendeld');
  await expectFits(page, 'vergrendeld');
  expect(await call(page, 'visits.current', {})).toMatchObject({ ok: false, error: { code: 'locked' } });

  await unlock(page, 'een andere wachtzin');
  await expect(page.getByText(session.problem.passphraseWrong)).toBeVisible();
  await unlock(page, CLERK.passphrase);
  await expectAtWork(page);
  await expectStep(page, visit.steps.kind.checklist);
  await expect(page.getByText(PERSON.name, { exact: true })).toBeVisible();

  // Nobody touches it for longer than the idle time.
  process.kill(started.current().pid, 'SIGUSR2');
  await expect(page.getByRole('heading', { name: session.locked.title })).toBeVisible({
    timeout: NEEDS_A_LOOK_MS,
  });
  expect(await page.content()).not.toMatch(PERSONAL);
});

test('guessing a wachtzin is slowed down, for a while and without telling whether the name exists', async ({
  page,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await call(page, 'session.logout', {});
  await page.reload();
  await expect(page.getByRole('heading', { name: session.login.title })).toBeVisible();
  for (const name of [CLERK.loginName, 'bestaat.niet']) {
    for (let tries = 0; tries < 5; tries += 1)
      expect(
        await call(page, 'session.login', { loginName: name, passphrase: `geraden ${tries}` }),
      ).toMatchObject({ ok: false, error: { code: 'wrongPassphrase' } });
    await typeIn(page, page.getByLabel(session.loginName), name);
    await typeIn(page, page.getByLabel(session.passphrase), CLERK.passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText(errors.tooManyAttempts.what)).toBeVisible();
    await expectAccessible(page, 'te vaak geprobeerd');
  }
  process.kill(started.current().pid, 'SIGUSR2');
  await page.reload();
  await expect
    .poll(async () => (await call(page, 'session.login', CLERK_LOGIN)).ok, { timeout: NEEDS_A_LOOK_MS })
    .toBe(true);
});

test('a clerk sees and can do nothing of the administrator', async ({ page, started }) => {
  await clerkAtWork(page, started.current());
  await page.keyboard.press('Alt+F10');
  const items = page.getByRole('menuitem');
  await expect(items.filter({ hasText: shell.menu.logout })).toBeVisible();
  await expect(items.filter({ hasText: shell.menu.staff })).toHaveCount(0);
  await expect(items.filter({ hasText: shell.menu.audit })).toHaveCount(0);
  for (const answer of [
    await call(page, 'staff.list', {}),
    await call(page, 'audit.list', { limit: 10 }),
    await call(page, 'staff.add', {
      ...CLERK,
      loginName: 'erbij',
      role: 'administrator',
      commandId: crypto.randomUUID(),
    }),
  ])
    expect(answer).toMatchObject({ ok: false, error: { code: 'notAllowed' } });

  await page.keyboard.press('Escape');
  await call(page, 'session.logout', {});
  await page.reload();
  await logIn(page, ADMINISTRATOR);
  await page.keyboard.press('Alt+F10');
  await expect(items.filter({ hasText: shell.menu.staff })).toBeVisible();
});

const CLERK_LOGIN = { loginName: CLERK.loginName, passphrase: CLERK.passphrase };

async function unlock(page: Page, passphrase: string): Promise<void> {
  await typeIn(page, page.getByLabel(session.passphraseOf.replace('{{name}}', CLERK.name)), passphrase);
  await page.keyboard.press('Enter');
}
