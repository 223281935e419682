import type { CustomScheme } from 'electron';
import { counterHeaders, SECURITY_HEADERS } from '../http/security-headers.ts';
import { readStatic } from '../http/static.ts';
import { readTheme } from '../http/theme.ts';

/** The origin of the counter window; nothing else is ever loaded in it. */
export const COUNTER_ORIGIN = 'app://counter';

/** How the scheme behaves; to be registered before the application is ready. Secure: the camera asks for that. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Whether an address is a page of ours: exact scheme and host, no name or port in front or behind. */
export function isCounterUrl(value: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(value);
    return protocol === 'app:' && host === 'counter' && username === '' && password === '';
  } catch {
    return false;
  }
}

/** Answers app://counter/: GET of built pages only, with the security headers of every other door. */
export function createAppProtocol(
  rendererDir: string,
  themeFile: string | null,
): (request: Request) => Promise<Response> {
  const text = (status: number, words: string): Response =>
    new Response(words, {
      status,
      headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
    });
  return async ({ method, url }) => {
    if (method !== 'GET') return text(405, 'method not allowed');
    if (!isCounterUrl(url)) return text(421, 'misdirected request');
    // As it stands in the request: what URL makes of dots and backslashes must not hide them.
    const path = url.slice(COUNTER_ORIGIN.length).replace(/[?#].*$/s, '');
    if (path === '/theme.css')
      return new Response(await readTheme(themeFile), {
        headers: {
          ...SECURITY_HEADERS,
          'content-type': 'text/css; charset=utf-8',
          'cache-control': 'no-store',
        },
      });
    const file = await readStatic(rendererDir, path === '' || path === '/' ? '/counter.html' : path);
    if (!file) return text(404, 'not found');
    return new Response(file.body, {
      headers: { ...counterHeaders(path), 'content-type': file.type, 'cache-control': file.cacheControl },
    });
  };
}
