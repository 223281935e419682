import { request as httpRequest } from 'node:http';
import { expect, test } from './world/test.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

test('every answer of both servers carries the strict policy, and the pages keep to it', async ({
  page,
  started,
}) => {
  const { counterUrl, displayUrl } = started.current();
  const violations: string[] = [];
  await page.exposeFunction('violated', (what: string) => violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      (window as Window & { violated?: (what: string) => void }).violated?.(
        `${effectiveDirective} ${blockedURI}`,
      );
    });
  });
  for (const url of [counterUrl, displayUrl]) {
    const answers: (string | undefined)[] = [];
    page.on('response', (response) => answers.push(response.headers()['content-security-policy']));
    const answer = await page.goto(url);
    await expect(page.getByRole('heading').first()).toBeVisible();
    const headers = answer?.headers() ?? {};
    for (const part of POLICY) expect(headers['content-security-policy']).toContain(part);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(answers.length).toBeGreaterThan(3);
    expect(answers).not.toContain(undefined);
    expect(page.url()).not.toContain('link=');
    page.removeAllListeners('response');
  }
  expect(violations).toEqual([]);
});

test('a link opens one window, once, and without it nothing is told', async ({
  page,
  browser,
  started,
  complaints,
}) => {
  complaints.allow(/403/);
  const { counterUrl } = started.current();
  await page.goto(counterUrl);
  await expect(page.getByRole('heading').first()).toBeVisible();

  const stranger = await browser.newContext();
  for (const url of [counterUrl, new URL('/', counterUrl).href, new URL('/events', counterUrl).href]) {
    const answer = await stranger.request.get(url);
    expect(answer.status()).toBe(403);
    expect(await answer.text()).not.toContain('script');
  }
  const call = await stranger.request.post(new URL('/call/session.state', counterUrl).href, {
    data: {},
    headers: { origin: new URL(counterUrl).origin },
  });
  expect(call.status()).toBe(403);
  // The window that was let in is not disturbed by whoever tries its link again.
  await page.goto(counterUrl);
  await expect(page.getByRole('heading').first()).toBeVisible();
});

test('a call from a foreign page or under a foreign host name is refused', async ({ page, started }) => {
  const { counterUrl } = started.current();
  await page.goto(counterUrl);
  const { origin, port } = new URL(counterUrl);
  const post = (headers: Record<string, string>) =>
    page.request.post(`${origin}/call/session.state`, { data: '{}', headers });
  const json = { 'content-type': 'application/json' };
  expect((await post({ ...json, origin })).status()).toBe(200);
  expect((await post({ ...json, origin: 'https://voorbeeld.nl' })).status()).toBe(403);
  expect((await post({ ...json, origin: `http://localhost:${port}` })).status()).toBe(403);
  expect((await post({ 'content-type': 'text/plain', origin })).status()).toBe(415);
  expect(await statusFor(port, 'voorbeeld.nl')).toBe(421);
  expect(await statusFor(port, `localhost:${port}`)).toBe(421);
});

test('the server of the displays knows no calls and nobody behind the numbers', async ({
  request,
  started,
}) => {
  const { displayUrl } = started.current();
  const at = (path: string) => new URL(path, displayUrl).href;
  expect((await request.get(at('/call/session.state'))).status()).toBe(404);
  expect((await request.get(at('/events'))).status()).toBe(404);
  expect((await request.get(at('/counter.html'))).status()).toBe(404);
  expect((await request.post(at('/call/hall.callNext'), { data: {} })).status()).toBe(405);
  const board = await request.get(at('/board'));
  expect(board.status()).toBe(200);
  expect(Object.keys(await board.json()).sort()).toEqual(
    [
      'called',
      'gong',
      'languages',
      'location',
      'municipality',
      'now',
      'recent',
      'revision',
      'speech',
      'waiting',
    ].sort(),
  );
});

/** The answer to a request that names another host, as a page does whose name was made to point here. */
function statusFor(port: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path: '/', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });
}
