import type { Locator, Page } from 'playwright/test';

declare global {
  interface Window {
    keyLatencies?: number[];
  }
}

/** Types digits into a field and takes them out; milliseconds from each key to the picture in which it is seen. */
export async function keyLatencies(page: Page, field: Locator, keys = 60): Promise<readonly number[]> {
  await field.focus();
  await page.evaluate(() => {
    if (window.keyLatencies) return;
    window.keyLatencies = [];
    const seen = (since: number): void => {
      // A task after the frame: the picture has been handed over.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => window.keyLatencies?.push(performance.now() - since));
      port1.start();
      port2.postMessage(null);
    };
    window.addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => seen(timeStamp)), true);
  });
  for (let key = 0; key < keys; key += 2) {
    await page.keyboard.press('1', { delay: 15 });
    await page.keyboard.press('Backspace', { delay: 15 });
  }
  return page.evaluate(() => window.keyLatencies?.splice(0) ?? []);
}
