import { hall } from '../../renderer/i18n/nl/hall.ts';
import { ask } from './world/door.ts';
import { openWindow, practiceLogIn, secondCounterUrl } from './world/practice.ts';
import { expect, type Page, test } from './world/test.ts';

const ROUNDS = 4;

test('two clerks who call at the same instant never get the same visitor', async ({
  browser,
  practiceApp,
  complaints,
}) => {
  const open = () => openWindow(browser, complaints);
  const [first, second, display] = [await open(), await open(), await open()];
  await first.goto(practiceApp.counterUrl);
  await practiceLogIn(first, 'Medewerker');
  await second.goto(await secondCounterUrl(first));
  await practiceLogIn(second, 'Teamleider');
  await display.goto(practiceApp.displayUrl);

  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    await give(first, 2);
    await Promise.all([first.keyboard.press('F2'), second.keyboard.press('F2')]);
    const numbers = await Promise.all([atCounter(first), atCounter(second)]);
    for (const number of numbers) {
      expect(seen).not.toContain(number);
      seen.add(number);
      await expect(display.getByText(number, { exact: true })).toBeVisible();
    }
    expect(numbers[0]).not.toBe(numbers[1]);
    for (const page of [first, second]) {
      await page.keyboard.press('F4');
      await expect(page.getByRole('region', { name: hall.atCounter })).toBeHidden();
    }
  }

  await give(first, 1);
  await Promise.all([first.keyboard.press('F2'), second.keyboard.press('F2')]);
  await expect
    .poll(async () => {
      const queues = await Promise.all([first, second].map((page) => ask(page, 'hall.queue', {})));
      return queues
        .map(({ current, waiting }) => `${current ? 'helps' : 'free'}, ${waiting.length} waiting`)
        .sort((a, b) => a.localeCompare(b));
    })
    .toEqual(['free, 0 waiting', 'helps, 0 waiting']);
});

/** Visitors take numbers; both windows see them wait. */
async function give(page: Page, count: number): Promise<void> {
  for (let given = 0; given < count; given += 1)
    await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group: 'P' });
  await expect(page.getByRole('button', { name: hall.callNext })).toBeEnabled();
  await expect.poll(async () => (await ask(page, 'hall.queue', {})).waiting.length).toBe(count);
}

async function atCounter(page: Page): Promise<string> {
  const region = page.getByRole('region', { name: hall.atCounter });
  await expect(region).toContainText(/[A-Z]\d{3}/);
  const number = /[A-Z]\d{3}/.exec((await region.textContent()) ?? '')?.[0];
  if (number === undefined) throw new Error('no number at the counter');
  return number;
}
