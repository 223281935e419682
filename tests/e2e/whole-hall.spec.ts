import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright/test';
import { hall } from '../../renderer/i18n/nl/hall.ts';
import { PARTY_TEXTS } from '../../renderer/kiosk/party-texts.ts';
import { KIOSK_TEXTS } from '../../renderer/kiosk/texts.ts';
import { startApp } from './world/app.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { ask } from './world/door.ts';
import { practiceLogIn, secondCounterUrl } from './world/practice.ts';
import { expect, type Page, test } from './world/test.ts';

/** What stays of a display of 1920 pixels ten metres away. */
const FAR = 320 / 1920;
const shots = (name: string) => path.join('test-results', 'screens', `${name}.png`);

test('two counters, a dispenser, a kiosk, a phone and two displays tell the same of each visitor', async ({
  browser,
  complaints,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'waarmee-e2e-'));
  const ports = ['--port', '0', '--display-port', String(await freePort())];
  const app = await startApp(['--practice', '--data', folder, ...ports]);
  const open = async (url: string, width: number, height: number): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' });
    complaints.watch(context);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  const first = await open(app.counterUrl, 1366, 768);
  await practiceLogIn(first, 'Medewerker');
  const second = await open(await secondCounterUrl(first), 1366, 768);
  await practiceLogIn(second, 'Teamleider');
  const kiosk = await open(await app.kioskUrl, 1080, 1920);
  const big = await open(`${app.displayUrl}?display=hal`, 1920, 1080);
  const list = await open(`${app.displayUrl}?display=gang&layout=list&arrows=1:left,2:right`, 1920, 1080);

  const dispenser = async () =>
    (await ask(first, 'devices.list', {})).devices.find(({ role }) => role === 'ticket-dispenser')?.state;
  await expect.poll(dispenser).toBe('idle');
  await ask(first, 'practice.pressButton', { button: 1 });
  await expect
    .poll(async () => (await ask(second, 'hall.queue', {})).waiting.map(({ number }) => number))
    .toEqual(['P001']);

  const taken = kiosk.waitForResponse((response) => response.url().endsWith('/call/kiosk.take'));
  await kiosk.getByRole('button', { name: 'Rijbewijs' }).click();
  await expect(kiosk.getByText('een nieuwe pasfoto')).toBeVisible();
  await expectAccessible(kiosk, 'zuil, meenemen');
  await kiosk.getByRole('button', { name: PARTY_TEXTS.nl.take }).click();
  await expect(kiosk.getByText('R001')).toBeVisible();
  await expect(kiosk.getByRole('img', { name: KIOSK_TEXTS.nl.scan })).toBeVisible();
  await expectAccessible(kiosk, 'zuil met nummer');
  await expectFits(kiosk, 'zuil met nummer');
  await kiosk.screenshot({ path: shots('1080-zuil-nummer') });
  const answer = (await (await taken).json()) as { value: { page: string } };
  const phone = await open(answer.value.page, 390, 844);
  await expect(phone.getByRole('heading', { name: 'R001' })).toBeVisible();
  await expect(phone.getByText('Nobody is waiting before you.')).toBeVisible();
  await expect(phone.getByText('Er wacht niemand voor u.')).toBeVisible();
  await expectAccessible(phone, 'telefoon, wacht');

  await Promise.all(
    [first, second].map((page) => expect(page.getByRole('button', { name: hall.callNext })).toBeEnabled()),
  );
  await first.keyboard.press('F2');
  await expect(first.getByRole('region', { name: hall.atCounter })).toContainText('P001');
  await second.keyboard.press('F2');
  await expect(second.getByRole('region', { name: hall.atCounter })).toContainText('R001');
  for (const display of [big, list])
    for (const number of ['P001', 'R001'])
      await expect(display.getByText(number, { exact: true }).first()).toBeVisible({ timeout: 15_000 });
  await expect(phone.getByText('It is your turn. Go to counter 2 (to the right).')).toBeVisible({
    timeout: 15_000,
  });

  for (const [name, display] of [
    ['hal', big],
    ['lijst', list],
  ] as const) {
    const sizes = await display
      .getByText('R001', { exact: true })
      .evaluateAll((elements) => elements.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(Math.max(...sizes) * FAR, `${name} from ten metres`).toBeGreaterThan(14);
    await expectAccessible(display, name);
    await expectFits(display, name);
    await shrink(browser, await display.screenshot({ path: shots(`1920-${name}`) }), shots(`320-${name}`));
  }
  await expectAccessible(first, 'balie');
  await expectAccessible(phone, 'telefoon, geroepen');
  await phone.screenshot({ path: shots('390-telefoon') });
  await first.screenshot({ path: shots('1366-hal-balie') });
  await Promise.all(browser.contexts().map((context) => context.close()));
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The picture at 320 pixels wide. */
async function shrink(browser: Browser, picture: Buffer, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 320, height: 180 } });
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  await page.setContent(`<body style="margin:0"><img style="width:320px;display:block" src="${source}">`);
  await page.locator('img').screenshot({ path: file });
  await page.close();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  server.close();
  await once(server, 'close');
  return address.port;
}
