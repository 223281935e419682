import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { visit } from '../../renderer/i18n/nl/visit.ts';
import type { PhotoAdviceCode } from '../../shared/domain/photo-advice.ts';
import { openWithCamera } from './world/camera.ts';
import { expectAccessible, expectFits } from './world/checks.ts';
import { addProduct, callNext, nextStep, PERSON, takePhoto, takeTicket, tickAll } from './world/desk.ts';
import { ask, call } from './world/door.ts';
import { type DrawnFace, drawFace } from './world/drawn-face.ts';
import { typeIn } from './world/keyboard.ts';
import { clerkAtWork, PASSPORTS } from './world/ready.ts';
import { ADMINISTRATOR, CLERK, logIn } from './world/staff.ts';
import { expect, type Page, test } from './world/test.ts';
import type { Town } from './world/town.ts';

/** The first look prepares the graphics in software, which takes seconds on a busy machine. */
const LOOKED = { timeout: 60_000 };
test.setTimeout(240_000);

async function toPhotoStep(page: Page, town: Town): Promise<void> {
  await callNext(page, await takeTicket(town, PASSPORTS));
  await typeIn(page, page.getByLabel(visit.identify.bsn), PERSON.bsn);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: visit.header.label, exact: true })).toContainText(
    PERSON.name,
  );
  await addProduct(page, 'pasp', 'Paspoort');
  await tickAll(page);
  await nextStep(page, visit.steps.kind.photo);
}

function adviceIn(page: Page) {
  return page.getByRole('region', { name: visit.photo.adviceTitle, exact: true });
}

/** The photo that the first product of the visit keeps. */
async function keptPhoto(page: Page) {
  const current = await ask(page, 'visits.current', {});
  const data = current?.transactions[0]?.steps.find(({ kind }) => kind === 'photo')?.data;
  if (data?.kind !== 'photo') throw new Error('no photo was kept');
  const { base64, mime } = await ask(page, 'transactions.attachment', { attachmentId: data.attachmentId });
  return { advice: data.advice, mime, bytes: Buffer.from(base64, 'base64') };
}

/** Width and height by the first start of frame (SOF0 to SOF2) of a JPEG. */
function sizeOf(jpeg: Buffer): readonly [number, number] {
  let at = 2;
  while (jpeg[at] === 0xff && ![0xc0, 0xc1, 0xc2].includes(jpeg[at + 1] ?? 0))
    at += 2 + jpeg.readUInt16BE(at + 2);
  return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
}

test('the camera is looked at live, the photo prints at 35 by 45 mm, and the same picture is not kept twice', async ({
  page,
  town,
  started,
  launchOptions,
  complaints,
}) => {
  // One picture over and over: a camera that stands still.
  const camera = await openWithCamera(launchOptions, await drawFace(page, {}, 1));
  const window = camera.page;
  complaints.watch(window.context());
  const outside: string[] = [];
  window.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(started.current().counterUrl).origin)
      outside.push(request.url());
  });
  await clerkAtWork(window, started.current());
  const early = await window.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(early.filter((name) => name.includes('face'))).toEqual([]);

  await toPhotoStep(window, town);
  await expect(adviceIn(window)).toContainText(visit.photo.fine, LOOKED);
  await expect(adviceIn(window)).toContainText(/Hoofd 2[89] mm/);
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await window.setViewportSize({ width, height });
    await window.screenshot({ path: path.join('test-results', 'screens', `${width}-pasfoto-advies.png`) });
    await expectFits(window, `pasfoto ${width}`);
  }
  await expectAccessible(window, 'pasfoto');

  await takePhoto(window);
  const { advice, mime, bytes } = await keptPhoto(window);
  expect([mime, advice]).toEqual(['image/jpeg', []]);
  expect(sizeOf(bytes)).toEqual([827, 1063]);
  expect([
    bytes.toString('latin1', 6, 10),
    bytes[13],
    bytes.readUInt16BE(14),
    bytes.readUInt16BE(16),
  ]).toEqual(['JFIF', 1, 600, 600]);
  expect(bytes.byteLength).toBeLessThanOrEqual(250_000);

  await window.getByRole('button', { name: visit.photo.retake, exact: true }).last().click();
  await expect(adviceIn(window)).toContainText(visit.photo.fine, LOOKED);
  await window.getByRole('button', { name: visit.photo.take }).click();
  await expect(window.getByText(visit.photo.repeated)).toBeVisible();
  expect((await keptPhoto(window)).bytes.equals(bytes)).toBe(true);
  expect(outside).toEqual([]);
  await camera.close();
});

const FLAWS: readonly (readonly [PhotoAdviceCode, DrawnFace, string | RegExp])[] = [
  ['tilted', { tilt: 8 }, /Het hoofd staat scheef: [789] graden/],
  ['headSmall', { size: 0.7 }, 'mm hoog; dat moet 26 tot 30 mm zijn.'],
  ['backgroundUneven', { background: ['#c9d2d8', '#7d868c'] }, visit.photo.advice.backgroundUneven],
  ['backgroundColour', { background: ['#5f9c62', '#5f9c62'] }, visit.photo.advice.backgroundColour],
  ['blurred', { blur: 7 }, visit.photo.advice.blurred],
  ['noFace', { hasFace: false }, visit.photo.advice.noFace],
];

test('a photo from a file is looked at too, is mended, and is kept against advice when the clerk says so', async ({
  page,
  context,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await toPhotoStep(page, town);
  const studio = await context.newPage();
  const upload = async (buffer: Buffer | undefined) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: buffer ?? Buffer.alloc(0) });

  await upload(Buffer.from('this is no picture'));
  await expect(page.getByText(visit.photo.noImage)).toBeVisible();
  for (const [code, flaw, text] of FLAWS) {
    const [photo] = await drawFace(studio, flaw, 1);
    await page.bringToFront();
    await upload(photo);
    await expect(adviceIn(page), code).toContainText(text, LOOKED);
  }

  const [small] = await drawFace(studio, { size: 0.7, tilt: 8 }, 1);
  await page.bringToFront();
  await upload(small);
  await expect(adviceIn(page)).toContainText('mm hoog', LOOKED);
  await page.getByRole('button', { name: visit.photo.frameHead }).click();
  await expect(adviceIn(page)).not.toContainText('mm hoog', LOOKED);
  await expect(adviceIn(page)).toContainText('Het hoofd staat scheef');
  await page.getByRole('button', { name: visit.photo.use }).click();
  await expect(page.getByText(visit.photo.kept)).toBeVisible();
  await expect(page.getByText(visit.photo.takenAgainst)).toBeVisible();
  await expect(page.getByText(visit.photo.short.tilted)).toBeVisible();
  expect((await keptPhoto(page)).advice).toContain('tilted');
  await page.screenshot({ path: path.join('test-results', 'screens', '1366-pasfoto-tegen-advies.png') });
});

test('a camera on the serial line is chosen, seen live, and gives the photo', async ({
  page,
  context,
  town,
  started,
}) => {
  const camera = await startSimulator('camera', { tcp: 0 });
  try {
    await clerkAtWork(page, started.current());
    const [face] = await drawFace(await context.newPage(), {}, 1);
    const file = test.info().outputPath('voor-de-camera.jpg');
    writeFileSync(file, face ?? '');
    await camera.command(`see ${file}`);
    await page.bringToFront();
    await call(page, 'session.logout', {});
    const { loginName, passphrase } = ADMINISTRATOR;
    await ask(page, 'session.login', { loginName, passphrase });
    const binding = { role: 'camera', driver: 'vc0706', endpoints: camera.endpoints, settings: {} } as const;
    await ask(page, 'devices.bind', { commandId: crypto.randomUUID(), binding });
    await call(page, 'session.logout', {});
    await page.reload();
    await logIn(page, CLERK);

    await toPhotoStep(page, town);
    const choice = page.getByRole('button', { name: new RegExp(`${visit.photo.camera}$`) });
    await choice.click();
    await page.getByRole('option', { name: visit.photo.serialCamera }).click();
    await expect(choice).toContainText(visit.photo.serialCamera);
    await expect(adviceIn(page)).toContainText(/Hoofd 2[89] mm/, LOOKED);
    await page.screenshot({ path: path.join('test-results', 'screens', '1366-pasfoto-serieel.png') });
    await takePhoto(page);
    expect((await keptPhoto(page)).mime).toBe('image/jpeg');
  } finally {
    await camera.stop();
  }
});
