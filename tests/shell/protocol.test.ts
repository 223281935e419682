import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, FACE_WORKER_POLICY } from '../../electron/http/security-headers.ts';
import { APP_SCHEME, createAppProtocol, isCounterUrl } from '../../electron/shell/protocol.ts';
import { pagesFolder } from '../http/helpers.ts';

/** A request as Electron's protocol handler gets it; Node's own Request knows no app: addresses. */
function ask(url: string, method = 'GET'): Promise<Response> {
  return createAppProtocol(pagesFolder(), null)({ url, method } as Request);
}

test('the scheme is a standard, secure one and no way round the content security policy', () => {
  expect(APP_SCHEME).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true },
  });
});

test.each(['app://counter', 'app://counter/', 'app://counter/?a=b#c', 'app://counter/counter.html'])(
  '%s is the counter page with its policy',
  async (url) => {
    const answer = await ask(url);
    expect([
      answer.status,
      answer.headers.get('content-security-policy'),
      answer.headers.get('x-content-type-options'),
    ]).toEqual([200, CONTENT_SECURITY_POLICY, 'nosniff']);
    expect(await answer.text()).toContain('<title>Waarmee</title>');
  },
);

test('an asset comes with its type', async () => {
  const answer = await ask('app://counter/assets/counter-1a2b.js');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/javascript; charset=utf-8',
  ]);
});

test.each([
  ['face-worker-x_1-Z.js', 'text/javascript; charset=utf-8', FACE_WORKER_POLICY],
  ['face_mesh.js', 'text/javascript; charset=utf-8', CONTENT_SECURITY_POLICY],
  ['model.wasm', 'application/wasm', CONTENT_SECURITY_POLICY],
  ['model.data', 'application/octet-stream', CONTENT_SECURITY_POLICY],
])('%s of the face worker comes with its type and policy', async (name, type, policy) => {
  const { headers } = await ask(`app://counter/assets/face-mesh-0a1b2c3d/${name}`);
  expect([headers.get('content-type'), headers.get('content-security-policy')]).toEqual([type, policy]);
});

test('without a theme of the municipality an empty one is served', async () => {
  const answer = await ask('app://counter/theme.css');
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/css; charset=utf-8',
    '',
  ]);
});

test.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  expect((await ask('app://counter/', method)).status).toBe(405);
});

test.each([
  'app://counter/../secret.json',
  'app://counter/%2e%2e/secret.json',
  'app://counter/..%2fsecret.json',
  'app://counter/..\\secret.json',
  'app://counter/..%5csecret.json',
  'app://counter/assets/../../secret.json',
  'app://counter/counter.html%00.png',
  'app://counter/../renderer-other/secret.json',
  'app://counter//etc/passwd',
  'app://counter/C:/Windows/win.ini',
])('%s leads nowhere', async (url) => {
  const answer = await ask(url);
  expect([answer.status, await answer.text()]).toEqual([404, 'not found']);
});

test.each([
  'app://other/',
  'app://counter.evil.example/',
  'app://counter:80/',
  'app://user@counter/',
  'app://user:pass@counter/',
  'app:///counter/',
  'http://counter/',
  'https://app/counter',
  'file:///counter.html',
  'javascript:alert(1)',
  'about:blank',
  '',
])('%s is not ours', async (url) => {
  expect(isCounterUrl(url)).toBe(false);
  expect((await ask(url)).status).toBe(421);
});
