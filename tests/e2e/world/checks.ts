import path from 'node:path';
import axe from 'axe-core';
import { expect, type Page } from 'playwright/test';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** No violation of WCAG or of axe's best practices on what is in the window now. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await settled(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    // React Aria reads a busy button aloud by pointing at it, and the button may be gone before that note is.
    const scope = { exclude: ['[data-live-announcer]'] };
    const { violations } = await window.axe.run(scope, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    );
  });
  expect(found, `axe on ${screen}`).toEqual([]);
}

/** The page itself does not scroll, and nothing visible sticks out of the window. */
export async function expectFits(page: Page, screen: string): Promise<void> {
  const outside = await page.evaluate(() => {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const { scrollWidth, scrollHeight } = document.documentElement;
    const found =
      scrollWidth > width || scrollHeight > height ? [`page ${scrollWidth} x ${scrollHeight}`] : [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      let clipper = element.parentElement;
      while (clipper && getComputedStyle(clipper).overflow === 'visible') clipper = clipper.parentElement;
      // What scrolls inside its own column is not outside the window.
      if (clipper && clipper !== document.body && clipper !== document.documentElement) continue;
      if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
        found.push(`${element.tagName} "${element.textContent?.slice(0, 40)}" ${JSON.stringify(box)}`);
    }
    return found;
  });
  expect(outside, `${screen} in its window`).toEqual([]);
}

/** The two windows that counters have, the smaller one last. */
const COUNTER_SIZES = [
  [1920, 1080],
  [1366, 768],
] as const;

/** A picture in test-results/screens of the window in each size, in which everything has to fit. */
export async function shoot(
  page: Page,
  name: string,
  sizes: readonly (readonly [number, number])[] = COUNTER_SIZES,
): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    const file = path.join('test-results', 'screens', `${width}-${name}.png`);
    await page.screenshot({ path: file, animations: 'disabled' });
    await expectFits(page, `${name} ${width}`);
  }
}

/** What was asked has come and nothing moves any more, so that what is measured is what people see. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    ([quietMs, mostMs]) =>
      new Promise<void>((resolve) => {
        const done = (): void => {
          changes.disconnect();
          resolve();
        };
        let timer = setTimeout(done, quietMs);
        const changes = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quietMs);
        });
        changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        // A page with a live picture is never quite still.
        setTimeout(done, mostMs);
      }),
    [300, 3000] as const,
  );
}
