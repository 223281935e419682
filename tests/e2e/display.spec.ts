import { hall } from '../../renderer/i18n/nl/hall.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { callNext, takeTicket } from './world/desk.ts';
import { ask } from './world/door.ts';
import { clerkAtWork, PASSPORTS } from './world/ready.ts';
import { expect, type Page, test } from './world/test.ts';

/** The display looks for a sign of life for ten seconds, and connects again within ten. */
const NOTICES_WITHIN_MS = 25_000;
const GONE = /ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE|ERR_NETWORK|ERR_SOCKET|ERR_FAILED/;

test('the display keeps its last state while the connection is lost, says so, and comes back by itself', async ({
  page,
  context,
  town,
  started,
  complaints,
}) => {
  complaints.allow(GONE);
  const app = started.current();
  await clerkAtWork(page, app);
  const display = await openDisplay(await context.newPage(), app.displayUrl);
  await page.bringToFront();
  const number = await takeTicket(town, PASSPORTS);
  await callNext(page, number);
  await expect(display.getByText(number, { exact: true })).toBeVisible();

  await app.kill();
  const notice = display.getByRole('contentinfo').getByRole('status');
  await expect(notice).toContainText('Even geen verbinding', { timeout: NOTICES_WITHIN_MS });
  await expect(display.getByText(number, { exact: true })).toBeVisible();
  await expectAccessible(display, 'scherm zonder verbinding');
  await expectFits(display, 'scherm zonder verbinding');

  await started.start(['--port', '0', '--display-port', new URL(app.displayUrl).port]);
  await expect(notice).toHaveText('', { timeout: NOTICES_WITHIN_MS });
  await expect(display.getByText(number, { exact: true })).toBeVisible();
});

test('each call and each recall is said once, with its number and counter, in every language', async ({
  page,
  context,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  const display = await context.newPage();
  await hearWhatIsSaid(display);
  await openDisplay(display, started.current().displayUrl);
  await page.bringToFront();
  const number = await takeTicket(town, PASSPORTS);
  await callNext(page, number);
  const letters = number.split('').join(' ');
  const once = [`Nummer ${letters}. Balie 3.`, `Number ${letters}. Counter 3.`];
  await expect.poll(() => said(display)).toEqual(once);

  await page.keyboard.press('F3');
  await expect(page.getByText(hall.recalled.replace('{{number}}', number))).toBeVisible();
  await expect.poll(async () => (await said(display)).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
  expect((await said(display)).slice(0, 4)).toEqual([...once, ...once]);
});

test('a busy hall fits the screen in large type and scrolls nowhere', async ({ page, context, started }) => {
  await clerkAtWork(page, started.current());
  for (const group of ['P', 'P', 'P', 'P', 'P', 'R', 'U', 'V', 'O'] as const)
    await ask(page, 'hall.issueTicket', { commandId: crypto.randomUUID(), group });
  const display = await openDisplay(await context.newPage(), started.current().displayUrl);
  await page.bringToFront();
  for (let calls = 0; calls < 4; calls += 1) {
    const ticket = await ask(page, 'hall.callNext', { commandId: crypto.randomUUID() });
    if (!ticket) throw new Error('nobody was called');
    await expect(display.getByText(ticket.number, { exact: true }).first()).toBeVisible();
    await expectFits(display, `scherm na oproep ${calls + 1}`);
    const size = await display
      .getByText(ticket.number, { exact: true })
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    if (calls === 0) expect(size).toBeGreaterThan(200);
    const { commandId, ticketId } = { commandId: crypto.randomUUID(), ticketId: ticket.ticketId };
    await ask(page, 'hall.noShow', { commandId, ticketId });
  }
  await expectAccessible(display, 'druk scherm');
});

async function openDisplay(display: Page, url: string): Promise<Page> {
  await display.setViewportSize({ width: 1920, height: 1080 });
  await display.goto(url);
  await expect(display.getByText('Welkom')).toBeVisible();
  return display;
}

/** Puts ears where the browser has no Dutch voice: what would be said is kept in the page. */
async function hearWhatIsSaid(display: Page): Promise<void> {
  await display.addInitScript(() => {
    const heard: string[] = [];
    const voices = ['nl-NL', 'en-GB'].map((lang) => ({ lang, localService: true }));
    Object.assign(window, {
      heard,
      SpeechSynthesisUtterance: class extends EventTarget {
        readonly text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      },
    });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => voices,
        cancel: () => undefined,
        speak: (words: SpeechSynthesisUtterance) => {
          heard.push(words.text);
          words.dispatchEvent(new Event('end'));
        },
      },
    });
  });
}

function said(display: Page): Promise<string[]> {
  return display.evaluate(() => (window as Window & { heard?: string[] }).heard ?? []);
}
