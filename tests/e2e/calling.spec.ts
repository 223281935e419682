import path from 'node:path';
import { hall } from '../../renderer/i18n/nl/hall.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { ask } from './world/door.ts';
import { clerkAtWork } from './world/ready.ts';
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
      ],
    },
    workstation: { id: 'B03', number: 3, counter: 3, profile: 'burgerzaken' },
  },
});

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
] as const) {
  test(`who is next and why, at ${width} by ${height}`, async ({ page, started }) => {
    await page.setViewportSize({ width, height });
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
    await page.screenshot({ path: path.join('test-results', 'screens', `${width}-waarom.png`) });
    await expectFits(page, 'waarom');
    await expectAccessible(page, 'waarom');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.screenshot({ path: path.join('test-results', 'screens', `${width}-volgende.png`) });
    await page.keyboard.press('F2');
    await expect(page.getByText('P001 is opgeroepen.')).toBeVisible();
  });
}
