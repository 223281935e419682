import type { App, WebContents } from 'electron';
import { COUNTER_ORIGIN, isCounterUrl } from './protocol.ts';

/**
 * Keeps every page of the application at home: no other page, no new window, no frame elsewhere, no webview, also not
 * by a redirect. What a page wants to open goes to `openLink`, which decides by itself; a paper that the page itself made
 * (a blob of its own) is saved, for the PC's own viewer.
 */
export function guardWebContents(app: Pick<App, 'on'>, openLink: (url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, openLink));
}

function guard(contents: WebContents, openLink: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (url.startsWith(`blob:${COUNTER_ORIGIN}/`)) contents.downloadURL(url);
    else openLink(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (details) => {
    if (!isCounterUrl(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isCounterUrl(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isCounterUrl(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
