import { admin } from '../../renderer/i18n/nl/admin.ts';
import { hall } from '../../renderer/i18n/nl/hall.ts';
import { shell } from '../../renderer/i18n/nl/shell.ts';
import { expectAccessible, shoot } from './world/checks.ts';
import { ask, call } from './world/door.ts';
import { pressButton } from './world/keyboard.ts';
import { clerkAtWork } from './world/ready.ts';
import { ADMINISTRATOR, chooseFromMenu, logIn } from './world/staff.ts';
import { expect, test } from './world/test.ts';
import { GROUPS } from './world/town.ts';

// Driving licences need a device that is not there; passports the camera of the browser, which is.
const NEEDS: Readonly<Record<string, readonly string[]>> = { P: ['camera'], R: ['fingerprint-reader'] };
test.use({
  config: {
    hall: {
      groups: GROUPS.map((group) => ({ ...group, needs: { devices: NEEDS[group.letter] ?? [] } })),
      profiles: [
        {
          id: 'burgerzaken',
          name: 'Burgerzaken',
          by: 'order',
          groups: [{ letter: 'P' }, { letter: 'R' }, { letter: 'U' }],
        },
        { id: 'verhuizen', name: 'Verhuizen', by: 'norm', groups: [{ letter: 'V' }], skills: ['adressen'] },
      ],
    },
    workstation: { id: 'B03', number: 3, counter: 3, profile: 'burgerzaken' },
  },
});

test('who is next and why, by key', async ({ page, started }) => {
  await clerkAtWork(page, started.current());
  for (const group of ['R', 'V', 'U', 'P', 'U', 'R', 'P'])
    await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group });
  await expect(page.locator('.w-why')).toContainText('P001');
  await expect(page.locator('.w-waiting-row', { hasText: 'R001' })).toContainText(hall.notHere);
  await page.keyboard.press('Shift+F1');
  const dialog = page.getByRole('dialog', { name: hall.whyTitle });
  await expect(dialog).toContainText('P001');
  await expect(dialog.getByRole('listitem')).toHaveCount(5);
  await expect(dialog).toContainText('R001, R002 Werkt nu niet aan uw balie: vingerafdruklezer.');
  await shoot(page, 'waarom');
  await expectAccessible(page, 'waarom');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await shoot(page, 'volgende');
  await page.keyboard.press('F2');
  await expect(page.getByText('P001 is opgeroepen.')).toBeVisible();
});

test('who is called out of turn while the counter lacks what he needs, is called only after that is said', async ({
  page,
  started,
}) => {
  await clerkAtWork(page, started.current());
  for (const group of ['P', 'R'])
    await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group });
  await expect(page.locator('.w-waiting-row', { hasText: 'R001' })).toBeVisible();
  await page.keyboard.press('Control+F2');
  const list = page.getByRole('dialog', { name: hall.choose.title });
  await expect(list.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: hall.choose.titleOf.replace('{{number}}', 'R001') });
  await expect(dialog.getByRole('status')).toContainText('Werkt nu niet aan uw balie: vingerafdruklezer.');
  await shoot(page, 'kiezen-ondanks');
  await expectAccessible(page, 'kiezen ondanks');
  await pressButton(page, dialog.getByRole('button', { name: hall.choose.do.callDespite }));
  await expect(page.getByText('R001 is opgeroepen.')).toBeVisible();
});

test('the clerk chooses his work profile by key, the team lead goes before it, and the counter says so', async ({
  page,
  started,
}) => {
  await clerkAtWork(page, started.current());
  for (const group of ['P', 'V'])
    await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group });
  await expect(page.locator('.w-why')).toContainText('P001');
  await page.keyboard.press('Shift+F3');
  const giving = page.getByRole('dialog', { name: hall.issueTitle });
  await expect(giving.getByRole('option').first()).toBeFocused();
  await shoot(page, 'nummer-geven');
  await expectAccessible(page, 'nummer geven');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+F1');
  const dialog = page.getByRole('dialog', { name: hall.work.title });
  await expect(dialog.getByRole('option').first()).toBeFocused();
  await shoot(page, 'werkprofiel');
  await expectAccessible(page, 'werkprofiel');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.w-why')).toContainText('V001');
  await call(page, 'session.logout', {});
  await page.reload();
  await logIn(page, ADMINISTRATOR);
  await expect(page.locator('.w-why')).toContainText('P001');
  await page.keyboard.press('Control+F1');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.locator('.w-why')).toContainText('V001');
  await ask(page, 'overview.assign', {
    commandId: crypto.randomUUID(),
    counter: 3,
    isOpen: true,
    profile: 'burgerzaken',
  });
  await expect(page.getByText('Teamleider zette uw balie op profiel Burgerzaken')).toBeVisible();
  await expect(page.locator('.w-why')).toContainText('P001');
  await shoot(page, 'werkprofiel-teamleider');
  await expectAccessible(page, 'werkprofiel van de teamleider');
  await chooseFromMenu(page, shell.menu.staff);
  const staff = page.getByRole('dialog', { name: admin.staff.title });
  await staff.getByRole('button', { name: admin.staff.add }).press('Enter');
  await staff.getByRole('checkbox', { name: admin.staff.everySkill }).press('Space');
  await shoot(page, 'medewerker-werk');
  await expectAccessible(page, 'werk van een medewerker');
});
